import { say } from '../core/message';
import type { Step } from '../core/step';
import type { Setting } from './host';
import type { Deployment, Situation } from './situation';

const clientId: Setting = {
  name: 'AZURE_CLIENT_ID',
  value: '<client-id>',
  terraform: 'azurerm_user_assigned_identity.workload.client_id',
};

/** `A:B` of a configuration is `A__B` in an environment. */
export const inEnvironment = (name: string): string => name.replaceAll(':', '__');

/** Names as a list in a sentence. */
export const listed = (settings: readonly { readonly name: string }[]): string =>
  settings.map(({ name }) => name).join(', ');

/** Endpoints instead of secrets, the identity to use, and a pinned credential chain. None where nothing is to be set. */
export function setSteps(settings: readonly Setting[], { host, iac, choice }: Deployment): Step[] {
  const wanted = settings.map((setting) => ({ ...setting, name: inEnvironment(setting.name) }));
  const all: Setting[] = [...wanted];
  if (choice === 'user-assigned' || host.id === 'external') all.push(clientId);
  if (host.credential !== null) all.push({ name: 'AZURE_TOKEN_CREDENTIALS', value: host.credential });
  if (all.length === 0) return [];
  const write = host.settings[iac] ?? host.settings.cli;
  const pinned = [
    say(
      'AZURE_TOKEN_CREDENTIALS selects the credential. Without it, the first credential in the chain that responds is used.',
    ),
    say('Delete AZURE_CLIENT_SECRET if it is set: it is used first.'),
  ];
  return [
    {
      id: 'set-setting',
      kind: 'set-setting',
      title:
        host.credential === null
          ? say('Set {names} where the app runs', { names: listed(all) })
          : wanted.length === 0
            ? say('Pin the credential')
            : say('Set the endpoint, pin the credential'),
      text: [
        ...(host.credential === null ? [] : pinned),
        ...(host.settings.text === undefined ? [] : [say(host.settings.text)]),
      ],
      code: write === undefined ? null : write(all),
    },
  ];
}

/** A line `NAME=value` as a setting. */
export const settingOf = (line: string): Setting => {
  const at = line.indexOf('=');
  return { name: line.slice(0, at), value: line.slice(at + 1) };
};

/** What the connection of a trigger or binding becomes, on the host that has them. */
export function bindingSteps({ identity, host, iac, service }: Situation): Step[] {
  const write = host.settings[iac] ?? host.settings.cli;
  if (host.id !== 'functions' || identity.bindings === undefined || write === undefined) return [];
  return [
    {
      id: `set-setting:bindings:${service}`,
      kind: 'set-setting',
      title: say('Where a trigger or binding uses it: its connection'),
      text: [
        say(
          '<connection> is the name in the attribute Connection of the trigger. The setting with the connection string goes.',
        ),
      ],
      code: write(identity.bindings.map(settingOf)),
    },
  ];
}

/** Settings in a file whose new value only a person knows. */
export const unknownStep = (names: readonly string[], file: string): Step => ({
  id: `set-setting:${file}:${names.map(inEnvironment).join(':')}`,
  kind: 'set-setting',
  title: say('Set {names} in {file}: its value could not be derived.', { names: names.join(', '), file }),
  text: [],
  code: null,
});

/** What the settings of a local emulator mean for code that takes tokens. */
export const emulatorStep = (name: string, file: string): Step => ({
  id: `local:emulator:${file}:${inEnvironment(name)}`,
  kind: 'local',
  title: say('{file} keeps {name} for the local emulator', { file, name }),
  text: [
    say(
      'The emulator takes only its own key over http, and the rewritten code asks for a token: develop against a resource in Azure, or run Azurite over https with --oauth basic.',
    ),
  ],
  code: null,
});
