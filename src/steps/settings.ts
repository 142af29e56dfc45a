import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Step } from '../core/step';
import type { Setting } from './host';
import type { Place, Situation } from './situation';
import type { OldSetting, ReaderKind } from './work';

const clientId: Setting = {
  name: 'AZURE_CLIENT_ID',
  value: '<client-id>',
  bicep: 'identity.properties.clientId',
  terraform: 'azurerm_user_assigned_identity.workload.client_id',
};

/** `A:B` of a configuration is `A__B` in an environment. */
const inEnvironment = (name: string): string => name.replaceAll(':', '__');

const listed = (settings: readonly { readonly name: string }[]): string => settings.map(({ name }) => name).join(', ');

/** Endpoints instead of secrets, the identity to use, and a pinned credential chain. None where nothing is to be set. */
export function setSteps(settings: readonly Setting[], { host, iac, choice }: Place): Step[] {
  const wanted = settings.map((setting) => ({ ...setting, name: inEnvironment(setting.name) }));
  const all: Setting[] = [...wanted];
  if (choice === 'user-assigned' || host.id === 'external') all.push(clientId);
  if (host.credential !== null) all.push({ name: 'AZURE_TOKEN_CREDENTIALS', value: host.credential });
  if (all.length === 0) return [];
  const write = host.settings[iac] ?? host.settings.cli;
  const pinned = [
    say('AZURE_TOKEN_CREDENTIALS pins the credential: without it the first one of the chain that answers is used.'),
    say('Delete AZURE_CLIENT_SECRET if it is set: it comes first in the chain.'),
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

const settingOf = (line: string): Setting => {
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

/** Deleting the setting of which only the service is known: its name, and who reads it, stand in code not yet looked at. */
export const removeAnyStep = ({ host }: Place): Step => ({
  id: 'remove-setting',
  kind: 'remove-setting',
  title: say('Remove the old setting'),
  text: [
    say('Once the new version runs and nothing reads it any more, delete the setting with the old secret there.'),
    ...(host.settings.old === undefined ? [] : [say(host.settings.old)]),
  ],
  code: null,
});

/** One entry for each name: where two projects have a setting of one name, the steps are for both of them. */
function byName(old: readonly OldSetting[]): OldSetting[] {
  const names = [...new Set(old.map(({ name }) => name))];
  return names.map((name) => {
    const same = old.filter((setting) => setting.name === name);
    return {
      name,
      project: same[0]?.project ?? '',
      readers: same.flatMap(({ readers }) => readers),
      host: same.some(({ host }) => host),
      searched: same.every(({ searched }) => searched),
    };
  });
}

function removal(goes: readonly OldSetting[]): Message {
  const [names, several] = [listed(goes), goes.length > 1];
  if (goes.every(({ searched }) => searched))
    return several
      ? say(
          'Once the new version runs, delete the settings {names} where the app runs: nothing in the workspace reads them any more.',
          { names },
        )
      : say(
          'Once the new version runs, delete the setting {names} where the app runs: nothing in the workspace reads it any more.',
          { names },
        );
  return several
    ? say('Once the new version runs and nothing else reads them, delete the settings {names} where the app runs.', {
        names,
      })
    : say('Once the new version runs and nothing else reads it, delete the setting {names} where the app runs.', {
        names,
      });
}

/** Deleting settings that nothing reads any more; keeping each that somebody still reads, with who it is. */
export function oldSteps(old: readonly OldSetting[], bindings: readonly string[], { host }: Place): Step[] {
  const all = byName(old);
  const stays = all.filter((setting) => setting.host || setting.readers.length > 0);
  const goes = all.filter((setting) => !stays.includes(setting));
  const remove: Step = {
    id: 'remove-setting',
    kind: 'remove-setting',
    title: say('Remove the old setting'),
    text: [removal(goes), ...(host.settings.old === undefined ? [] : [say(host.settings.old)])],
    code: host.settings.remove?.(goes.map(({ name }) => inEnvironment(name))) ?? null,
  };
  return [...(goes.length > 0 ? [remove] : []), ...stays.map((setting) => keepStep(setting, bindings))];
}

const READERS: Readonly<Record<ReaderKind, string>> = {
  code: 'The setting {name} stays: code still reads it: {paths}.',
  binding: 'The setting {name} stays: a trigger or binding still reads it: {paths}.',
  template: 'The setting {name} stays: a template still names it: {paths}.',
  workflow: 'The setting {name} stays: a workflow or script still reads it: {paths}.',
};

/** The texts above, for translators. */
export const readerTexts: readonly string[] = Object.values(READERS);

const readerKinds: readonly ReaderKind[] = ['code', 'binding', 'template', 'workflow'];

function readersOf({ name, readers }: OldSetting): Message[] {
  return readerKinds.flatMap((kind) => {
    const paths = [...new Set(readers.filter((reader) => reader.kind === kind).map(({ path }) => path))];
    return paths.length === 0 ? [] : [say(READERS[kind], { name, paths: paths.join(', ') })];
  });
}

/** @param bindings settings that replace the one of a trigger or binding named `<connection>` */
function keepStep(setting: OldSetting, bindings: readonly string[]): Step {
  const { name, host, readers } = setting;
  const instead = bindings
    .filter((line) => line.startsWith('<connection>'))
    .map((line) => settingOf(line).name.replace('<connection>', name));
  return {
    id: `keep-setting:${inEnvironment(name)}`,
    kind: 'keep-setting',
    title: say('Keep the setting {name}', { name }),
    text: [
      ...readersOf(setting),
      ...(host
        ? [
            say(
              'The setting {name} stays where the app runs: the Azure Functions host reads it by itself. It goes only when the host has an identity-based connection instead, such as {name}__accountName.',
              { name },
            ),
          ]
        : []),
      ...(!host && instead.length > 0 && readers.some(({ kind }) => kind === 'binding')
        ? [
            say('A trigger or binding takes an identity through {names} instead of {name}.', {
              names: instead.join(', '),
              name,
            }),
          ]
        : []),
    ],
    code: null,
  };
}

/** Deleting a setting that stops the new code while it is set. */
export function mustGoStep(name: string, old: readonly OldSetting[], { host }: Place): Step {
  const paths = old
    .filter((setting) => setting.name === name)
    .flatMap(({ readers }) => readers.map(({ path }) => path));
  return {
    id: `remove-setting:first:${name}`,
    kind: 'remove-setting',
    title: say('Delete {name} before the new version starts', { name }),
    text: [
      say('The client reads {name} by itself, and throws while it is set beside a credential.', { name }),
      ...(paths.length > 0
        ? [
            say('What still reads it needs the key from a setting with another name: {paths}.', {
              paths: [...new Set(paths)].join(', '),
            }),
          ]
        : []),
    ],
    code: host.settings.remove?.([name]) ?? null,
  };
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
