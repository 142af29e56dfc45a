import { l10n, Range, workspace, WorkspaceEdit } from 'vscode';
import { keyOf } from '../session/open-document';
import type { OpenDocument } from '../session/open-document';
import { isCurrent, textAfter } from '../session/planner';
import type { FileChange } from '../session/planner';
import { uriAt } from './documents';

/** All files of a plan as one edit, hence one undo step. */
export function workspaceEdit(changes: readonly FileChange[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { document, edits } of changes) {
    const uri = uriAt(keyOf(document));
    for (const { span, newText } of edits) edit.replace(uri, rangeIn(document, span.start, span.end), newText);
  }
  return edit;
}

function rangeIn(document: OpenDocument, from: number, to: number): Range {
  const [start, end] = [document.positionAt(from), document.positionAt(to)];
  return new Range(start.line, start.character, end.line, end.character);
}

/**
 * Carries a plan out. False when a document has changed since: VS Code checks the versions, and nothing is edited. Its
 * answer comes after it has saved the files, and is no answer to whether they were edited: a person who saves at the
 * same time can make it false, or keep it from coming.
 */
export async function apply(changes: readonly FileChange[]): Promise<boolean> {
  if (!changes.every(isCurrent)) return false;
  const edit = workspaceEdit(changes);
  return new Promise<boolean>((resolve, reject) => {
    const watching = guard(changes, () => {
      resolve(true);
    });
    workspace
      .applyEdit(edit, { isRefactoring: true })
      .then(resolve, reject)
      .then(() => {
        watching.dispose();
      });
  });
}

/** A watch over an edit that VS Code carries out for us. */
interface Guard {
  /** Whether every file went through exactly the planned text. If not, the texts from before the edit are put back. */
  verify(): Promise<boolean>;
  dispose(): void;
}

/**
 * Watches an edit that VS Code carries out for us. A code action's edit knows no versions, so a keystroke that arrives
 * between our answer and the edit would shift it. `onArrived` is called once, when every file has the planned text.
 */
export function guard(changes: readonly FileChange[], onArrived: () => void): Guard {
  const watched = new Map(
    changes.map((change) => [
      keyOf(change.document),
      {
        change,
        expected: textAfter(change),
        before: change.document.getText(),
        last: change.document.getText(),
        arrived: false,
      },
    ]),
  );
  const files = [...watched.values()];
  const haveArrived = (): boolean => files.every(({ arrived }) => arrived);
  const listening = workspace.onDidChangeTextDocument(({ document }) => {
    const file = watched.get(document.uri.toString());
    if (!file || file.arrived) return;
    const text = document.getText();
    file.arrived = oneKind(text) === oneKind(file.expected);
    file.before = file.last;
    file.last = text;
    if (!haveArrived()) return;
    listening.dispose();
    onArrived();
  });
  return {
    async verify() {
      listening.dispose();
      if (haveArrived()) return true;
      const edit = new WorkspaceEdit();
      for (const { change, before } of files) {
        const { document } = change;
        edit.replace(uriAt(keyOf(document)), rangeIn(document, 0, document.getText().length), before);
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
