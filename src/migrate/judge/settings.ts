import { settingBehind } from '../../languages/trace';
import { refusal } from '../refusals';
import { sourcesOf } from '../../languages/trace';
import type { Use } from '../uses';
import type { GroupJudge } from './context';
import { needsOnlyCredential } from './dropped-key';

/** The settings that the secrets of some uses are read from, each once. */
const settingsOf = (uses: readonly Use[]): readonly string[] => [
  ...new Set(
    uses.flatMap(({ trace }) => {
      const setting = settingBehind(trace);
      return setting && !setting.property ? setting.name : [];
    }),
  ),
];

/** Development runs against a local emulator, which takes only keys. */
export const emulatorInSettings: GroupJudge = ({ uses }, { facts }) => {
  for (const name of settingsOf(uses)) {
    const found = facts.settings
      .get(name)
      ?.declarations.find(({ value, nearness }) => value.kind === 'emulator' && nearness !== 'other');
    if (found) return refusal('emulator-in-settings', '', { name, file: found.path });
  }
  return null;
};

/** Files whose schema a use reads its secret by: they list the endpoint with the same change. */
const schemasOf = ({ trace }: Use): readonly string[] =>
  sourcesOf(trace).flatMap(({ importedTrace: beyond }) => (beyond?.imported.listed ? [beyond.imported.path] : []));

/** A schema or a type lists the setting: the code may not read another one before that lists it, too. */
export const settingInSchema: GroupJudge = ({ uses }, { facts }) => {
  const changed = new Set(uses.flatMap(schemasOf));
  // A client that takes a credential in the place of a key reads no other setting.
  for (const name of settingsOf(uses.filter((use) => !needsOnlyCredential(use)))) {
    const found = facts.settings
      .get(name)
      ?.readers.find(
        ({ kind, nearness, path }) =>
          (kind === 'schema' || kind === 'type') && nearness !== 'other' && !changed.has(path),
      );
    if (found) return refusal('setting-in-schema', '', { name, file: found.path });
  }
  return null;
};
