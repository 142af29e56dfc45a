import type { SourceDocument } from '../../core/document';
import type { Span } from '../../core/span';
import { azureLogin } from './azure-login/fix';
import { terraformLogin } from './terraform-login/fix';
import { sqlLogin } from './sql-login/fix';
import { functionsConnection } from './functions-connection/fix';
import { bicepSettings } from './bicep-settings/fix';
import { terraformSettings } from './terraform-settings/fix';
import { armSettings } from './arm-settings/fix';
import { keyOutputs } from './key-outputs/fix';
import type { Around, FileChange, FileFix, FileRefusal } from './file-fix';

/** Every fix of a file that is not code. */
const fileFixes: readonly FileFix[] = [
  azureLogin,
  terraformLogin,
  sqlLogin,
  functionsConnection,
  bicepSettings,
  terraformSettings,
  armSettings,
  keyOutputs,
];

/** The change that removes a finding of a file that is not code, or why there is none; null where no fix is known. */
export async function fileFixAt(
  document: SourceDocument,
  { rule, span }: { readonly rule: string; readonly span: Span },
  around: Around,
): Promise<FileChange | FileRefusal | null> {
  for (const fix of fileFixes) {
    if (!fix.rules.includes(rule) || !fix.handles(document.path)) continue;
    const made = await fix.plan(document, span, around);
    if (made) return made;
  }
  return null;
}
