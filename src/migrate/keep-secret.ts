import type { ProjectFile } from '../core/files';
import type { TextEdit } from '../core/edit';
import type { Fix, Refusal } from '../core/finding';
import type { Span } from '../core/span';
import { contains } from '../core/span';
import { editSettings } from '../formats/edit';
import { formats } from '../formats/index';
import type { CodeFile } from '../languages/contract/file';
import type { VaultAccess } from '../languages/contract/vault';
import type { CodeWriter } from '../languages/contract/writer';
import type { Service } from '../services/service';
import type { FileEdit } from './migration';
import { configurationSetting, settingFor } from './kept-name';
import { refusal } from './refusals';
import { keptFix } from './titles';

/** Moves a literal out of the code: the code reads a setting, which Key Vault or the host fills. */
export interface KeepChange {
  readonly edits: readonly TextEdit[];
  readonly files: readonly FileEdit[];
  readonly setting: string;
}

/** True when the value is a whole string of the code, so that a read can take its place. */
export function canKeep(value: Span, file: CodeFile): boolean {
  const literal = file.literalAt(value.start);
  return (
    literal?.kind === 'string' &&
    contains(literal, value) &&
    !isMixture(literal.value) &&
    !file.errors.some((error) => error.start <= literal.end && literal.start <= error.end)
  );
}

/** A whole URL goes by a name that says so: `AZURE_STORAGE_SAS_URL`. */
function namedFor(value: Span, setting: string, file: CodeFile): string {
  const literal = file.literalAt(value.start);
  const isUrl = literal?.kind === 'string' && /^https?:\/\//i.test(literal.value);
  return isUrl ? setting.replace(/(?:_TOKEN|_SAS)$/, (end) => (end === '_TOKEN' ? '_URL' : '_SAS_URL')) : setting;
}

/** True for a text that holds more than the secret: data in JSON, a command, a sentence. */
const isMixture = (text: string): boolean => /^\s*[[{]|^[^;]*["'\n]/.test(text);

/** How the code could load a value from Key Vault by itself. */
export function wayAt(value: Span, file: CodeFile): VaultAccess['way'] | null {
  const literal = file.literalAt(value.start);
  return (literal && file.vaultAt(literal)?.way) ?? null;
}

/** The fixes that keep a hardcoded secret, the best first: none where the value is not a whole string. */
export function keptFixes(value: Span, kind: string, service: Service | null, file: CodeFile): Fix[] {
  if (!canKeep(value, file)) return [];
  const setting = namedFor(value, settingFor(kind, service), file);
  const way = wayAt(value, file);
  return [
    keptFix('key-vault', way === 'configuration' ? configurationSetting(kind) : setting),
    ...(way === 'client' ? [keptFix('key-vault-client', setting)] : []),
    keptFix('setting', setting),
  ];
}

/** @param text where the setting's name must be new: the file's, or what other changes have made of it */
export function changeKept(
  value: Span,
  kind: string,
  service: Service | null,
  file: CodeFile,
  writer: CodeWriter,
  files: readonly ProjectFile[],
  text = file.text,
): KeepChange | Refusal {
  const literal = file.literalAt(value.start);
  if (literal?.kind !== 'string' || !canKeep(value, file)) return refusal('not-a-whole-string');
  const taken = (name: string) => text.includes(name) || files.some((one) => one.text.includes(`${name}=`));
  const base = namedFor(value, settingFor(kind, service), file);
  let setting = base;
  for (let n = 2; taken(setting); n++) setting = `${base}_${n}`;
  const examples = files.flatMap((one): FileEdit[] => {
    const format = formats.find((each) => each.handles(one.path));
    if (!format?.isExample(one.path) || one.editable === false) return [];
    const made = editSettings(format, one.text, [{ kind: 'append', name: setting, value: '' }]);
    return made.kind === 'edited' ? [{ path: one.path, edits: made.edits }] : [];
  });
  return { edits: [{ span: literal, newText: writer.readSetting(setting) }], files: examples, setting };
}
