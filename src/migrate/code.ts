import { applyEdits } from '../core/edit';
import type { TextEdit } from '../core/edit';
import type { Refusal } from '../core/finding';
import { contains } from '../core/span';
import type { Span } from '../core/span';
import type {
  CodeFile,
  CodeNode,
  CodeWriter,
  CredentialChoice,
  Declaration,
  Entity,
  Language,
  Reference,
} from '../languages/code';
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
  const credential = credentialFor(uses, file, writer, language, choice);
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
  if (credential.entity)
    credential.code = credential.code.replace(credential.entity.path[0] ?? '', needs(credential.entity));

  const edits: TextEdit[] = [];
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
    const endpoint = kept.has('ENDPOINT') ? endpointOf(use, file, writer, endpoints) : '';
    const entity = kept.has('ENTITY') ? entityOf(use, file, writer) : '';
    const { source } = match.pattern;
    const local = (name: string) => {
      const from = source.kind === 'rewrite' ? source.names[name] : undefined;
      return from === '' ? name : needs({ package: from ?? match.pattern.package, path: [name] });
    };
    edits.push(
      ...editsOf(match, file, {
        meta: { CREDENTIAL: credential.code, ENDPOINT: endpoint, ENTITY: entity },
        local,
        string: (value) => writer.string(value),
      }),
    );
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

interface SharedCredential {
  code: string;
  /** The statement that declares it, when the file has none. */
  readonly declaration: string | null;
  readonly entity: Entity | null;
}

/** The file's credential: one that is there already, or a new one behind the imports. */
function credentialFor(
  uses: readonly Use[],
  file: CodeFile,
  writer: CodeWriter,
  language: Language,
  choice: CredentialChoice,
): SharedCredential {
  const first = Math.min(...uses.map((use) => use.match.node.start));
  const existing = file.credentials.find((declaration) => declaration.statement.end <= first);
  if (existing) return { code: existing.name, declaration: null, entity: null };
  const made = writer.credential(choice);
  const entity = { package: language.identityPackage, path: [made.export] };
  const code = made.code.replace(made.export, writer.local(entity) ?? made.export);
  // A credential that replaces a credential stands where that one stood.
  if (uses.every((use) => use.match.pattern.toText === 'M__CREDENTIAL')) return { code, declaration: null, entity };
  const words = file.names.has('credential') ? ['azure', 'credential'] : ['credential'];
  const name = writer.name(words, null);
  return { code: name, declaration: writer.declare(name, code), entity };
}

/** The code of the endpoint at a use; declares a variable for it where the secret stood in one. */
function endpointOf(use: Use, file: CodeFile, writer: CodeWriter, endpoints: Endpoint[]): string {
  const { service, trace: from, secret } = use;
  const bound = use.match.bound.get(secret);
  const [outermost] = from.declarations;
  if (!bound) return stop('endpoint-unknown', service);
  if (!outermost) return retarget(bound, from, service, file, writer);
  const known = endpoints.find((one) => one.declaration === outermost && one.service === service);
  if (known) return known.name;
  const deepest = from.declarations.at(-1) ?? outermost;
  const value = deepest.initialiser
    ? retarget(deepest.initialiser, from, service, file, writer)
    : writer.readSetting(service.endpointSetting ?? stop('endpoint-unknown', service)).replace(/!$/, '');
  const taken = endpoints.filter((one) => one.name.startsWith((service.endpointWords ?? [])[0] ?? '')).length;
  const usual = service.endpointWords ?? ['endpoint'];
  // A URL with a SAS may lead to a container or a blob: it is no endpoint of the account.
  const words = secret === 'SASURL' ? [...usual.slice(0, -1), 'url'] : usual;
  const name = writer.name(taken > 0 ? [...words, String(taken + 1)] : words, outermost.name);
  endpoints.push({ declaration: outermost, service, name, value });
  return name;
}

/** The name a connection string carries beside the endpoint. A setting may carry one or not: nobody can tell from here. */
function entityOf({ service, trace: from }: Use, file: CodeFile, writer: CodeWriter): string {
  if (from.setting) return stop('entity-in-connection-string', service);
  return entityCode(from.leaf, service, file, writer) ?? stop('entity-in-connection-string', service);
}

/** The expression with the place the secret came from turned into the endpoint's: same fallbacks, casts and wrappers. */
function retarget(root: CodeNode, from: Trace, service: Service, file: CodeFile, writer: CodeWriter): string {
  const edits: TextEdit[] = [];
  const literal = (node: CodeNode) => {
    if (isEmulatorText(file.text.slice(node.start, node.end))) stop('emulator-fallback');
    const code = endpointCode(node, service, file, writer) ?? stop('endpoint-unknown', service);
    edits.push({ span: node, newText: code });
  };
  if (from.setting) {
    if (service.endpointSetting === undefined) return stop('endpoint-unknown', service);
    edits.push({ span: from.setting.nameSpan, newText: service.endpointSetting });
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

/** The declarations nothing reads any more, guards aside, once the dropped code is gone. */
function unreadOf(reached: ReadonlySet<Declaration>, dropped: Span[]): ReadonlySet<Declaration> {
  const unread = new Set<Declaration>();
  const isGone = (reference: Reference) =>
    reference.role.kind === 'guard' || dropped.some((span) => contains(span, reference));
  for (let grew = true; grew;) {
    grew = false;
    for (const declaration of reached) {
      if (unread.has(declaration) || declaration.kind !== 'variable' || declaration.exported || !declaration.removable)
        continue;
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
    const [first] = mine;
    if (goes && first && declaration.initialiser) {
      edits.push(
        { span: declaration.nameSpan, newText: first.name },
        { span: declaration.initialiser.outer, newText: first.value },
      );
    } else if (goes) {
      edits.push(
        contains(declaration.removable, declaration.statement)
          ? writer.removeStatement(declaration.statement)
          : { span: declaration.removable, newText: '' },
      );
    }
    const own = goes && first && declaration.initialiser ? mine.slice(1) : mine;
    for (const endpoint of own)
      edits.push(writer.insertAfter(declaration.statement, writer.declare(endpoint.name, endpoint.value)));
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
      const entity = file.entityOf(node.callee);
      const root = rootName(node.callee);
      const declaration = root && file.declarationOf(root);
      if (!entity || !declaration || kept.has(entity.path[0] ?? '')) continue;
      const removed = (reference: Reference) =>
        edits.some(({ span }) => contains(span, reference)) ||
        [...unread].some((one) => one.initialiser && contains(one.initialiser.outer, reference));
      if (declaration.references.every(removed))
        gone.set(entity.path.join('.'), { package: entity.package, path: entity.path.slice(0, 1) });
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
