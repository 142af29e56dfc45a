import { l10n, Position, window, workspace, WorkspaceEdit } from 'vscode';
import type { TextDocument } from 'vscode';
import { commentAbove, commentStyle, ignoreComment } from './comments';
import type { Located } from './store';

/** Asks for a reason and puts the directive above the finding's line. The version is checked before and by the edit. */
export async function ignoreFinding(document: TextDocument, { finding, range }: Located): Promise<void> {
  const { version } = document;
  const line = document.lineAt(range.start.line);
  const above = new Position(line.lineNumber, 0);
  if (!commentStyle(document.languageId)) {
    void window.showInformationMessage(
      l10n.t('Files of this kind have no comments, so the finding cannot be ignored at its place.'),
    );
    return;
  }
  const style = commentAbove(document.languageId, document.getText().slice(0, document.offsetAt(above)));
  if (!style) {
    void window.showInformationMessage(
      l10n.t('No comment can stand above this line: it continues a text or a command.'),
    );
    return;
  }
  const reason = await window.showInputBox({
    title: l10n.t('Ignore {rule}', { rule: finding.rule }),
    prompt: l10n.t('Why is this no problem? The reason is kept in the comment.'),
    placeHolder: l10n.t('key of a deleted test account'),
    validateInput: (text) =>
      text.trim() === '' ? l10n.t('A reason is needed: it is what the next reader has.') : null,
  });
  if (reason === undefined) return;
  const edit = new WorkspaceEdit();
  const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
  edit.insert(document.uri, above, `${indent}${ignoreComment(style, finding.rule, reason)}\n`);
  if (document.version !== version || !(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(l10n.t('The file changed meanwhile, so no comment was added. Try again.'));
    return;
  }
  await window.showTextDocument(document, { preserveFocus: false, preview: false });
}
