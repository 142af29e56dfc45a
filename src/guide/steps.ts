import { say } from '../core/message';
import type { Step } from './guidance';
import type { Setting, Snippet } from './host';
import type { Situation } from './situation';

const clientId: Setting = {
  name: 'AZURE_CLIENT_ID',
  value: '<client-id>',
  bicep: 'identity.properties.clientId',
  terraform: 'azurerm_user_assigned_identity.workload.client_id',
};

const settingOf = (line: string): Setting => {
  const at = line.indexOf('=');
  return { name: line.slice(0, at), value: line.slice(at + 1) };
};

/** Endpoint instead of secret, the identity to use, and a pinned credential chain. */
export function settingsSteps({ identity, endpointSetting, host, iac, choice, t }: Situation): Step[] {
  const all: Setting[] = [];
  if (endpointSetting !== undefined) all.push({ name: endpointSetting, value: identity.endpoint ?? '<endpoint>' });
  if (choice === 'user-assigned' || host.id === 'external') all.push(clientId);
  all.push({ name: 'AZURE_TOKEN_CREDENTIALS', value: host.credential });
  const write = host.settings[iac] ?? host.settings.cli;
  const sentences = [
    t(say('AZURE_TOKEN_CREDENTIALS pins the credential: without it the first one of the chain that answers is used.')),
    t(say('Delete AZURE_CLIENT_SECRET if it is set: it comes first in the chain.')),
    t(say(host.settings.text)),
  ];
  const steps: Step[] = [
    {
      id: 'settings',
      title:
        endpointSetting === undefined ? t(say('Pin the credential')) : t(say('Set the endpoint, pin the credential')),
      text: sentences.join(' '),
      ...(write && { code: write(all) }),
    },
  ];
  if (host.id === 'functions' && identity.bindings !== undefined && write !== undefined) {
    steps.push({
      id: 'bindings',
      title: t(say('Where a trigger or binding uses it: its connection')),
      text: t(
        say(
          '<connection> is the name in the attribute Connection of the trigger. The setting with the connection string goes.',
        ),
      ),
      code: write(identity.bindings.map(settingOf)),
    });
  }
  return steps;
}

export function deployStep({ host, iac, t }: Situation): Step {
  const id = 'deploy';
  if (host.kind === 'local') {
    return {
      id,
      title: t(say('Run it')),
      text: t(say('Start the app. The first request signs in with your account; no secret is read.')),
    };
  }
  const title = t(say('Deploy'));
  if (iac === 'bicep') {
    return {
      id,
      title,
      text: t(say('Infrastructure first, then the changed code.')),
      code: {
        language: 'shell',
        text: 'az deployment group what-if --resource-group <resource-group> --template-file main.bicep\naz deployment group create --resource-group <resource-group> --template-file main.bicep',
      },
    };
  }
  if (iac === 'terraform') {
    return {
      id,
      title,
      text: t(say('Infrastructure first, then the changed code.')),
      code: { language: 'shell', text: 'terraform plan -out main.tfplan\nterraform apply main.tfplan' },
    };
  }
  return {
    id,
    title,
    text: t(
      say('Deploy the changed code the way you do today. Keep the old secret in place until the next step has passed.'),
    ),
  };
}

export function proveStep({ identity, choice, t, role }: Situation): Step {
  const { grant, prove } = identity;
  const listed =
    grant.kind === 'rbac' && choice !== 'developer' && role !== null
      ? [`az role assignment list --assignee <principal-id> --scope ${grant.scope} --include-inherited --output table`]
      : [];
  const lines = [...listed, ...(prove === undefined ? [] : [prove])];
  const sentences = [
    choice === 'developer'
      ? t(say('This uses your own sign-in.'))
      : t(
          say(
            'Use the app once where it needs the service, and look in its log. The sign-in log of the identity shows the token it got.',
          ),
        ),
    ...(listed.length > 0 ? [t(say('The first command lists the role.'))] : []),
    ...(prove !== undefined && choice !== 'developer'
      ? [
          t(
            say(
              'The last one tries the service itself as whoever is signed in: run it on the host, or as yourself with the same role.',
            ),
          ),
        ]
      : []),
    t(say('403 right after granting: wait ten minutes before you change anything.')),
  ];
  return {
    id: 'prove',
    title: t(say('Prove that it works')),
    text: sentences.join(' '),
    ...(lines.length > 0 && { code: { language: 'shell', text: lines.join('\n') } as const }),
  };
}

