import { applyEdits } from '../core/edit';
import type { TextEdit } from '../core/edit';
import type { Refusal } from '../core/finding';
import { contains } from '../core/span';
import type { Span } from '../core/span';
import type {
  Beside,
  CodeFile,
  CodeNode,
  CodeWriter,
  CredentialChoice,
  Declaration,
  Entity,
  Language,
  Reference,
} from '../languages/code';
import { exportOf, pathOf } from '../languages/compile';
import { inPlace } from '../languages/match';
import { trace } from '../languages/trace';
import type { Trace } from '../languages/trace';
import type { Service } from '../services/service';
import { endpointCode, entityCode, isEmulatorText } from './endpoint';
import { closeGaps, tidy } from './gaps';
import { guardEdits } from './guards';
import { declarationsOf } from './refuse';
import { refusal } from './refusals';
import { editsOf, exportNames, metasOf } from './rewrite';
import type { Use, UseGroup } from './uses';

/** A setting the code read before, and the one it reads after (null: nothing takes its place). */
export interface SettingChange {
  readonly service: Service;
  readonly from: string;
  readonly to: string | null;
}

/** The part of a migration inside the file of the finding. */
export interface CodeChange {
  readonly edits: readonly TextEdit[];
  readonly packages: readonly string[];
  readonly settings: readonly SettingChange[];
}

interface Endpoint {
  readonly declaration: Declaration;
  readonly service: Service;
  readonly name: string;
  readonly value: string;
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.id);
  }
}

const stop = (id: string, service?: Service): never => {
  throw new Refused(refusal(id, service?.title));
};

