import type { TextEdit } from '../core/edit';
import type { Refusal } from '../core/finding';
import type { Span } from '../core/span';
import { contains } from '../core/span';
import { formats } from '../formats/index';
import type { CodeFile, CodeWriter } from '../languages/code';
import type { Service } from '../services/service';
import type { FileEdit, ProjectFile } from './migration';
import { refusal } from './refusals';

/** Moves a literal out of the code: the code reads a setting, which Key Vault or the host fills. */
export interface KeepChange {
  readonly edits: readonly TextEdit[];
  readonly files: readonly FileEdit[];
  readonly setting: string;
}

/** The setting's name for a kept secret: one the service is known by, else the kind's. */
export function settingFor(kind: string, service: Service | null): string {
  const last = kind.split('-').at(-1)?.toUpperCase() ?? '';
  const known = service?.settings.find((name) => name.toUpperCase().includes(last) && /^[A-Z][A-Z0-9_]*$/.test(name));
  return (
    known ??
    `AZURE_${kind
      .replace(/^azure-/, '')
      .replace(/\W/g, '_')
      .toUpperCase()}`
  );
}

/** True when the value is a whole string of the code, so that a read can take its place. */
export function canKeep(value: Span, file: CodeFile): boolean {
  const literal = file.literalAt(value.start);
  return (
    literal?.kind === 'string' &&
    contains(literal, value) &&
    !file.errors.some((error) => error.start <= literal.end && literal.start <= error.end)
  );
}

export function changeKept(
  value: Span,
  kind: string,
  service: Service | null,
  file: CodeFile,
  writer: CodeWriter,
  files: readonly ProjectFile[],
): KeepChange | Refusal {
  const literal = file.literalAt(value.start);
  if (literal?.kind !== 'string' || !canKeep(value, file)) return refusal('not-a-whole-string');
  const taken = (name: string) => file.text.includes(name) || files.some((one) => one.text.includes(`${name}=`));
  const base = settingFor(kind, service);
  let setting = base;
  for (let n = 2; taken(setting); n++) setting = `${base}_${n}`;
  const examples = files.flatMap((one): FileEdit[] => {
    const format = formats.find((each) => each.handles(one.path));
    return format?.isExample(one.path) && one.editable !== false
      ? [{ path: one.path, edits: format.append(one.text, setting, '') }]
      : [];
  });
  return { edits: [{ span: literal, newText: writer.readSetting(setting) }], files: examples, setting };
}
