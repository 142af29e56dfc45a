import type { SourceDocument } from '../../core/document';
import type { Span } from '../../core/span';
import { azureLogin } from './azure-login/fix';
import { composeSecret } from './compose-secret/fix';
import { dockerSecret } from './docker-secret/fix';
import { kubernetesSecret } from './kubernetes-secret/fix';
import { springDatasource } from './spring-datasource/fix';
import { publishProfile } from './publish-profile/fix';
import { registryPassword } from './registry-password/fix';
import { scriptLogin } from './script-login/fix';
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
  publishProfile,
  registryPassword,
  scriptLogin,
  terraformLogin,
  sqlLogin,
  springDatasource,
  composeSecret,
  dockerSecret,
  kubernetesSecret,
  functionsConnection,
  bicepSettings,
  terraformSettings,
  armSettings,
  keyOutputs,
];

const isMeant = ({ rules }: FileFix, rule: string): boolean =>
  rules.some((one) => (one.endsWith('/') ? rule.startsWith(one) : rule === one));

/** The change that removes a finding of a file that is not code, or why there is none; null where no fix is known. */
export async function fileFixAt(
  document: SourceDocument,
  { rule, span }: { readonly rule: string; readonly span: Span },
  around: Around,
): Promise<FileChange | FileRefusal | null> {
  for (const fix of fileFixes) {
    if (!isMeant(fix, rule) || !fix.handles(document.path)) continue;
    const made = await fix.plan(document, span, around, rule);
    if (made) return made;
  }
  return null;
}
