export type CommandName = 'scan' | 'migrate' | 'explain' | 'baseline' | 'report';

const scan = `Usage: secretless scan [--format text|json|sarif] [--no-ignore] [--baseline FILE] PATH...

Finds Azure secrets and key-based authentication in files and folders.

  --format FORMAT   text (default), json or sarif (2.1.0)
  --no-ignore       look at ignored and vendored files too
  --baseline FILE   leave out the findings that FILE holds ("secretless baseline" makes it)

Exit code: 0 nothing found, 1 findings, 2 wrong usage or unreadable input.
`;

const migrate = `Usage: secretless migrate [--write] [--rule RULE] [--to identity|key-vault|key-vault-client] [--only code] [--no-ignore] PATH...

Migrates each secret everywhere: code with its imports and package manifest, settings, bindings, templates and workflows.
Prints the change as a unified diff; secret values in it show as [redacted].

  --write           change the files instead
  --rule RULE       only findings of this rule or family ("key-auth"); may be repeated
  --to KIND         identity (default): no secret any more
                    key-vault: the secret moves to Key Vault, the code reads a setting
                    key-vault-client: the code loads it from Key Vault at start-up, where it awaits there already
  --only code       only code, with the package manifest and the settings that the changed code needs
  --no-ignore       look at ignored and vendored files too

Exit code: 0 nothing left to do, 1 findings (that stay, or without --write would be migrated), 2 wrong usage or unreadable input.
`;

const explain = `Usage: secretless explain RULE|SERVICE [--host HOST] [--iac cli|bicep|terraform]

Prints, as Markdown, how to use a managed identity instead of the secret.

  --host HOST       where the workload runs: app-service, functions, aks, github-actions, local, ...
  --iac TOOL        commands for the Azure CLI (cli, default), Bicep or Terraform
`;

const baseline = `Usage: secretless baseline [--output FILE] [--reason TEXT] [--no-ignore] PATH...

Writes today's findings to a file that "secretless scan --baseline FILE" leaves out. Holds salted hashes only.
Entries of an existing file keep their reasons; those that are gone are dropped. Run both commands in the same folder.

  --output FILE     default: .secretless-baseline.json
  --reason TEXT     why the new entries stay
  --no-ignore       look at ignored and vendored files too
`;

const report = `Usage: secretless report [--format markdown|html] [--out FILE] [--progress FILE] [--no-ignore] PATH...

Writes a report for people: findings, progress by service with what is left to do, and what the organisation should do.

  --format FORMAT   markdown (default) or html: one page that loads nothing
  --out FILE        write to FILE instead of standard output
  --progress FILE   steps that are done, as "Secretless: Export Progress" in VS Code writes them
  --no-ignore       look at ignored and vendored files too

Exit code: 0 the report is written, with findings or without; 2 wrong usage or unreadable input.
`;

export const USAGES: Readonly<Record<CommandName, string>> = { scan, migrate, explain, baseline, report };

export const USAGE = `Usage: secretless COMMAND [OPTIONS] ...

  scan       find Azure secrets and key-based authentication
  migrate    rewrite them to Microsoft Entra authentication
  explain    print the managed identity guidance for a rule or a service
  baseline   record today's findings, so that a scan reports only new ones
  report     write a report with progress, as Markdown or HTML

  --help     this text; "secretless COMMAND --help" tells more
  --version  the version

Nothing is sent anywhere, and no secret value is ever printed.
`;