/** Rewrites every use of one secret in a file, its guards, its variable and the imports. */
export function changeCode(
  group: UseGroup,
  file: CodeFile,
  writer: CodeWriter,
  language: Language,
  choice: CredentialChoice,
): CodeChange | Refusal {
  try {
    return change(group, file, writer, language, choice);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function change(
  { uses }: UseGroup,
  file: CodeFile,
  writer: CodeWriter,
  language: Language,
  choice: CredentialChoice,
): CodeChange {
  const sides = sideCalls(uses, file, writer);
  const credential = credentialFor(uses, file, writer, language, choice, sides);
  const endpoints: Endpoint[] = [];
  const added = new Map<string, Entity>();
  const needs = (entity: Entity): string => {
    const known = writer.local(entity);
    if (known !== null) return known;
    const name = entity.path[0] ?? '';
    if (file.names.has(name)) stop('name-taken');
    added.set(`${entity.package}#${name}`, entity);
    return name;
  };
  if (credential.entity) {
    const { entity, code } = credential;
    credential.code = code.replace(entity.path[0] ?? '', needs(entity));
  }

  const edits: TextEdit[] = [...credential.edits];
  const dropped: Span[] = [];
  const reached = new Set<Declaration>();
  const candidates = (from: Trace) => {
    for (const declaration of declarationsOf(from)) reached.add(declaration);
  };
  for (const use of uses) {
    const { match } = use;
    const kept = metasOf(match.pattern.toText ?? '');
    for (const [name, node] of match.bound) {
      if (kept.has(name)) continue;
      dropped.push(node.outer);
      candidates(trace(node, file));
    }
    for (const passage of match.through) {
      if (inPlace(match, passage)) continue;
      dropped.push(passage.name.outer);
      reached.add(passage.declaration);
    }
    const plain = kept.has('ENDPOINT') ? endpointOf(use, file, writer, endpoints, edits) : '';
    // A URL is made of a string that is there; what took the connection string may do without.
    const wrapped = /\bUri\(M__ENDPOINT/.test(match.pattern.toText ?? '');
    const endpoint = wrapped && isOptional(use.trace, file) ? (writer.nonNull?.(plain) ?? plain) : plain;
    const entity = kept.has('ENTITY') ? entityOf(use, file, writer) : '';
    const { source } = match.pattern;
    const local = (name: string) => {
      const from = source.kind === 'rewrite' ? source.names[name] : undefined;
      if (from === '') return name;
      return needs(from === undefined ? exportOf(match.pattern, [name]) : { package: from, path: [name] });
    };
    edits.push(
      ...editsOf(match, file, {
        meta: { CREDENTIAL: credential.codeAt?.(match.node) ?? credential.code, ENDPOINT: endpoint, ENTITY: entity },
        local,
        string: (value, exact) => writer.string(value, exact),
      }),
    );
  }

  edits.push(...typeEdits(uses, file, credential.code));
  for (const { call, beside } of sides) {
    const code = credential.codeAt?.(beside.at) ?? credential.code;
    edits.push(...beside.edits(call.replace('$CREDENTIAL', code)));
  }
  for (const endpoint of endpoints) {
    // A variable that only renames another: its initialiser is replaced as a whole.
    const { initialiser } = endpoint.declaration;
    if (initialiser) dropped.push(initialiser.outer);
  }
  const unread = unreadOf(reached, dropped);
  edits.push(...declarationEdits(reached, unread, endpoints, writer));
  edits.push(
    ...guardEdits(
      reached,
      unread,
      new Map([...reached].map((one) => [one, endpoints.filter((e) => e.declaration === one).map((e) => e.name)])),
      renamedSettings(uses, endpoints),
      file,
      writer,
    ),
  );

  const gone = goneExports(uses, file, edits, unread);
  edits.push(...writer.imports([...added.values()], gone, credential.declaration));
  return {
    edits: closeGaps(tidy(edits), file.text),
    packages: [
      ...new Set(
        [...added.values(), ...(credential.entity ? [credential.entity] : [])].map((entity) => entity.package),
      ),
    ].filter((name) => name === language.identityPackage || !file.packages.has(name)),
    settings: settingChanges(uses, file),
  };
}

interface Credential {
  code: string;
  /** The statement that declares it, when the file has none. */
  readonly declaration: string | null;
  readonly entity: Entity | null;
  /** In languages where it stands elsewhere for each place. */
  readonly codeAt?: (place: Span) => string;
  readonly edits: readonly TextEdit[];
}

/** A call that gives the credential to the object a use stands on. */
interface SideCall {
  readonly call: string;
  readonly beside: Beside;
}

/** The calls that patterns want beside uses, once for each object. */
function sideCalls(uses: readonly Use[], file: CodeFile, writer: CodeWriter): SideCall[] {
  const places = new Map<string, { call: string; head: string; spans: Span[] }>();
  for (const { match } of uses) {
    const { source } = match.pattern;
    if (source.kind !== 'rewrite' || source.beside === undefined) continue;
    const call = source.beside.replace(/\$(\w+)/g, (meta, name: string) => {
      const bound = match.bound.get(name);
      return bound ? file.text.slice(bound.start, bound.end) : meta;
    });
    const known = places.get(call) ?? { call, head: call.slice(0, call.lastIndexOf('(')), spans: [] };
    known.spans.push(match.node);
    places.set(call, known);
  }
  return [...places.values()].flatMap(({ call, head, spans }) =>
    (writer.besides?.(spans, head) ?? []).map((beside) => ({ call, beside })),
  );
}

/** The file's credential: one that is there already, or a new one behind the imports. */
function credentialFor(
  uses: readonly Use[],
  file: CodeFile,
  writer: CodeWriter,
  language: Language,
  choice: CredentialChoice,
  sides: readonly SideCall[],
): Credential {
  // Some drivers make the credential themselves.
  if (sides.length === 0 && !uses.some(({ match }) => metasOf(match.pattern.toText ?? '').has('CREDENTIAL'))) {
    return { code: '', declaration: null, entity: null, edits: [] };
  }
  const first = Math.min(...uses.map((use) => use.match.node.start));
  const existing = file.credentials.find((declaration) => declaration.statement.end <= first);
  if (existing) return { code: existing.name, declaration: null, entity: null, edits: [] };
  const made = writer.credential(choice);
  const entity = { package: language.identityPackage, path: [made.export] };
  const code = made.code.replace(made.export, writer.local(entity) ?? made.export);
  // A credential that replaces a credential stands where that one stood.
  if (uses.every((use) => use.match.pattern.toText === 'M__CREDENTIAL'))
    return { code, declaration: null, entity, edits: [] };
  if (writer.shareCredential) {
    const places = uses.filter(({ match }) => metasOf(match.pattern.toText ?? '').has('CREDENTIAL'));
    const all = [...places.map(({ match }) => match.node), ...sides.map(({ beside }) => beside.at)];
    const shared = writer.shareCredential(all, code);
    return {
      code,
      declaration: null,
      entity: shared.builds ? entity : null,
      codeAt: (place) => shared.codeAt(place),
      edits: shared.edits,
    };
  }
  const words = file.names.has('credential') ? ['azure', 'credential'] : ['credential'];
  const name = writer.name(words, null);
  return { code: name, declaration: writer.declare(name, code), entity, edits: [] };
}

/** True when the secret came from a setting that may be missing: nothing took its place, and no guard stopped. */
const isOptional = ({ setting, fallback, declarations, leaf }: Trace, { text }: CodeFile): boolean =>
  setting !== null &&
  fallback === null &&
  text[leaf.outer.end - 1] !== '!' &&
  !(declarations[0]?.kind === 'field' && /^\w+$/.test(declarations[0].type ?? '')) &&
  declarations.every(({ references }) => references.every(({ role }) => role.kind !== 'guard'));

/** The types of variables that hold a credential which another takes the place of, in languages that write them. */
function typeEdits(uses: readonly Use[], file: CodeFile, code: string): TextEdit[] {
  const replaced = uses.filter(({ match }) => match.pattern.toText === 'M__CREDENTIAL');
  const [first] = replaced;
  const path = first?.match.pattern.from.kind === 'call' ? pathOf(first.match.pattern.from.callee) : null;
  const type = /^new (\w+)/.exec(code)?.[1];
  if (!file.mentions || !first || !path || type === undefined) return [];
  const entity = exportOf(first.match.pattern, path);
  const isUse = (place: Span) => replaced.some(({ match }) => contains(match.node, place));
  const others = file.sites.filter((site) => site.kind === 'call' && site.isNew && file.means?.(site.callee, entity));
  if (!others.every(isUse)) stop('credential-elsewhere');
  return file
    .mentions(path[0] ?? '')
    .filter((place) => !isUse(place))
    .map((span) => ({ span, newText: type }));
}

/** The code of the endpoint at a use; declares a variable for it where the secret stood in one. */
function endpointOf(use: Use, file: CodeFile, writer: CodeWriter, endpoints: Endpoint[], edits: TextEdit[]): string {
  const { service, trace: from, secret } = use;
  const bound = use.match.bound.get(secret);
  const [first] = from.declarations;
  if (!bound) return stop('endpoint-unknown', service);
  if (!first) return retarget(bound, from, service, file, writer, edits);
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
    ? retarget(deepest.initialiser, from, service, file, writer, edits)
    : readAgain(from, service, file, writer);
  const taken = endpoints.filter((one) => one.name.startsWith((service.endpointWords ?? [])[0] ?? '')).length;
  const usual = service.endpointWords ?? ['endpoint'];
  // A URL with a SAS may lead to a container or a blob: it is no endpoint of the account.
  const words = secret === 'SASURL' ? [...usual.slice(0, -1), 'url'] : usual;
  const name = writer.name(taken > 0 ? [...words, String(taken + 1)] : words, outermost.name);
  endpoints.push({ declaration: outermost, service, name, value });
  return cast(name);
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

/** The name a connection string carries beside the endpoint. A setting may carry one or not: nobody can tell from here. */
function entityOf({ service, trace: from }: Use, file: CodeFile, writer: CodeWriter): string {
  if (from.setting) return stop('entity-in-connection-string', service);
  return entityCode(from.leaf, service, file, writer) ?? stop('entity-in-connection-string', service);
}

/** The expression with the place the secret came from turned into the endpoint's: same fallbacks, casts and wrappers. */
function retarget(
  root: CodeNode,
  from: Trace,
  service: Service,
  file: CodeFile,
  writer: CodeWriter,
  others: TextEdit[],
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
  } else if (from.leaf.kind === 'string' || from.leaf.kind === 'template') literal(from.leaf);
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
function unreadOf(reached: ReadonlySet<Declaration>, dropped: Span[]): ReadonlySet<Declaration> {
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

function declarationEdits(
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

function renamedSettings(uses: readonly Use[], endpoints: readonly Endpoint[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const { trace: from, service } of uses) {
    const named = endpoints.some((one) => one.service === service);
    if (from.setting && named && service.endpointSetting !== undefined && !renamed.has(from.setting.name))
      renamed.set(from.setting.name, service.endpointSetting);
  }
  return renamed;
}

/** Exports on the left sides that no code names any more once the edits are made. */
function goneExports(
  uses: readonly Use[],
  file: CodeFile,
  edits: readonly TextEdit[],
  unread: ReadonlySet<Declaration>,
): Entity[] {
  const gone = new Map<string, Entity>();
  for (const { match } of uses) {
    const kept = new Set(match.pattern.to ? exportNames(match.pattern.to).map(({ name }) => name) : []);
    for (const [patternNode, node] of match.pairs) {
      if (patternNode.kind !== 'call' || node.kind !== 'call') continue;
      const path = pathOf(patternNode.callee);
      const entity = file.means && path ? exportOf(match.pattern, path) : file.entityOf(node.callee);
      const root = rootName(node.callee);
      const references = root && (file.mentions?.(root.name) ?? file.declarationOf(root)?.references);
      if (!entity || !references || kept.has(entity.path[0] ?? '')) continue;
      const removed = (reference: Span) =>
        edits.some(({ span }) => contains(span, reference)) ||
        [...unread].some((one) => one.initialiser && contains(one.initialiser.outer, reference));
      if (references.every(removed)) gone.set(entity.path.join('.'), { ...entity, path: entity.path.slice(0, 1) });
    }
  }
  return [...gone.values()];
}

const rootName = (node: CodeNode) => {
  let at = node;
  while (at.kind === 'member') at = at.object;
  return at.kind === 'name' ? at : null;
};

function settingChanges(uses: readonly Use[], file: CodeFile): SettingChange[] {
  const changes = new Map<string, SettingChange>();
  for (const { match, service } of uses) {
    const kept = metasOf(match.pattern.toText ?? '');
    for (const [name, node] of match.bound) {
      if (kept.has(name)) continue;
      const from = trace(node, file);
      const read = from.setting ?? from.inner?.setting;
      if (!read) continue;
      const to = kept.has('ENDPOINT') && from.setting ? (service.endpointSetting ?? null) : null;
      changes.set(`${read.name}:${service.id}`, { service, from: read.name, to });
    }
  }
  return [...changes.values()];
}
