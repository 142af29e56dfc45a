import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { baseName } from '../core/document';
import type { Remaining } from '../engine/engine';
import { keyOf } from '../session/open-document';
import type { DocumentKey } from '../session/open-document';
import { subjectOf, textAfter } from '../session/planner';
import type { Planned, Planner, Wish } from '../session/planner';
import { uriAt } from './documents';
import type { GuidanceView } from './guidance-view';
import { carryOut } from './outcome';
import { say } from './render';

export const PREVIEW_SCHEME = 'secretless-preview';
const CONTEXT = 'secretless.previewing';

export interface Preview extends Disposable {
  /** Shows a plan as a diff of every file it changes; nothing is edited before `apply`. */
  show(key: DocumentKey, wish: Wish, plan: Planned): Promise<void>;
  apply(): Promise<void>;
  cancel(): Promise<void>;
}

/** The preview that is open. */
interface OpenPreview {
  readonly key: DocumentKey;
  readonly wish: Wish;
  readonly title: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** One preview at a time, in VS Code's own multi-file diff. The right sides are documents without a file. */
export function createPreview(planner: Planner, guidance: GuidanceView): Preview {
  const state = { shown: null as OpenPreview | null, count: 0 };
  const provider = workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, {
    provideTextDocumentContent: (uri) => state.shown?.texts.get(uri.toString()) ?? '',
  });

  const close = async (): Promise<OpenPreview | null> => {
    const { shown } = state;
    if (!shown) return null;
    state.shown = null;
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => tab.label.startsWith(shown.title));
    await commands.executeCommand('setContext', CONTEXT, false);
    await window.tabGroups.close(tabs);
    return shown;
  };

  return {
    async show(key, wish, plan) {
      await close();
      state.count += 1;
      const pairs = plan.changes.map((change) => {
        const before = uriAt(keyOf(change.document));
        // The same path, or the diff would speak of a rename; the number keeps VS Code from showing an older text.
        const after = before.with({ scheme: PREVIEW_SCHEME, query: String(state.count) });
        return { before, after, text: textAfter(change) };
      });
      const title = l10n.t('Preview: {title}', { title: say(plan.migration.title) });
      const texts = new Map(pairs.map(({ after, text }) => [after.toString(), text]));
      const left = leftList(plan.left, state.count);
      if (left) texts.set(left.uri.toString(), left.text);
      state.shown = { key, wish, title, texts };
      await commands.executeCommand('setContext', CONTEXT, true);
      await commands.executeCommand(
        'vscode.changes',
        title,
        // What stays comes first: it decides whether a person wants the rest.
        [
          ...(left ? [[left.uri, undefined, left.uri]] : []),
          ...pairs.map(({ before, after }) => [before, before, after]),
        ],
      );
      const files = pairs.map(({ before }) => baseName(before.path)).join(', ');
      const [yes, no] = [l10n.t('Apply'), l10n.t('Cancel')];
      const asked = l10n.t('Nothing has been changed yet. Apply the migration to {files}?', { files });
      const question = plan.left.length === 0 ? asked : `${asked} ${staying(plan.left.length)}`;
      void window.showInformationMessage(question, yes, no).then((chosen) => {
        if (state.shown?.title !== title) return undefined;
        if (chosen === yes) return this.apply();
        return chosen === no ? this.cancel() : undefined;
      });
    },
    async apply() {
      const shown = await close();
      if (!shown) return;
      // Planned again: the files may have changed while the preview was read.
      const plan = await planner.plan(shown.key, shown.wish);
      const ref = subjectOf(shown.wish);
      await carryOut(plan, { rule: ref.rule, service: ref.service, ref }, guidance);
    },
    async cancel() {
      await close();
    },
    dispose() {
      provider.dispose();
    },
  };
}

const staying = (count: number): string =>
  count === 1
    ? l10n.t('1 place cannot be changed. The preview gives the reason.')
    : l10n.t('{count} places cannot be changed. The preview gives the reasons.', { count });

/** What stays, with its reasons, as a document of its own in the preview; null where nothing does. */
function leftList(left: readonly Remaining[], count: number): { readonly uri: Uri; readonly text: string } | null {
  if (left.length === 0) return null;
  const title = l10n.t('Left to do by hand');
  const uri = Uri.from({ scheme: PREVIEW_SCHEME, path: `/${title}.md`, query: String(count) });
  const places = left.map(({ path, line, what, why }) => {
    const place = l10n.t('{file}, line {line}', { file: path, line });
    return `- **${place}**: ${say(what)}\n  ${say(why)}\n`;
  });
  return { uri, text: `# ${title}\n\n${places.join('')}` };
}
