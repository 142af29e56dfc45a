import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Step } from '../core/step';
import { inEnvironment, listed, settingOf } from './settings';
import type { Deployment } from './situation';
import type { OldSetting, ReaderKind } from './follow-up';

/** Deleting the setting of which only the service is known: its name, and who reads it, are in code not yet looked at. */
export const removeAnyStep = ({ host }: Deployment): Step => ({
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
export function oldSteps(old: readonly OldSetting[], bindings: readonly string[], { host }: Deployment): Step[] {
  const all = byName(old.filter(({ property }) => !property));
  const properties = byName(old.filter(({ property }) => property));
  const stays = all.filter((setting) => setting.host || setting.readers.length > 0);
  const goes = all.filter((setting) => !stays.includes(setting));
  const remove: Step = {
    id: 'remove-setting',
    kind: 'remove-setting',
    title: say('Remove the old setting'),
    text: [removal(goes), ...(host.settings.old === undefined ? [] : [say(host.settings.old)])],
    code: host.settings.remove?.(goes.map(({ name }) => inEnvironment(name))) ?? null,
  };
  return [
    ...(goes.length > 0 ? [remove] : []),
    ...stays.map((setting) => keepStep(setting, bindings)),
    ...properties.map(propertyStep),
  ];
}

/** A property of options that the rewritten code reads no longer: the class, its checks and other code may still need it. */
const propertyStep = ({ name }: OldSetting): Step => ({
  id: `remove-setting:property:${name}`,
  kind: 'remove-setting',
  title: say('Remove {name} from the options', { name }),
  text: [
    say(
      'The rewritten code no longer reads {name} from its options. Once the new version runs and nothing else reads or requires {name}, delete the property, and then the setting that fills it.',
      { name },
    ),
  ],
  code: null,
});

const READERS: Readonly<Record<ReaderKind, string>> = {
  code: 'The setting {name} stays: code still reads it: {paths}.',
  binding: 'The setting {name} stays: a trigger or binding still reads it: {paths}.',
  itself: 'The setting {name} stays: the Azure Functions host or a library reads it by itself: {paths}.',
  template: 'The setting {name} stays: a template still names it: {paths}.',
  workflow: 'The setting {name} stays: a workflow or script still reads it: {paths}.',
};

/** The texts above, for translators. */
export const readerTexts: readonly string[] = Object.values(READERS);

const readerKinds: readonly ReaderKind[] = ['code', 'binding', 'itself', 'template', 'workflow'];

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
      ...(!host &&
      instead.length > 0 &&
      readers.some(({ kind }) => kind === 'binding' || (kind === 'itself' && /^AzureWebJobs/i.test(name)))
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
export function mustGoStep(name: string, old: readonly OldSetting[], { host }: Deployment): Step {
  const paths = old
    .filter((setting) => setting.name === name)
    .flatMap(({ readers }) => readers.map(({ path }) => path));
  return {
    id: `remove-setting:first:${name}`,
    kind: 'remove-setting',
    title: say('Delete {name} before the new version starts', { name }),
    text: [
      say('The client reads {name} itself, and throws an error if it is set together with a credential.', { name }),
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
