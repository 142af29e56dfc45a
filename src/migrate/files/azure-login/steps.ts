import { say } from '../../../core/message';
import type { Step } from '../../../core/step';
import { at, itemsOf, pairsOf, textOf } from '../../../formats/yaml/tree';
import type { YamlNode } from '../../../formats/yaml/tree';
import { shell } from '../../../steps/command';
import { isHarmless } from '../../../steps/placeholders';
import { variableFor } from './login';
import type { Login } from './login';

/** A name that may be part of a command, else a place to fill in. */
const orPlace = (name: string, place: string): string => (isHarmless(name) ? name : place);

/** The environment of a job; null without one. */
function environmentOf({ job }: Login): string | null {
  const given = at(job.value, 'environment');
  const name = textOf(given) ?? textOf(at(given, 'name'));
  return name === null ? null : orPlace(name, '<environment>');
}

const branchesOf = (push: YamlNode | null): string[] => {
  const names = itemsOf(at(push, 'branches')).map((one) => textOf(one) ?? '');
  return names.length > 0
    ? names.map((name) => `ref:refs/heads/${orPlace(name, '<branch>')}`)
    : ['ref:refs/heads/<branch>'];
};

/** What follows `repo:<organization>/<repository>:` in the tokens of a job. */
function subjectsOf(login: Login): string[] {
  const environment = environmentOf(login);
  if (environment !== null) return [`environment:${environment}`];
  const on = at(login.root, 'on');
  const one = textOf(on);
  const events =
    on?.kind === 'map'
      ? pairsOf(on).map(({ key }) => key.text)
      : one !== null
        ? [one]
        : itemsOf(on).map((event) => textOf(event) ?? '');
  const subjects = events.flatMap((event): string[] => {
    if (event === 'push') return branchesOf(at(on, 'push'));
    if (event === 'pull_request') return ['pull_request'];
    return event === 'release' ? ['ref:refs/tags/<tag>'] : ['ref:refs/heads/<branch>'];
  });
  return [...new Set(subjects.length > 0 ? subjects : ['ref:refs/heads/<branch>'])];
}

const trust = (subject: string): string =>
  `az ad app federated-credential create --id <app-id> --parameters '{"name":"<credential-name>","issuer":"https://token.actions.githubusercontent.com","subject":"repo:<organization>/<repository>:${subject}","audiences":["api://AzureADTokenExchange"]}'`;

/** What people do beside the change of the workflow. */
export function loginSteps(path: string, login: Login): Step[] {
  const { secret, job } = login;
  const environment = environmentOf(login);
  const level = environment === null ? '' : ` --env ${environment}`;
  const values = [
    ['CLIENT_ID', '<app-id>'],
    ['TENANT_ID', '<tenant-id>'],
    ['SUBSCRIPTION_ID', '<subscription>'],
  ] as const;
  return [
    {
      id: `prepare:github:${path}:${job.key.text}`,
      kind: 'prepare',
      title: say('Let the app registration trust the job {job} of {file}', { job: job.key.text, file: path }),
      text: [
        say(
          'The app stays the same, with its roles: its ID is clientId of the secret. The subject must match the token exactly, upper and lower case included.',
        ),
      ],
      code: shell(subjectsOf(login).map(trust)),
    },
    {
      id: `set-setting:github:${secret}`,
      kind: 'set-setting',
      title: say('Store the IDs of {name} as variables in GitHub', { name: secret }),
      text: [say('They are clientId, tenantId and subscriptionId of the secret. None of them is secret.')],
      code: shell(
        values.map(([name, value]) => `gh variable set ${variableFor(secret, name)} --body ${value}${level}`),
      ),
    },
    {
      id: `prove:github:${path}`,
      kind: 'prove',
      title: say('Run the workflow {file} once', { file: path }),
      text: [say('Its login step must end without an error. A new federated credential takes a few minutes to work.')],
      code: null,
    },
    {
      id: `remove-setting:github:${secret}`,
      kind: 'remove-setting',
      title: say('Delete the secret {name}', { name: secret }),
      text: [say('Do this only when no other workflow reads it any more. The second command makes its value useless.')],
      code: shell([
        `gh secret delete ${secret}${level}`,
        'az ad app credential delete --id <app-id> --key-id <key-id>',
      ]),
    },
  ];
}
