import { say } from '../../../core/message';
import type { Step } from '../../../core/step';
import { deleteStep, proveStep, trustStep, variablesStep } from '../workflow/steps';
import { variableFor } from './login';
import type { Login } from './login';

/** The IDs become variables: they were in the secret. */
const idsStep = (login: Login): Step =>
  variablesStep(login, (what) => variableFor(login.secret, what), {
    id: `set-setting:github:${login.secret}`,
    title: say('Store the IDs of {name} as variables in GitHub', { name: login.secret }),
    text: say('They are clientId, tenantId and subscriptionId of the secret. None of them is secret.'),
    client: '<app-id>',
  });

/** What people do beside the change of the workflow. */
export const loginSteps = (path: string, login: Login): Step[] => [
  trustStep(
    path,
    login,
    login.ids
      ? say(
          'The app stays the same, with its roles. The subject must match the token exactly, upper and lower case included.',
        )
      : say(
          'The app stays the same, with its roles: its ID is clientId of the secret. The subject must match the token exactly, upper and lower case included.',
        ),
  ),
  ...(login.ids ? [] : [idsStep(login)]),
  proveStep(
    path,
    say('Its login step must end without an error. A new federated credential takes a few minutes to work.'),
  ),
  deleteStep(
    login.secret,
    login,
    say('Do this only when no other workflow reads it any more. The second command makes its value useless.'),
    ['az ad app credential delete --id <app-id> --key-id <key-id>'],
  ),
];
