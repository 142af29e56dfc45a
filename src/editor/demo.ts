import { Selection, window, workspace } from 'vscode';
import { demoText } from './demo-text';

/**
 * Opens an unsaved file with made-up secrets to try the extension on. They are made here and now: nothing key-shaped is
 * part of the package.
 */
export async function createDemoFile(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'typescript', content: demoText() });
  const editor = await window.showTextDocument(document, { preview: false });
  // On the key: the first thing to try is one keystroke away.
  const place = document.positionAt(document.getText().indexOf('AccountKey=') + 'AccountKey='.length);
  editor.selection = new Selection(place, place);
}
