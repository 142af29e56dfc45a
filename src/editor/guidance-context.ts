import { Uri, workspace } from 'vscode';
import { baseName, folderOf } from '../core/document';
import type { Engine } from '../engine/engine';
import type { Clues } from '../guide/clues';
import { hunksOf } from '../guide/render-change';
import type { CodeChange } from '../guide/render-change';
import { hostFiles } from '../project/host-files';
import { isSettingsFile } from '../project/manifests';
import { masked } from '../session/mask';
import { textAfter } from './apply';
import { placeOf } from './documents';
import type { Planner } from './plan';
import type { FindingRef, Store } from './store';
import { workspaceFiles } from './workspace-files';

/** What the workspace adds to the guidance of a service. Nothing in it is secret. */
export interface GuidanceContext {
  /** Known at once: the change is named, its lines are not there yet. */
  readonly now: (ref: FindingRef) => CodeChange | null;
  /** The whole change; null where the finding is gone. */
  readonly change: (ref: FindingRef) => Promise<CodeChange | null>;
  readonly clues: (service: string, ref: FindingRef) => Promise<Clues>;
  /** The host that the workspace's files speak for. */
  readonly likelyHost: () => Promise<string | null>;
}

interface Rooms {
  readonly engine: Engine;
  readonly store: Store;
  readonly planner: Planner;
}

export function createGuidanceContext({ engine, store, planner }: Rooms): GuidanceContext {
  const state = { host: null as Promise<string | null> | null };
  const found = (ref: FindingRef) =>
    store.get(Uri.parse(ref.uri))?.findings.find(({ finding }) => finding.fingerprint === ref.fingerprint)?.finding;

  const now: GuidanceContext['now'] = (ref) => {
    const finding = found(ref);
    if (!finding) return null;
    const [fix] = finding.fixes;
    if (fix) return { title: fix.title, fix: fix.kind, hunks: null, others: [] };
    if (finding.refusal) return { title: finding.refusal.message, fix: null, hunks: null, others: [] };
    return null;
  };

  return {
    now,
    async change(ref) {
      // Not known is not gone: planning opens the file and has it looked at.
      if (!store.get(Uri.parse(ref.uri)))
        await planner.plan(Uri.parse(ref.uri), { kind: 'one', finding: ref, fix: 'identity' });
      const first = now(ref);
      const fix = found(ref)?.fixes[0];
      if (!first || !fix) return first;
      const uri = Uri.parse(ref.uri);
      const plan = await planner.plan(uri, { kind: 'one', finding: ref, fix: fix.kind });
      if (plan.kind === 'refused') return found(ref) ? { ...first, title: plan.message, fix: null } : null;
      const { path } = placeOf(uri);
      const own = plan.changes.find(({ document }) => document.uri.toString() === uri.toString());
      const others = plan.changes.filter((one) => one !== own).map(({ document }) => placeOf(document.uri).path);
      if (!own) return { ...first, title: plan.migration.title, hunks: [], others };
      const original = own.document.getText();
      const changed = textAfter(own);
      const [before, after] = await masked(engine, path, original, changed);
      return {
        title: plan.migration.title,
        fix: fix.kind,
        hunks: hunksOf(original, changed, own.edits, before, after),
        others,
      };
    },
    async clues(service, ref) {
      const uri = Uri.parse(ref.uri);
      const { root, path } = placeOf(uri);
      const open = workspace.textDocuments.find((document) => document.uri.toString() === ref.uri);
      const files = root ? workspaceFiles(root) : null;
      const first = open || !files ? null : await files.read(path);
      const texts = [open?.getText() ?? (first?.kind === 'text' ? first.text : '')];
      if (files) {
        for (const folder of new Set([folderOf(path), ''])) {
          const listing = await files.list(folder);
          for (const { name } of listing.kind === 'listing' ? listing.entries : []) {
            const file = folder === '' ? name : `${folder}/${name}`;
            if (!isSettingsFile(baseName(name)) || file === path) continue;
            const read = await files.read(file, 64 * 1024);
            if (read.kind === 'text') texts.push(read.text);
          }
        }
      }
      return engine.clues(service, texts);
    },
    likelyHost() {
      state.host ??= (async () => {
        const folders = workspace.workspaceFolders ?? [];
        const files = await Promise.all(folders.map(({ uri }) => hostFiles(workspaceFiles(uri))));
        return engine.likelyHosts(files.flat())[0]?.host ?? null;
      })().catch(() => null);
      return state.host;
    },
  };
}
