import { say } from '../../../core/message';
import type { Message } from '../../../core/message';
import type { Step } from '../../../core/step';
import { shell } from '../../../steps/command';
import { levelOf, subjectsOf } from './subjects';
import type { WorkflowStep } from './workflow';

const ISSUER = 'https://token.actions.githubusercontent.com';
const AUDIENCE = 'api://AzureADTokenExchange';

const trust = (subject: string): string =>
  `az ad app federated-credential create --id <app-id> --parameters '{"name":"<credential-name>","issuer":"${ISSUER}","subject":"repo:<organization>/<repository>:${subject}","audiences":["${AUDIENCE}"]}'`;

/** The app registration of a secret that goes: it trusts the job instead. */
export const trustStep = (path: string, place: WorkflowStep, text: Message): Step => ({
  id: `prepare:github:${path}:${place.job.key.text}`,
  kind: 'prepare',
  title: say('Let the app registration trust the job {job} of {file}', { job: place.job.key.text, file: path }),
  text: [text],
  code: shell(subjectsOf(place).map(trust)),
});

/** An identity for a job that has none yet. */
export const identityStep = (path: string, place: WorkflowStep): Step => ({
  id: `prepare:github:${path}:${place.job.key.text}`,
  kind: 'prepare',
  title: say('Create an identity for the job {job} of {file}', { job: place.job.key.text, file: path }),
  text: [
    say(
      'The subject must match the token of the job exactly, upper and lower case included. The first command prints clientId and principalId.',
    ),
  ],
  code: shell([
    'az identity create --name <identity> --resource-group <resource-group>',
    ...subjectsOf(place).map(
      (subject) =>
        `az identity federated-credential create --name <credential-name> --identity-name <identity> --resource-group <resource-group> --issuer ${ISSUER} --subject repo:<organization>/<repository>:${subject} --audiences ${AUDIENCE}`,
    ),
  ]),
});

/** The variables that a login reads. `nameOf` gives the one for `CLIENT_ID`, `TENANT_ID`, `SUBSCRIPTION_ID`. */
export function variablesStep(
  place: WorkflowStep,
  nameOf: (what: string) => string,
  texts: { readonly id: string; readonly title: Message; readonly text: Message; readonly client: string },
): Step {
  const values = [
    ['CLIENT_ID', texts.client],
    ['TENANT_ID', '<tenant-id>'],
    ['SUBSCRIPTION_ID', '<subscription>'],
  ] as const;
  return {
    id: texts.id,
    kind: 'set-setting',
    title: texts.title,
    text: [texts.text],
    code: shell(values.map(([name, value]) => `gh variable set ${nameOf(name)} --body ${value}${levelOf(place)}`)),
  };
}

/** The variables of an identity that was created for the job. */
export const newVariablesStep = (path: string, place: WorkflowStep): Step =>
  variablesStep(place, (what) => `AZURE_${what}`, {
    id: `set-setting:github:${path}:${place.job.key.text}`,
    title: say('Store the IDs of the identity as variables in GitHub'),
    text: say(
      'None of them is secret. Where another login uses these variables already, give this one names of its own.',
    ),
    client: '<client-id>',
  });

export const roleStep = (id: string, role: { name: string; guid: string; on: Message; scope: string }): Step => ({
  id,
  kind: 'role',
  title: say('Grant {role} on {service}', { role: role.name, service: role.on }),
  text: [say('The identity that the job signs in with needs it.')],
  code: shell(
    `az role assignment create --assignee-object-id <principal-id> --assignee-principal-type ServicePrincipal --role ${role.guid} --scope ${role.scope}`,
  ),
});

export const proveStep = (path: string, text: Message): Step => ({
  id: `prove:github:${path}`,
  kind: 'prove',
  title: say('Run the workflow {file} once', { file: path }),
  text: [text],
  code: null,
});

/** The secret goes, and its value is made useless. */
export const deleteStep = (secret: string, place: WorkflowStep, text: Message, others: readonly string[]): Step => ({
  id: `remove-setting:github:${secret}`,
  kind: 'remove-setting',
  title: say('Delete the secret {name}', { name: secret }),
  text: [text],
  code: shell([`gh secret delete ${secret}${levelOf(place)}`, ...others]),
});
