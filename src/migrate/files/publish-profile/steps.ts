import { say } from '../../../core/message';
import type { Step } from '../../../core/step';
import { shell } from '../../../steps/command';
import { isHarmless } from '../../../steps/placeholders';
import { deleteStep, identityStep, newVariablesStep, proveStep, roleStep } from '../workflow/steps';
import type { WorkflowStep } from '../workflow/workflow';

export interface Profile {
  /** Name of the secret with the profile. */
  readonly secret: string;
  /** Name of the app, or an expression. */
  readonly app: string;
  /** The job signed in to Azure before already. */
  readonly isSignedIn: boolean;
}

/** What people do beside the change of the workflow. */
export function profileSteps(path: string, place: WorkflowStep, { secret, app, isSignedIn }: Profile): Step[] {
  const name = /^[\w-]{1,60}$/.test(app) && isHarmless(app) ? app : '<app>';
  const site = `/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Web/sites/${name}`;
  return [
    ...(isSignedIn ? [] : [identityStep(path, place), newVariablesStep(path, place)]),
    roleStep(`role:github:${name}`, {
      name: 'Website Contributor',
      guid: 'de139f84-1756-47ae-9be6-808fbbe84772',
      on: say('the app'),
      scope: site,
    }),
    proveStep(
      path,
      say(
        'It must deploy to the same app as before. A profile also selects a slot: if this one was of a slot, add the input slot-name first.',
      ),
    ),
    deleteStep(
      secret,
      place,
      say('Do this only when no other workflow or step reads it any more. The next step makes its value useless.'),
      [],
    ),
    {
      id: `disable-keys:app-service:${name}`,
      kind: 'disable-keys',
      title: say('Switch off basic authentication for deployments of the app'),
      text: [say('Publish profiles stop working with it, also in other tools. Each slot has a setting of its own.')],
      code: shell([
        `az resource update --ids ${site}/basicPublishingCredentialsPolicies/scm --set properties.allow=false`,
        `az resource update --ids ${site}/basicPublishingCredentialsPolicies/ftp --set properties.allow=false`,
      ]),
    },
  ];
}
