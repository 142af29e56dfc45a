import { commands, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { Engine } from '../engine/engine';
import { atCursor, refIn } from './chosen';
import type { Chooser, Chosen } from './chosen';
import type { CommandName } from './command-names';
import { createDemoFile } from './demo';
import { subjectAt } from './follow';
import type { GuidanceSubject, GuidanceView } from './guidance-view';
import { ignoreFinding } from './ignore';
import type { Live } from './live';
import { carryOut, offerGuidance } from './outcome';
import { pickRule, pickService } from './pickers';
import type { Planned, Planner, Refused, Wish } from './plan';
import type { Preview } from './preview';
import { say } from './render';
import { refOf } from './store';
import type { Sharing } from './sharing';
import type { Store } from './store';
import type { FindingsTree } from './tree';
import type { WorkspaceScan } from './workspace-scan';

export interface Rooms {
  readonly engine: Engine;
  readonly store: Store;
  readonly live: Live;
  readonly planner: Planner;
  readonly preview: Preview;
  readonly guidance: GuidanceView;
  readonly tree: FindingsTree;
  readonly scan: WorkspaceScan;
  readonly choose: Chooser;
  readonly sharing: Sharing;
  /** Id of the walkthrough, with the extension's. */
  readonly walkthrough: string;
}

export type Handler = (...args: unknown[]) => Promise<unknown>;

/** Every command ends in something a person can see: an edit, a view, or a message. */
export const createCommands = (rooms: Rooms): Readonly<Record<CommandName, Handler>> => ({
  ...fixing(rooms),
  ...showing(rooms),
});

type Fixing = 'applyFix' | 'previewMigration' | 'applyPreview' | 'cancelPreview' | 'fixAllInFile' | 'ignoreFinding';

function fixing({ store, live, planner, preview, guidance, choose }: Rooms): Readonly<Record<Fixing, Handler>> {
  const plan = (uri: Uri, wish: Wish): Thenable<Planned | Refused> => {
    const options = { location: ProgressLocation.Window, title: l10n.t('Planning the migration') };
    return window.withProgress(options, () => planner.plan(uri, wish));
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

  return {
    async applyFix(argument, fix) {
      const wanted = await wishFor(argument, fix);
      if (wanted) await carryOut(await plan(wanted.uri, wanted.wish), subjectAt(wanted), guidance);
    },
    async previewMigration(argument, fix) {
      const wanted = await wishFor(argument, fix);
      if (!wanted) return;
      const planned = await plan(wanted.uri, wanted.wish);
      if (planned.kind === 'planned') await preview.show(wanted.uri, wanted.wish, planned);
      else offerGuidance(say(planned.message), subjectAt(wanted), guidance);
    },
    applyPreview: () => preview.apply(),
    cancelPreview: () => preview.cancel(),
    async fixAllInFile() {
      const uri = window.activeTextEditor?.document.uri;
      if (uri) await live.settled(uri);
      const located =
        uri && store.get(uri)?.findings.find(({ finding }) => finding.fixes.some(({ kind }) => kind === 'identity'));
      if (!uri || !located) {
        void window.showInformationMessage(l10n.t('Nothing in this file can be rewritten automatically.'));
        return;
      }
      const wish: Wish = { kind: 'file', subject: refOf(uri, located) };
      await carryOut(await plan(uri, wish), subjectAt({ uri, located }), guidance);
    },
    async ignoreFinding(argument) {
      const chosen = await choose(argument);
      if (chosen) await ignoreFinding(await workspace.openTextDocument(chosen.uri), chosen.located);
    },
  };
}

function showing({
  engine,
  store,
  guidance,
  tree,
  scan,
  choose,
  sharing,
  walkthrough,
}: Rooms): Readonly<Record<Exclude<CommandName, Fixing>, Handler>> {
  const show = async (subject: GuidanceSubject | undefined): Promise<void> => {
    if (subject) await guidance.show(subject);
  };
  const subjectOf = (argument: unknown): GuidanceSubject | null => {
    if (typeof argument === 'string') return { service: argument };
    const ref = refIn(argument);
    const uri = ref ? Uri.parse(ref.uri) : window.activeTextEditor?.document.uri;
    const findings = (uri && store.get(uri)?.findings) ?? [];
    const located = ref ? findings.find(({ finding }) => finding.fingerprint === ref.fingerprint) : atCursor(findings);
    if (uri && located) return subjectAt({ uri, located });
    return ref ? { rule: ref.rule, service: ref.service } : null;
  };

  return {
    async showGuidance(argument) {
      const group = serviceIn(argument);
      await show(group ?? subjectOf(argument) ?? (await pickService(engine)));
    },
    async explainRefusal(argument) {
      const chosen = await choose(argument, ({ finding }) => finding.refusal !== null);
      const refusal = chosen?.located.finding.refusal;
      if (!chosen || !refusal) return;
      await guidance.show(subjectAt(chosen));
      void window.showInformationMessage(say(refusal.message));
    },
    showRules: async () => show(await pickRule(engine)),
    scanWorkspace: () => scan.run(),
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
