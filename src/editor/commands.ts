import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import { whyNoRewrite } from '../core/finding';
import { keyOf } from '../session/open-document';
import type { DocumentKey } from '../session/open-document';
import type { Planned, Refused, Wish } from '../session/planner';
import type { Session } from '../session/session';
import { findingAt, refOf } from '../session/store';
import type { Background } from './background';
import { atCursor, refIn } from './chosen';
import type { Chooser, Chosen } from './chosen';
import type { CommandName } from './command-names';
import { createDemoFile } from './demo';
import { uriAt } from './documents';
import { subjectAt } from './follow';
import type { GuidanceSubject } from './guidance-subject';
import type { GuidanceView } from './guidance-view';
import { ignoreFinding } from './ignore';
import { carryOut, offerGuidance } from './outcome';
import { pickRule, pickService } from './pickers';
import type { Preview } from './preview';
import { say } from './render';
import type { Sharing } from './sharing';
import type { FindingsTree } from './tree';
import type { WorkspaceScan } from './workspace-scan';

/** What commands work on. */
export interface CommandTargets {
  readonly session: Session;
  readonly preview: Preview;
  readonly guidance: GuidanceView;
  readonly tree: FindingsTree;
  readonly scan: WorkspaceScan;
  readonly background: Background;
  readonly choose: Chooser;
  readonly sharing: Sharing;
  /** Id of the walkthrough, with the extension's. */
  readonly walkthrough: string;
}

export type Handler = (...args: unknown[]) => Promise<unknown>;

/** Every command ends in something a person can see: an edit, a view, or a message. */
export const createCommands = (targets: CommandTargets): Readonly<Record<CommandName, Handler>> => ({
  ...fixing(targets),
  ...showing(targets),
});

type Fixing =
  | 'applyFix'
  | 'previewMigration'
  | 'migrateEverywhere'
  | 'applyPreview'
  | 'cancelPreview'
  | 'fixAllInFile'
  | 'ignoreFinding';

function fixing({ session, preview, guidance, choose }: CommandTargets): Readonly<Record<Fixing, Handler>> {
  const { store, live, planner } = session;
  const plan = (key: DocumentKey, wish: Wish): Thenable<Planned | Refused> => {
    const options = { location: ProgressLocation.Window, title: l10n.t('Planning the migration') };
    return window.withProgress(options, () => planner.plan(key, wish));
  };

  /** The finding meant and the fix for it; null once it is said that there is none. */
  const wishFor = async (argument: unknown, fix: unknown): Promise<(Chosen & { readonly wish: Wish }) | null> => {
    const chosen = await choose(argument);
    if (!chosen) return null;
    const { fixes, refusal } = chosen.located.finding;
    const best = fixes.find(({ kind }) => kind === fix) ?? fixes[0];
    if (best) return { ...chosen, wish: { kind: 'one', finding: chosen.ref, fix: best.kind } };
    const text = refusal ? say(refusal.message) : l10n.t('There is no automatic rewrite for this finding.');
    offerGuidance(text, subjectAt(chosen), guidance);
    return null;
  };

  const showPreview = async (chosen: Chosen, wish: Wish): Promise<void> => {
    const planned = await plan(chosen.key, wish);
    if (planned.kind === 'planned') await preview.show(chosen.key, wish, planned);
    else offerGuidance(say(planned.message), subjectAt(chosen), guidance);
  };

  return {
    async applyFix(argument, fix) {
      const wanted = await wishFor(argument, fix);
      if (wanted) await carryOut(await plan(wanted.key, wanted.wish), subjectAt(wanted), guidance);
    },
    async previewMigration(argument, fix) {
      const wanted = await wishFor(argument, fix);
      if (wanted) await showPreview(wanted, wanted.wish);
    },
    async migrateEverywhere(argument) {
      const chosen = await choose(argument);
      if (chosen) await showPreview(chosen, { kind: 'everywhere', finding: chosen.ref });
    },
    applyPreview: () => preview.apply(),
    cancelPreview: () => preview.cancel(),
    async fixAllInFile() {
      const document = window.activeTextEditor?.document;
      const key = document && keyOf(document);
      if (key !== undefined) await live.settled(key);
      const located =
        key !== undefined &&
        store.get(key)?.findings.find(({ finding }) => finding.fixes.some(({ kind }) => kind === 'identity'));
      if (key === undefined || !located) {
        void window.showInformationMessage(l10n.t('Nothing in this file can be rewritten automatically.'));
        return;
      }
      const wish: Wish = { kind: 'file', subject: refOf(key, located) };
      await carryOut(await plan(key, wish), subjectAt({ key, located }), guidance);
    },
    async ignoreFinding(argument) {
      const chosen = await choose(argument);
      if (chosen) await ignoreFinding(await workspace.openTextDocument(uriAt(chosen.key)), chosen.located);
    },
  };
}

function showing({
  session: { engines, store },
  guidance,
  tree,
  scan,
  background,
  choose,
  sharing,
  walkthrough,
}: CommandTargets): Readonly<Record<Exclude<CommandName, Fixing>, Handler>> {
  const show = async (subject: GuidanceSubject | undefined): Promise<void> => {
    if (subject) await guidance.show(subject);
  };
  const subjectOf = (argument: unknown): GuidanceSubject | null => {
    if (typeof argument === 'string') return { service: argument };
    const ref = refIn(argument);
    if (ref) {
      const located = findingAt(store, ref);
      return located ? subjectAt({ key: ref.uri, located }) : { rule: ref.rule, service: ref.service };
    }
    const document = window.activeTextEditor?.document;
    if (!document) return null;
    const key = keyOf(document);
    const located = atCursor(store.get(key)?.findings ?? []);
    return located ? subjectAt({ key, located }) : null;
  };

  return {
    async showGuidance(argument) {
      const group = serviceIn(argument);
      await show(group ?? subjectOf(argument) ?? (await pickService(engines.alone)));
    },
    async explainRefusal(argument) {
      const chosen = await choose(argument, ({ finding }) => whyNoRewrite(finding) !== null);
      const refusal = chosen?.located.finding.refusal;
      if (!chosen || !refusal) return;
      await guidance.show(subjectAt(chosen));
      void window.showInformationMessage(say(refusal.message));
    },
    showRules: async () => show(await pickRule(engines.alone)),
    scanWorkspace: () => scan.run(),
    stopReading: () => {
      background.stop();
      return Promise.resolve();
    },
    groupByService: () => tree.groupBy('service'),
    groupByFile: () => tree.groupBy('file'),
    groupBySeverity: () => tree.groupBy('severity'),
    filterFindings: () => tree.filter(),
    clearFilter: () => tree.clearFilter(),
    createReport: () => sharing.createReport(),
    exportProgress: () => sharing.exportProgress(),
    importProgress: () => sharing.importProgress(),
    createDemoFile,
    openWalkthrough: async () => commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false),
  };
}

/** A service of the tree. */
function serviceIn(argument: unknown): GuidanceSubject | null {
  const isGroup = typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'group';
  const isService = isGroup && 'by' in argument && argument.by === 'service';
  return isService && 'id' in argument && typeof argument.id === 'string' ? { service: argument.id } : null;
}
