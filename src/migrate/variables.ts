import { applyEdits } from '../core/edit';
import type { TextEdit } from '../core/edit';
import type { Refusal } from '../core/finding';
import { contains } from '../core/span';
import type { Span } from '../core/span';
import type { CodeFile, CodeNode, CodeWriter, Declaration, Reference } from '../languages/code';
import type { Beyond, Trace } from '../languages/trace';
import type { Service } from '../services/service';
import { endpointCode } from './endpoint';
import { isEmulatorText } from '../detect/emulator';
import { refusal } from './refusals';

export interface Endpoint {
  readonly declaration: Declaration;
  readonly service: Service;
  readonly name: string;
  readonly value: string;
}

/** Thrown where a change turns out to have no code. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.id);
  }
}

export const stop = (id: string, service?: Service): never => {
  throw new Refused(refusal(id, service?.title));
};

/** What the endpoints of one file are written with. */
export interface Work {
  readonly file: CodeFile;
  readonly writer: CodeWriter;
  readonly endpoints: Endpoint[];
  /** Edits outside the code of the endpoint. */
  readonly edits: TextEdit[];
  /** Names that an import of this change brings into the file. */
  readonly brought: () => readonly string[];
  /** The edit that reads an endpoint of another file in the place of a secret there. */
  readonly rename: (from: Beyond, service: Service) => TextEdit;
}

/** @param wanted the name of the variable, where the endpoint already has one. */
export function endpointAt(
  bound: CodeNode,
  from: Trace,
  service: Service,
  secret: string,
  work: Work,
  wanted: string | null = null,
): string {
  const { file, writer, endpoints } = work;
  const [first] = from.declarations;
  if (!first) return retarget(bound, from, service, work);
  const deepest = from.declarations.at(-1) ?? first;
  // Code moves to the variable nearest to the use, as long as what it names is in sight there.
  const outermost = first.within === deepest.within ? first : deepest;
  // The casts around the old name belong to the use: `conn!`, `conn as string`.
  const cast = (name: string) =>
    file.text.slice(bound.outer.start, bound.start) +
    (outermost.prefix ?? '') +
    name +
    file.text.slice(bound.end, bound.outer.end);
  const known = endpoints.find((one) => one.declaration === outermost && one.service === service);
  if (known) return cast(known.name);
  const value = deepest.initialiser
    ? retarget(deepest.initialiser, from, service, work)
    : readAgain(from, service, file, writer);
  const taken = endpoints.filter((one) => one.name.startsWith((service.endpointWords ?? [])[0] ?? '')).length;
  const words = endpointWords(service, secret);
  let name = wanted ?? writer.name(taken > 0 ? [...words, String(taken + 1)] : words, outermost.name);
  for (let n = taken + 2; work.brought().includes(name); n++) name = writer.name([...words, String(n)], outermost.name);
  endpoints.push({ declaration: outermost, service, name, value });
  return cast(name);
}

/** What a variable with the endpoint is called. */
export function endpointWords(service: Service, secret: string): readonly string[] {
  const usual = service.endpointWords ?? ['endpoint'];
  // A URL with a SAS may lead to a container or a blob: it is no endpoint of the account.
  return secret === 'SASURL' ? [...usual.slice(0, -1), 'url'] : usual;
}

/** The code that reads the endpoint's setting in the place of one that was destructured, with the same fallback. */
function readAgain({ fallback }: Trace, service: Service, file: CodeFile, writer: CodeWriter): string {
  const setting = service.endpointSetting ?? stop('endpoint-unknown', service);
  if (!fallback) return writer.readSetting(setting).replace(/!$/, '');
  return writer.readSetting(setting, literalEndpoint(fallback, service, file, writer));
}

/** The endpoint that takes the place of a literal secret. */
function literalEndpoint(node: CodeNode, service: Service, file: CodeFile, writer: CodeWriter): string {
  if (isEmulatorText(file.text.slice(node.start, node.end))) stop('emulator-fallback');
  return endpointCode(node, service, file, writer) ?? stop('endpoint-unknown', service);
}

