import type { SourceDocument } from '../../core/document';
import type { Span } from '../../core/span';
import { azureLogin } from './azure-login/fix';
import { terraformLogin } from './terraform-login/fix';
import type { FileChange, FileFix, FileRefusal } from './file-fix';

/** Every fix of a file that is not code. */
const fileFixes: readonly FileFix[] = [azureLogin, terraformLogin];

/** The change that removes a finding of a file that is not code, or why there is none; null where no fix is known. */
export async function fileFixAt(
  document: SourceDocument,
  { rule, span }: { readonly rule: string; readonly span: Span },
): Promise<FileChange | FileRefusal | null> {
  for (const fix of fileFixes) {
    if (!fix.rules.includes(rule) || !fix.handles(document.path)) continue;
    const made = await fix.plan(document, span);
    if (made) return made;
  }
  return null;
}
