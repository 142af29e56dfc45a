import { baseName, folderOf } from '../core/document';
import type { Finding } from '../core/finding';
import { join } from '../core/paths';
import type { Tracking } from '../core/tracking';
import { howMany, isAboutKeys } from '../engine/clients-left';
import type { Places } from '../guide/render-places';
import type { Clues } from '../guide/clues';
import { hunksOf } from '../guide/render-change';
import type { CodeChange } from '../guide/render-change';
import { hostFiles } from '../project/host-files';
import { isSettingsFile } from '../project/manifests';
import type { Host } from './host';
import { masked } from './mask/masked';
import { keyOf } from './open-document';
import type { DocumentKey } from './open-document';
import { textAfter } from './planner';
import type { Session } from './session';
import { findingAt } from './store';
import type { FindingRef } from './store';

/** What the workspace adds to the guidance of a service. Nothing in it is secret. */
export interface GuidanceContext {
  /** Known at once: the change is named, its lines are not there yet. */
  readonly now: (ref: FindingRef) => CodeChange | null;
  /** The whole change; null where the finding is gone. */
  readonly change: (ref: FindingRef) => Promise<CodeChange | null>;
  /** What Git does with the finding's file, and the places that the finding has to do with. */
  readonly around: (ref: FindingRef) => Promise<Around>;
  readonly clues: (service: string, ref: FindingRef) => Promise<Clues>;
  /** The host that the workspace's files speak for. */
  readonly likelyHost: () => Promise<string | null>;
}

export interface Around {
  readonly tracking: Tracking;
  readonly places: Places;
}

/** Larger settings files hold more than settings: 64 KiB. */
const SETTINGS_LIMIT = 64 * 1024;

export function createGuidanceContext(
  host: Pick<Host, 'roots' | 'placeOf' | 'filesOf' | 'open'>,
  { store, planner, engines }: Pick<Session, 'store' | 'planner' | 'engines'>,
): GuidanceContext {
  const state = { host: null as Promise<string | null> | null };
  const found = (ref: FindingRef): Finding | undefined => findingAt(store, ref)?.finding;

  const now: GuidanceContext['now'] = (ref) => {
    const finding = found(ref);
    if (!finding) return null;
    const [fix] = finding.fixes;
    if (fix) return { title: fix.title, fix: fix.kind, hunks: null, others: [] };
    if (finding.refusal) return { title: finding.refusal.message, fix: null, hunks: null, others: [] };
    return null;
  };

  const textOf = async (key: DocumentKey): Promise<string> => {
    const { root, path } = host.placeOf(key);
    if (root === null) return (await host.open(key))?.getText() ?? '';
    const file = await host.filesOf(root).read(path);
    return file.kind === 'text' ? file.text : '';
  };

  /** Settings beside a file and at the top of its folder: names for the commands are there. */
  const settingsAround = async (key: DocumentKey): Promise<string[]> => {
    const { root, path } = host.placeOf(key);
    if (root === null) return [];
    const files = host.filesOf(root);
    const texts: string[] = [];
    for (const folder of new Set([folderOf(path), ''])) {
      const listing = await files.list(folder);
      for (const { name } of listing.kind === 'listing' ? listing.entries : []) {
        const file = join(folder, name);
        if (!isSettingsFile(baseName(name)) || file === path) continue;
        const read = await files.read(file, SETTINGS_LIMIT);
        if (read.kind === 'text') texts.push(read.text);
      }
    }
    return texts;
  };

  return {
    now,
    async change(ref) {
      // Not known is not gone: planning opens the file and has it looked at.
      if (!store.get(ref.uri)) await planner.plan(ref.uri, { kind: 'one', finding: ref, fix: 'identity' });
      const first = now(ref);
      const fix = found(ref)?.fixes[0];
      if (!first || !fix) return first;
      const plan = await planner.plan(ref.uri, { kind: 'one', finding: ref, fix: fix.kind });
      if (plan.kind === 'refused') return found(ref) ? { ...first, title: plan.message, fix: null } : null;
      const own = plan.changes.find(({ document }) => keyOf(document) === ref.uri);
      const others = plan.changes
        .filter((one) => one !== own)
        .map(({ document }) => host.placeOf(keyOf(document)).path);
      if (!own) return { ...first, title: plan.migration.title, hunks: [], others };
      const original = own.document.getText();
      const changed = textAfter(own);
      const [before, after] = await masked(engines.alone, host.placeOf(ref.uri).path, original, changed);
      return {
        title: plan.migration.title,
        fix: fix.kind,
        hunks: hunksOf(original, changed, own.edits, before, after),
        others,
      };
    },
    async around(ref) {
      const finding = found(ref);
      const list = finding?.related ?? [];
      const { path } = host.placeOf(ref.uri);
      const clients =
        finding && finding.service !== null && isAboutKeys(finding.rule)
          ? await engines.of(ref.uri).clientsLeft(path, finding.service)
          : null;
      return {
        tracking: finding?.tracking ?? 'unknown',
        places: { summary: clients && howMany(clients), list: [...list, ...(clients?.clients ?? [])] },
      };
    },
    async clues(service, { uri }) {
      return engines.alone.clues(service, [await textOf(uri), ...(await settingsAround(uri))]);
    },
    likelyHost() {
      state.host ??= (async () => {
        const files = await Promise.all(host.roots().map((root) => hostFiles(host.filesOf(root))));
        return engines.alone.likelyHosts(files.flat())[0]?.host ?? null;
      })().catch(() => null);
      return state.host;
    },
  };
}
