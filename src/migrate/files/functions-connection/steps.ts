import { say } from '../../../core/message';
import type { Step } from '../../../core/step';

/** What a connection with an identity leaves to people beside the identity, its role and the settings of the app. */
export const connectionSteps = (name: string, setters: readonly string[]): Step[] => [
  ...(setters.length > 0
    ? [
        {
          id: `set-setting:also:${name}`,
          kind: 'set-setting',
          title: say('Other files set {name} too: {paths}', { name, paths: setters.join(', ') }),
          text: [say('They go on with the key until they set the new settings instead.')],
          code: null,
        } satisfies Step,
      ]
    : []),
  {
    id: `set-setting:user-assigned:${name}`,
    kind: 'set-setting',
    title: say('With a user-assigned identity: also set {credential} and {client}', {
      credential: `${name}__credential`,
      client: `${name}__clientId`,
    }),
    text: [
      say(
        'The first is managedidentity, the second the client ID of the identity. Set both only where the app runs, never on a developer machine.',
      ),
    ],
    code: null,
  },
  {
    id: 'local:functions-core-tools',
    kind: 'local',
    title: say('Sign in on your machine, with Azure Functions Core Tools 4.0.3904 or later'),
    text: [say('The local host uses your own account, for example that of az login. It needs the same roles.')],
    code: null,
  },
];
