import { say } from '../core/message';
import type { Step } from '../core/step';
import { parseCommands, shell, shellOrNone } from './command';
import type { Setting } from './host';
import type { Deployment, Situation } from './situation';

/** Bringing the change out, once for all services. */
export function deployStep({ host, iac }: Deployment): Step {
  const [id, kind] = ['deploy', 'deploy'] as const;
  if (host.kind === 'local') {
    return {
      id,
      kind,
      title: say('Run it'),
      text: [say('Start the app. The first request signs in with your account, without a secret.')],
      code: null,
    };
  }
  const title = say('Deploy');
  if (iac === 'terraform') {
    const code = shell(['terraform plan -out main.tfplan', 'terraform apply main.tfplan']);
    return { id, kind, title, text: [say('Infrastructure first, then the changed code.')], code };
  }
  return {
    id,
    kind,
    title,
    text: [say('Deploy the changed code as usual. Keep the old secret in place until the next step succeeds.')],
    code: null,
  };
}

/** Deploying the Bicep of the steps before, before anything needs what it creates. */
export const infrastructureStep = (): Step => {
  const deployment = 'az deployment group';
  const target = '--resource-group <resource-group> --template-file main.bicep';
  return {
    id: 'deploy:infrastructure',
    kind: 'deploy',
    title: say('Deploy the infrastructure'),
    text: [
      say(
        'Put the Bicep of the steps before, in order, into main.bicep. The commands ask for each parameter without a value; the second one prints the IDs that the next steps need.',
      ),
    ],
    code: shell([`${deployment} what-if ${target}`, `${deployment} create ${target} --query properties.outputs`]),
  };
};

/** Seeing that one service lets the identity in. */
export function proveStep({ service, title, identity, choice, role }: Situation): Step {
  const { grant, prove } = identity;
  const listed =
    grant.kind === 'rbac' && choice !== 'developer' && role !== null
      ? [`az role assignment list --assignee <principal-id> --scope ${grant.scope} --include-inherited --output table`]
      : [];
  return {
    id: `prove:${service}`,
    kind: 'prove',
    title: say('Prove that it works: {service}', { service: title }),
    text: [
      choice === 'developer'
        ? say('This uses your own sign-in.')
        : say(
            'Use the app once so that it calls the service, and check its log. The sign-in log of the identity shows the token that was issued.',
          ),
      ...(listed.length > 0 ? [say('The first command lists the role.')] : []),
      ...(prove !== undefined && choice !== 'developer'
        ? [
            say(
              'The last command calls the service as the identity that is signed in. Run it on the host, or as yourself with the same role.',
            ),
          ]
        : []),
      say('If you get a 403 error right after you assigned the role, wait 10 minutes before you change anything.'),
    ],
    code: shellOrNone(parseCommands([...listed, ...(prove === undefined ? [] : [prove])])),
  };
}

/** What changes on the developer's machine, as the last step of the other hosts. */
export function localStep(settings: readonly Setting[], roles: readonly string[]): Step {
  return {
    id: 'local',
    kind: 'local',
    title: say('Keep working locally'),
    text: [
      say('Sign in with az login (or Azure Developer CLI, Visual Studio Code). The same code then uses your account.'),
      roles.length === 0
        ? say('Give a group of developers the same access on development resources.')
        : say('Give a group of developers {role} on development resources.', { role: roles.join(', ') }),
      say('In .env, these lines replace the keys that are no longer used.'),
    ],
    code: {
      language: 'env',
      text: [...settings.map(({ name, value }) => `${name}=${value}`), 'AZURE_TOKEN_CREDENTIALS=dev'].join('\n'),
    },
  };
}
