import type { SettingRead } from '../../languages/contract/setting';
import { metasOf } from '../../languages/compile';
import { settingBehind, trace } from '../../languages/trace';
import type { Trace } from '../../languages/trace';
import type { Use } from '../uses';
import type { Draft, SettingChange } from './model';
import type { DraftContext, Pass } from './pass';

/** Which settings the code reads no longer at these uses, and which it reads instead. */
export const settings: Pass = (draft, context) => {
  const changes = new Map(context.uses.flatMap((use) => settingChanges(use, context)).map((one) => [keyOf(one), one]));
  return { ...draft, settings: [...changes.values()] };
};

const keyOf = ({ from, service, property }: SettingChange): string =>
  `${from}:${service.id}${property ? ':property' : ''}`;

/** The settings that one use reads no longer. */
export function settingChanges(
  { match, service }: Use,
  { file }: Pick<DraftContext, 'file'>,
): readonly SettingChange[] {
  const kept = metasOf(match.pattern.toText ?? '');
  return [...match.bound].flatMap(([name, node]) => {
    const from = kept.has(name) ? null : trace(node, file);
    const read = from && settingOf(from);
    if (!read) return [];
    const moves = kept.has('ENDPOINT') && settingBehind(from) !== null;
    return [
      { service, from: read.name, to: moves ? (service.endpointSetting ?? null) : null, property: read.property },
    ];
  });
}

const settingOf = (from: Trace): SettingRead | null => settingBehind(from) ?? (from.inner && settingBehind(from.inner));

/** Names of settings whose values the draft's variables held, with the names of those they hold now. */
export function renamedSettings({ endpoints, imported }: Draft, uses: readonly Use[]): ReadonlyMap<string, string> {
  const held = new Set([...endpoints, ...imported.flatMap((secret) => secret.endpoints)].map(({ service }) => service));
  const renamed = uses.flatMap(({ trace: from, service }): [string, string][] => {
    const setting = settingBehind(from);
    const to = service.endpointSetting;
    return setting && to !== undefined && held.has(service) ? [[setting.name, to]] : [];
  });
  // The first one counts.
  return new Map(renamed.reverse());
}