const isSql = (line: string): boolean => /^(?:ALTER|CREATE|DROP|SELECT|SET)\b/.test(line);

export function rotateSteps({ identity: { rotate }, leaked, t }: Situation): Step[] {
  const text =
    rotate.length === 0
      ? t(say('Revoke it where it was issued, and have a new one made. The old value must not work any more.'))
      : leaked
        ? t(
            say(
              'The value is in the file and in its history: it counts as leaked, and deleting it there does not help. If others could see it, do this first: give the app the second key, renew the leaked one.',
            ),
          )
        : t(say('Whoever has ever read the old secret can still use it: make it useless as soon as nothing needs it.'));
  const shell = rotate.filter((line) => !isSql(line));
  const sql = rotate.filter(isSql);
  const codes: Snippet[] = [
    ...(shell.length > 0 ? [{ language: 'shell', text: shell.join('\n') } as const] : []),
    ...(sql.length > 0 ? [{ language: 'sql', text: sql.join('\n') } as const] : []),
  ];
  const title = leaked ? t(say('Rotate the leaked secret')) : t(say('Rotate the old secret'));
  const [first, second] = codes;
  return [
    { id: 'rotate', title, text, ...(first && { code: first }) },
    ...(second ? [{ id: 'rotate-sql', title: t(say('And in the database')), code: second }] : []),
  ];
}

/** "properties.a.b: value" as the resource it belongs to. */
function bicepProperty(type: string, scope: string, line: string): string {
  const at = line.indexOf(':');
  const path = line.slice(0, at).split('.');
  const value = line.slice(at + 1).trim();
  const open = path.map((name, depth) =>
    depth === path.length - 1 ? `${'  '.repeat(depth + 1)}${name}: ${value}` : `${'  '.repeat(depth + 1)}${name}: {`,
  );
  const close = path.slice(1).map((_, depth) => `${'  '.repeat(path.length - 1 - depth)}}`);
  return [
    `resource target '${type}' = {`,
    `  name: '${scope.slice(scope.lastIndexOf('/') + 1)}'`,
    '  location: resourceGroup().location',
    '  // the other properties stay as they are',
    ...open,
    ...close,
    '}',
  ].join('\n');
}

export function disableStep({ identity: { disableKeys, grant }, iac, t }: Situation): Step | null {
  if (disableKeys === undefined) return null;
  const written = iac === 'cli' ? undefined : disableKeys[iac];
  const whole = written?.includes('\n') === true;
  const code: Snippet =
    iac === 'bicep' && written !== undefined
      ? {
          language: 'bicep',
          text: whole || grant.kind !== 'rbac' ? written : bicepProperty(grant.bicepType, grant.scope, written),
        }
      : iac === 'terraform' && written !== undefined
        ? {
            language: 'terraform',
            text:
              whole || grant.kind !== 'rbac'
                ? written
                : `resource "${grant.terraformType}" "target" {\n  # the other arguments stay as they are\n  ${written}\n}`,
          }
        : { language: 'shell', text: disableKeys.cli };
  return {
    id: 'disable-keys',
    title: t(say('Switch key access off')),
    text: `${t(say('Only once nothing uses the keys any more.'))} ${t(say(disableKeys.effect))}`,
    code,
  };
}

/** What changes on the developer's machine, as the last step of the other hosts. */
export function localStep({ endpointSetting, identity, role, t }: Situation): Step {
  const lines = [
    ...(endpointSetting === undefined ? [] : [`${endpointSetting}=${identity.endpoint ?? '<endpoint>'}`]),
    'AZURE_TOKEN_CREDENTIALS=dev',
  ];
  return {
    id: 'local',
    title: t(say('Keep working locally')),
    text: [
      t(
        say(
          'Sign in with az login (or Azure Developer CLI, Visual Studio Code); the same code then uses your account.',
        ),
      ),
      role === null
        ? t(say('Give a group of developers the same access on development resources.'))
        : t(say('Give a group of developers {role} on development resources.', { role: role.name })),
      t(say('In .env only this stays; delete the keys there too.')),
    ].join(' '),
    code: { language: 'env', text: lines.join('\n') },
  };
}

export function signInSteps({ t }: Situation): Step[] {
  return [
    {
      id: 'enable-identity',
      title: t(say('Sign in')),
      text: t(
        say('Your own account is the identity. The second command prints the id of the group that gets the role.'),
      ),
      code: {
        language: 'shell',
        text: 'az login --tenant <tenant-id>\naz ad group show --group <group> --query id --output tsv',
      },
    },
  ];
}
