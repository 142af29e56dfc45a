import type { ProjectFile } from '../core/files';
import { formats } from '../formats/index';
import type { Service } from '../services/service';
import type { Analysis } from './analysis';
import { candidatesOf } from './analysis';
import type { SettingChange } from './draft/model';
import { sameSetting } from './project';
import type { UseGroup } from './uses';

/**
 * Texts that may name the resource which the uses of one secret are about: the calls, the value, that of its settings. Where
 * the file has no other secret, the whole file. They hold the secret, and go no further than to who looks for names of hosts.
 */
export function textsAbout(
  group: UseGroup,
  analysis: Analysis,
  changes: readonly SettingChange[],
  files: readonly ProjectFile[],
): string[] {
  const { file, groups } = analysis;
  const own = group.uses.flatMap((use) => [
    file.text.slice(use.match.node.start, use.match.node.end),
    ...candidatesOf(analysis, use).map(({ value }) => value.reveal()),
  ]);
  const settings = files.flatMap(({ path, text }) => formats.find((one) => one.handles(path))?.read(text) ?? []);
  const values = settings
    .filter(({ name }) => changes.some(({ from }) => sameSetting(name, from)))
    .map(({ value }) => value.value.reveal());
  return [...own, ...values, ...(groups.length === 1 ? [file.text] : [])];
}

/** What looks for the names of a service's resources in texts. */
export type NamesIn = (service: Service, texts: readonly string[]) => Readonly<Record<string, string>>;
