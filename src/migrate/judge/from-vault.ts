import type { CodeFile } from '../../languages/contract/file';
import type { CodeNode } from '../../languages/contract/node';
import type { Trace } from '../../languages/trace';

/** The packages whose clients read the secrets of a vault. */
const PACKAGES = ['@azure/keyvault-secrets', 'Azure.Security.KeyVault.Secrets'];

const READ = /\.\s{0,99}getSecret(?:Async)?\s{0,99}\(/i;

/** How many variables are followed: `vault`, then `secret`, then `value`. */
const HOPS = 4;

/** True where a value that cannot be followed is what a client of Key Vault gives: the file shows the call. */
export function isFromVault({ leaf, origin }: Trace, file: CodeFile): boolean {
  const { text } = file;
  if (origin !== 'elsewhere' || !PACKAGES.some((name) => text.includes(name))) return false;
  let at: CodeNode | null = leaf;
  for (let hop = 0; at && hop < HOPS; hop++) {
    if (READ.test(text.slice(at.start, at.end))) return true;
    at = beforeOf(at, file);
  }
  return false;
}

/** What the variable holds that a value is read from. */
function beforeOf(node: CodeNode, file: CodeFile): CodeNode | null {
  let holder = node;
  while (holder.kind === 'member') holder = holder.object;
  const declaration = holder.kind === 'name' ? file.declarationOf(holder) : null;
  return declaration?.constant ? (declaration.initialiser ?? declaration.taken?.object ?? null) : null;
}
