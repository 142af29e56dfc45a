import type { Redacted } from '../core/redacted';
import { isEmulatorValue } from '../detect/emulator';
import { isPlaceholder } from './endpoint';

/** Text that stands for a value kept elsewhere: `${NAME}`, `%NAME%`, `#{NAME}#`, `{{ name }}`, a Key Vault reference. */
const REFERENCE = /\$\{[^}]{0,200}\}|\$\([^)]{0,200}\)|%\w{1,100}%|#\{[^}]{0,200}\}|\{\{[^}]{0,200}\}\}/;
const WHOLE = new RegExp(
  `^\\s{0,99}(?:${REFERENCE.source}|@Microsoft\\.KeyVault\\([^)]{0,400}\\)|\\$\\w{1,200})#?\\s{0,99}$`,
  'i',
);
const SECRET_PART = new RegExp(
  `(?:key|password|pwd|secret|signature|sig)\\s{0,99}=\\s{0,99}(?:${REFERENCE.source})`,
  'i',
);

/** True for the value of a secret's setting that is one: nothing to fill in, nothing kept elsewhere, no emulator's. */
export function isSecretValue(value: Redacted): boolean {
  const text = value.reveal();
  return !isPlaceholder(text) && !WHOLE.test(text) && !SECRET_PART.test(text) && !isEmulatorValue(text);
}