/** The expression with the place the secret came from turned into the endpoint's: same fallbacks, casts and wrappers. */
export function retarget(
  root: CodeNode,
  from: Trace,
  service: Service,
  { file, writer, edits: others, rename }: Work,
): string {
  const edits: TextEdit[] = [];
  const literal = (node: CodeNode) => {
    edits.push({ span: node, newText: literalEndpoint(node, service, file, writer) });
  };
  if (from.setting) {
    if (service.endpointSetting === undefined) return stop('endpoint-unknown', service);
    const { nameSpan, renamed } = from.setting;
    const edit = renamed?.(service.endpointSetting) ?? { span: nameSpan, newText: service.endpointSetting };
    // The name may stand in a constant of its own.
    (contains(root.outer, edit.span) ? edits : others).push(edit);
    edits.push(...messagesIn(from, service.endpointSetting, file));
  } else if (from.beyond) edits.push(rename(from.beyond, service));
  else if (from.leaf.kind === 'string' || from.leaf.kind === 'template') literal(from.leaf);
  else return stop('endpoint-unknown', service);
  if (from.fallback?.kind === 'string' || from.fallback?.kind === 'template') literal(from.fallback);
  const { start, end } = root.outer;
  const inside = edits.filter(({ span }) => start <= span.start && span.end <= end);
  const text = file.text.slice(start, end);
  return applyEdits(
    text,
    inside.map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText })),
  );
}

/** The name of the setting in what is said when it is missing: `?? throw new Exception("X is missing")`. */
function messagesIn({ setting, fallback }: Trace, to: string, file: CodeFile): TextEdit[] {
  if (!setting || (fallback?.kind !== 'other' && fallback?.kind !== 'call')) return [];
  const { start, end } = fallback.outer;
  const name = new RegExp(`(?<![\\w:])${setting.name.replace(/\W/g, '\\$&')}(?![\\w:])`, 'g');
  return [...file.text.slice(start, end).matchAll(name)].map((hit) => ({
    span: { start: start + hit.index, end: start + hit.index + hit[0].length },
    newText: to,
  }));
}

/** The declarations nothing reads any more, guards aside, once the dropped code is gone. */
export function unreadOf(reached: ReadonlySet<Declaration>, dropped: Span[]): ReadonlySet<Declaration> {
  const unread = new Set<Declaration>();
  const isGone = (reference: Reference) =>
    reference.role.kind === 'guard' || dropped.some((span) => contains(span, reference));
  for (let grew = true; grew;) {
    grew = false;
    for (const declaration of reached) {
      if (unread.has(declaration) || declaration.exported || !declaration.removable) continue;
      if (declaration.kind !== 'variable' && declaration.kind !== 'field') continue;
      if (!declaration.references.every((reference) => !reference.write && !reference.inType && isGone(reference)))
        continue;
      unread.add(declaration);
      if (declaration.initialiser) dropped.push(declaration.initialiser.outer);
      grew = true;
    }
  }
  return unread;
}

export function declarationEdits(
  reached: ReadonlySet<Declaration>,
  unread: ReadonlySet<Declaration>,
  endpoints: readonly Endpoint[],
  writer: CodeWriter,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const declaration of reached) {
    const mine = endpoints.filter((one) => one.declaration === declaration);
    const goes = unread.has(declaration) && declaration.removable;
    const { assigned } = declaration;
    const [first] = mine;
    const alone = goes && contains(goes, declaration.statement);
    if (alone && first && !declaration.initialiser) {
      edits.push({ span: declaration.statement, newText: writer.declare(first.name, first.value, declaration) });
    } else if (goes && first && declaration.initialiser) {
      edits.push(
        { span: declaration.nameSpan, newText: first.name },
        { span: declaration.initialiser.outer, newText: first.value },
        ...(assigned ? [{ span: assigned.name, newText: first.name }] : []),
      );
    } else if (goes) {
      if (assigned) edits.push(writer.removeStatement(assigned.statement));
      edits.push(alone ? writer.removeStatement(declaration.statement) : { span: declaration.removable, newText: '' });
    }
    const own = goes && (declaration.initialiser || alone) ? mine.slice(1) : mine;
    for (const { name, value } of own) {
      if (assigned) stop('field-shared');
      edits.push(writer.insertAfter(declaration.statement, writer.declare(name, value, declaration)));
    }
  }
  return edits;
}
