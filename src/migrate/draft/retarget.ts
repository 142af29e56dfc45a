import { editedOrNull } from '../../core/edit';
import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import { contains } from '../../core/span';
import type { CodeNode } from '../../languages/contract/node';
import type { SettingRead } from '../../languages/contract/setting';
import type { Trace } from '../../languages/trace';
import type { Service } from '../../services/service';
import { isEmulatorText } from '../../detect/emulator';
import { endpointCode } from '../endpoint';
import { refusal } from '../refusals';
import { importedEndpoint } from './imported-secrets';
import type { Draft } from './model';
import { isRefusal, plus } from './pass';
import type { FileContext, Written } from './pass';

/** Where code takes a secret, and of which service it is to take the endpoint. */
export interface SecretPlace {
  readonly node: CodeNode;
  readonly trace: Trace;
  readonly service: Service;
  /** The metavariable that the secret fills: `CONNECTION`, `SASURL`, ... */
  readonly secret: string;
  /** What the variable with the endpoint must be called; null where any name will do. */
  readonly name: string | null;
}

/** The expression with the place the secret came from turned into the endpoint's: same fallbacks, casts and wrappers. */
export function retargeted(
  expression: CodeNode,
  place: SecretPlace,
  draft: Draft,
  context: FileContext,
): Written | Refusal {
  const { trace: from, service } = place;
  const source = sourceEdits(place, draft, context);
  if (isRefusal(source)) return source;
  // A second setting, which would still give the old kind of value, is a reason for the judge to refuse (`judge/origin.ts`).
  const fallback = from.fallback && isText(from.fallback) ? literalEdit(from.fallback, service, context) : null;
  if (fallback && isRefusal(fallback)) return fallback;
  const all = [...source, ...(fallback ? [fallback] : [])];
  const { start, end } = expression.outer;
  const isInside = ({ span }: TextEdit): boolean => contains(expression.outer, span);
  const shifted = all
    .filter(isInside)
    .map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }));
  const code = editedOrNull(context.file.text.slice(start, end), shifted);
  if (code === null) return refusal('edits-overlap');
  // The name of a setting may be in a constant of its own.
  const movable = from.via ? all : from.setting ? all.slice(0, 1) : [];
  const outside = movable.filter((edit) => !isInside(edit));
  return { code, draft: plus(draft, { edits: outside }) };
}

/** The edits that read the endpoint from where the secret came from. */
function sourceEdits(
  { trace: from, service }: SecretPlace,
  draft: Draft,
  context: FileContext,
): readonly TextEdit[] | Refusal {
  if (from.setting) return settingEdits(from.setting, from, service, context);
  if (from.importedTrace) {
    const edit = importedEndpoint(from.importedTrace, service, draft);
    return edit ? [edit] : refusal('secret-from-elsewhere');
  }
  if (!isText(from.leaf)) return refusal('endpoint-unknown', service.title);
  const edit = literalEdit(from.leaf, service, context);
  return isRefusal(edit) ? edit : [edit];
}

/** The name of the setting first, then where a message repeats it. */
function settingEdits(
  setting: SettingRead,
  { fallback }: Trace,
  service: Service,
  context: FileContext,
): readonly TextEdit[] | Refusal {
  const { endpointSetting: to } = service;
  if (to === undefined) return refusal('endpoint-unknown', service.title);
  return [setting.renamed(to), ...(fallback ? messageEdits(setting.name, to, fallback, context) : [])];
}

/** The name of the setting in what is said when it is missing: `?? throw new Exception("X is missing")`. */
function messageEdits(from: string, to: string, { kind, outer }: CodeNode, { file }: FileContext): TextEdit[] {
  if (kind !== 'other' && kind !== 'call') return [];
  const name = new RegExp(`(?<![\\w:])${from.replace(/\W/g, '\\$&')}(?![\\w:])`, 'g');
  return [...file.text.slice(outer.start, outer.end).matchAll(name)].map((hit) => ({
    span: { start: outer.start + hit.index, end: outer.start + hit.index + hit[0].length },
    newText: to,
  }));
}

/** The code that reads the endpoint's setting in the place of one that was destructured, with the same fallback. */
export function readAgain(
  { trace: { fallback }, service }: SecretPlace,
  draft: Draft,
  context: FileContext,
): Written | Refusal {
  const { endpointSetting: setting } = service;
  if (setting === undefined) return refusal('endpoint-unknown', service.title);
  if (!fallback) return { code: context.writer.readSetting(setting, null), draft };
  const literal = literalEdit(fallback, service, context);
  return isRefusal(literal) ? literal : { code: context.writer.readSetting(setting, literal.newText), draft };
}

/** The endpoint in the place of a literal secret. */
function literalEdit(node: CodeNode, service: Service, { file, writer }: FileContext): TextEdit | Refusal {
  if (isEmulatorText(file.text.slice(node.start, node.end))) return refusal('emulator-fallback');
  const code = endpointCode(node, service, file, writer);
  return code === null ? refusal('endpoint-unknown', service.title) : { span: node, newText: code };
}

const isText = ({ kind }: CodeNode): boolean => kind === 'string' || kind === 'template';
