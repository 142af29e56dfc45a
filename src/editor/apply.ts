import { l10n, Range, workspace, WorkspaceEdit } from 'vscode';
import { applyEdits } from '../core/edit';
import { isCurrent } from './plan';
import type { FileChange } from './plan';

/** All files of a plan as one edit, hence one undo step. */
export function workspaceEdit(changes: readonly FileChange[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { document, edits } of changes) {
    for (const { span, newText } of edits) {
      edit.replace(document.uri, new Range(document.positionAt(span.start), document.positionAt(span.end)), newText);
    }
  }
  return edit;
}

/** The text of a file once the plan is carried out. */
export const textAfter = ({ document, edits }: FileChange): string => applyEdits(document.getText(), edits);

/** Carries a plan out. False when a document has changed since: VS Code checks the versions, and nothing is edited. */
export async function apply(changes: readonly FileChange[]): Promise<boolean> {
  if (!changes.every(isCurrent)) return false;
  return workspace.applyEdit(workspaceEdit(changes), { isRefactoring: true });
}

/**
 * Watches an edit that VS Code carries out for us. A code action's edit knows no versions, so a keystroke that arrives
 * between our answer and the edit would shift it. `verify` tells whether every file went through exactly the planned text;
 * if one did not, the texts from before the edit are put back.
 */
export function guard(changes: readonly FileChange[]): { verify(): Promise<boolean>; dispose(): void } {
  const watched = new Map(
    changes.map((change) => [
      change.document.uri.toString(),
      {
        change,
        expected: textAfter(change),
        before: change.document.getText(),
        last: change.document.getText(),
        arrived: false,
      },
    ]),
  );
  const listening = workspace.onDidChangeTextDocument(({ document }) => {
    const file = watched.get(document.uri.toString());
    if (!file || file.arrived) return;
    const text = document.getText();
    file.arrived = oneKind(text) === oneKind(file.expected);
    file.before = file.last;
    file.last = text;
  });
  return {
    async verify() {
      listening.dispose();
      const files = [...watched.values()];
      if (files.every(({ arrived }) => arrived)) return true;
      const edit = new WorkspaceEdit();
      for (const { change, before } of files) {
        const { document } = change;
        const all = new Range(document.positionAt(0), document.positionAt(document.getText().length));
        edit.replace(document.uri, all, before);
      }
      await workspace.applyEdit(edit);
      return false;
    },
    dispose: () => {
      listening.dispose();
    },
  };
}

/** VS Code gives inserted lines the document's own line ends. */
const oneKind = (text: string): string => text.replace(/\r\n?/g, '\n');

export const changedMeanwhile = (): string =>
  l10n.t('The file changed while the fix was being prepared, so nothing was changed. Try again.');
