import { Disposable, l10n, window } from 'vscode';
import type { TextEditor } from 'vscode';
import { baseName } from '../core/document';
import type { Leaf } from '../session/groups';
import { keyOf } from '../session/open-document';
import { refOf } from '../session/store';
import type { Store } from '../session/store';
import { rangeOf } from './diagnostics';
import { uriAt } from './documents';
import type { GuidanceSubject } from './guidance-subject';
import type { GuidanceView } from './guidance-view';
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

  // While a scan is due, the findings may be those of the text before a fix: turning to one of them would replace the
  // steps that the fix has left.
  const turnTo = (editor: TextEditor): void => {
    const { document, selection } = editor;
    const key = keyOf(document);
    const entry = store.get(key);
    if (entry === undefined || document.isClosed) return;
    if (entry.busy) {
      state.timer = setTimeout(turnTo, REST, editor);
      return;
    }
    const located = entry.findings.find((one) => rangeOf(one).contains(selection.active));
    if (located) show({ kind: 'finding', key, located });
  };

  return Disposable.from(
    { dispose: () => state.timer && clearTimeout(state.timer) },
    tree.view.onDidChangeSelection(({ selection: [node] }) => {
      if (node?.kind === 'finding') show(node);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (state.timer) clearTimeout(state.timer);
      if (store.get(keyOf(textEditor.document))?.findings.length) state.timer = setTimeout(turnTo, REST, textEditor);
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
