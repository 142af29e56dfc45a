import { l10n, Position, window, workspace, WorkspaceEdit } from 'vscode';
import type { TextDocument } from 'vscode';
import { valueMark } from '../core/fingerprint';
import { EXCEPTIONS_FILE, parseExceptions, withException } from '../session/exceptions';
import type { Located } from '../session/store';
import { commentAbove, commentStyle, ignoreComment } from './comments';
import { homeOf, uriOf } from './documents';
import { workspaceFiles } from './workspace-files';

/** Asks for a reason and puts the directive above the finding's line. The version is checked before and by the edit. */
export async function ignoreFinding(document: TextDocument, { finding, range }: Located): Promise<void> {
  const { version } = document;
  const line = document.lineAt(range.start.line);
  const above = new Position(line.lineNumber, 0);
  if (!commentStyle(document.languageId)) {
    await exceptFinding(document, finding);
    return;
  }
  const style = commentAbove(document.languageId, document.getText().slice(0, document.offsetAt(above)));
  if (!style) {
    void window.showInformationMessage(
      l10n.t('A comment cannot be added above this line, because the line continues a string or a command.'),
    );
    return;
  }
  const reason = await askWhy(finding.rule);
  if (reason === undefined) return;
  const edit = new WorkspaceEdit();
  const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
  edit.insert(document.uri, above, `${indent}${ignoreComment(style, finding.rule, reason)}\n`);
  if (document.version !== version || !(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(l10n.t('The file changed in the meantime, so no comment was added. Try again.'));
    return;
  }
  await window.showTextDocument(document, { preserveFocus: false, preview: false });
}

const askWhy = (rule: string): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Ignore {rule}', { rule }),
    prompt: l10n.t('Why is this not a problem? The reason is stored in the comment.'),
    placeHolder: l10n.t('key of a deleted test account'),
    validateInput: (text) =>
      text.trim() === '' ? l10n.t('Enter a reason. It explains the comment to the next reader.') : null,
  });

/** Files without comments have their exceptions in a file at the root of their workspace folder. */
async function exceptFinding(document: TextDocument, { rule, fingerprint, span }: Located['finding']): Promise<void> {
  const value = rule.startsWith('hardcoded/')
    ? valueMark(fingerprint, document.getText().slice(span.start, span.end))
    : null;
  const { root, path } = homeOf(document.uri);
  const file = root && (await workspaceFiles(root).read(EXCEPTIONS_FILE));
  const known = file?.kind === 'text' ? parseExceptions(file.text) : [];
  if (!root || (file?.kind === 'skip' && file.reason !== 'missing') || !known) {
    const shown = EXCEPTIONS_FILE;
    void window.showWarningMessage(l10n.t('{file} cannot be written, so the finding stays.', { file: shown }));
    return;
  }
  const reason = await askWhy(rule);
  if (reason === undefined) return;
  // A path that says one file, whatever characters it has.
  const pattern = `/${path.replace(/[\\*?[\]!#\s]/g, '\\$&')}`;
  const text = withException(known, { rule, path: pattern, fingerprint, value, reason: reason.trim(), until: null });
  const target = uriOf(root, EXCEPTIONS_FILE);
  const edit = new WorkspaceEdit();
  edit.createFile(target, { overwrite: true, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    const shown = EXCEPTIONS_FILE;
    void window.showWarningMessage(l10n.t('{file} cannot be written, so the finding stays.', { file: shown }));
  }
}
