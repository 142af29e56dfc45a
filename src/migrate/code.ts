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
  Parser,
} from '../languages/code';
import { exportOf, pathOf } from '../languages/compile';
import { inPlace } from '../languages/match';
import { settingBehind, trace } from '../languages/trace';
import type { Trace } from '../languages/trace';
import type { Service } from '../services/service';
import { entityCode } from './endpoint';
import { closeGaps, tidy } from './gaps';
import { guardEdits } from './guards';
import { loansOf, UNKNOWN_READERS } from './loans';
import type { Readers } from './loans';
import { declarationsOf } from './judge/declarations';
import { editsOf, exportNames, metasOf } from './rewrite';
import type { Use, UseGroup } from './uses';
import { declarationEdits, endpointAt, Refused, stop, unreadOf } from './variables';
import type { Endpoint, Work } from './variables';

/** A setting the code read before, and the one it reads after (null: nothing takes its place). */
export interface SettingChange {
  readonly service: Service;
  readonly from: string;
  readonly to: string | null;
}

/** The part of a migration inside code: the file of the finding, and those its secret comes from. */
export interface CodeChange {
  readonly edits: readonly TextEdit[];
  readonly others: readonly OtherFile[];
  readonly packages: readonly string[];
  readonly settings: readonly SettingChange[];
}

/** Another file of code that a migration edits. */
export interface OtherFile {
  readonly path: string;
  readonly file: CodeFile;
  readonly edits: readonly TextEdit[];
  /** Names of secrets that stay, because something else reads them or may do so. */
  readonly stays: readonly string[];
}

/**
 * Rewrites every use of one secret in a file, its guards, its variable and the imports, and the constant of another file
 * that the secret comes from.
 */
export function changeCode(
  group: UseGroup,
  file: CodeFile,
  parser: Parser,
  language: Language,
  choice: CredentialChoice,
  readers: Readers = UNKNOWN_READERS,
): CodeChange | Refusal {
  try {
    return change(group, file, parser, language, choice, readers);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function change(
  { uses }: UseGroup,
  file: CodeFile,
  parser: Parser,
  language: Language,
  choice: CredentialChoice,
  readers: Readers,
): CodeChange {
  const writer = parser.writer(file);
  const loans = loansOf(parser, file);
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
    loans.take(from);
  };
  const work: Work = {
    file,
    writer,
    endpoints,
    edits,
    brought: () => loans.brought(),
    rename(from, service) {
      const edit = loans.rename(from, service);
      // A variable of this change has the name already.
      if (from.imported.item && endpoints.some(({ name }) => name === edit.newText)) stop('name-taken');
      return edit;
    },
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
    const plain = kept.has('ENDPOINT') ? endpointOf(use, work) : '';
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
  for (const { binding, entity, item } of loans.all())
    if (item && !entity && !loans.renames(binding)) reached.add(binding);
  const unread = unreadOf(reached, dropped);
  const borrowed = loans.settle(dropped, endpoints, unread);
  edits.push(...borrowed.edits);
  edits.push(...declarationEdits(reached, unread, endpoints, writer));
  edits.push(
    ...guardEdits(
      new Set([...reached, ...borrowed.names.keys()]),
      new Set([...unread, ...borrowed.unread]),
      new Map([
        ...[...reached].map((one) => [one, endpoints.filter((e) => e.declaration === one).map((e) => e.name)] as const),
        ...borrowed.names,
      ]),
      renamedSettings(uses, [...endpoints, ...borrowed.renamed]),
      file,
      writer,
    ),
  );

  const gone = [...goneExports(uses, file, edits, unread), ...borrowed.gone];
  // First, so that they come before a declaration at the same place: the top of a program.
  edits.unshift(...writer.imports([...added.values()], gone, credential.declaration));
  const own = closeGaps(tidy(edits), file.text);
  return {
    edits: own,
    others: loans.lend(own, readers),
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
function endpointOf({ service, trace: from, secret, match }: Use, work: Work): string {
  const bound = match.bound.get(secret);
  return bound ? endpointAt(bound, from, service, secret, work) : stop('endpoint-unknown', service);
}

/** The name a connection string carries beside the endpoint. A setting may carry one or not: nobody can tell from here. */
function entityOf({ service, trace: from }: Use, file: CodeFile, writer: CodeWriter): string {
  if (from.setting || from.beyond) return stop('entity-in-connection-string', service);
  return entityCode(from.leaf, service, file, writer) ?? stop('entity-in-connection-string', service);
}

function renamedSettings(
  uses: readonly Use[],
  endpoints: readonly Pick<Endpoint, 'service'>[],
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const { trace: from, service } of uses) {
    const named = endpoints.some((one) => one.service === service);
    const setting = settingBehind(from);
    if (setting && named && service.endpointSetting !== undefined && !renamed.has(setting.name))
      renamed.set(setting.name, service.endpointSetting);
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
      const direct = settingBehind(from);
      const read = direct ?? (from.inner && settingBehind(from.inner));
      if (!read) continue;
      const to = kept.has('ENDPOINT') && direct ? (service.endpointSetting ?? null) : null;
      changes.set(`${read.name}:${service.id}`, { service, from: read.name, to });
    }
  }
  return [...changes.values()];
}
