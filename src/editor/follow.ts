import { Disposable, l10n, window } from 'vscode';
import { baseName } from '../core/document';
import type { Leaf } from '../session/groups';
import { keyOf } from '../session/open-document';
import { refOf } from '../session/store';
import type { Store } from '../session/store';
import { rangeOf } from './diagnostics';
import { uriAt } from './documents';
import type { GuidanceSubject, GuidanceView } from './guidance-view';
import type { FindingsTree } from './tree';

/** Milliseconds the cursor rests on a finding before the guidance turns to it. */
const REST = 200;

/** Lets the guidance follow the cursor and the selection in the tree. It never comes to the front by itself. */
export function followSelection(store: Store, tree: FindingsTree, guidance: GuidanceView): Disposable {
  const state = { timer: null as ReturnType<typeof setTimeout> | null, last: '' };

  const show = (leaf: Leaf): void => {
    const subject = subjectAt(leaf);
    const key = JSON.stringify(subject);
    if (key === state.last) return;
    state.last = key;
    void guidance.show(subject, { reveal: false });
  };

  return Disposable.from(
    { dispose: () => state.timer && clearTimeout(state.timer) },
    tree.view.onDidChangeSelection(({ selection: [node] }) => {
      if (node?.kind === 'finding') show(node);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      if (state.timer) clearTimeout(state.timer);
      const key = keyOf(textEditor.document);
      if (!selection || !store.get(key)?.findings.length) return;
      state.timer = setTimeout(() => {
        const located = store.get(key)?.findings.find((one) => rangeOf(one).contains(selection.active));
        if (located) show({ kind: 'finding', key, located });
      }, REST);
    }),
  );
}

/** What the guidance explains for a finding, with its place for the title. */
export const subjectAt = ({ key, located: { finding, range } }: Omit<Leaf, 'kind'>): GuidanceSubject => ({
  rule: finding.rule,
  service: finding.service,
  title: l10n.t('{file}, line {line}', { file: baseName(uriAt(key).path), line: range.start.line + 1 }),
  ref: refOf(key, { finding, range }),
});
