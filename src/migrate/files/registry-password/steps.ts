import { say } from '../../../core/message';
import type { Step } from '../../../core/step';
import { serviceOf } from '../../../services/index';
import { shell } from '../../../steps/command';
import { fill } from '../../../steps/placeholders';
import { deleteStep, identityStep, newVariablesStep, proveStep, roleStep } from '../workflow/steps';
import type { WorkflowStep } from '../workflow/workflow';

export interface RegistryLogin {
  /** Name of the secret with the password. */
  readonly secret: string;
  /** Name of the registry. */
  readonly registry: string;
  /** The job signed in to Azure before already. */
  readonly isSignedIn: boolean;
}

/** What people do beside the change of the workflow. */
export function registrySteps(
  path: string,
  place: WorkflowStep,
  { secret, registry, isSignedIn }: RegistryLogin,
): Step[] {
  const off = serviceOf('container-registry')?.identity.disableKeys?.cli;
  return [
    ...(isSignedIn ? [] : [identityStep(path, place), newVariablesStep(path, place)]),
    roleStep(`role:github:${registry}`, {
      name: 'AcrPush',
      guid: '8311e382-0749-4cb8-b61a-304f252e45ec',
      on: say('the registry'),
      scope: `/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.ContainerRegistry/registries/${registry}`,
    }),
    proveStep(path, say('It must pull from and push to the registry as before. The login is valid for three hours.')),
    deleteStep(
      secret,
      place,
      say('Do this only when no other workflow or step reads it any more. The next step makes its value useless.'),
      [],
    ),
    ...(off === undefined
      ? []
      : [
          {
            id: `disable-keys:container-registry:${registry}`,
            kind: 'disable-keys',
            title: say('Switch off the admin user of the registry'),
            text: [
              say(
                'Do this when nothing else signs in with its password. If the password is one of a token or of an app registration, delete that instead.',
              ),
            ],
            code: shell(fill(off, { registry })),
          } as const,
        ]),
  ];
}
