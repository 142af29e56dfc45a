import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import { linesOf } from '../base/lines';
import type { TextLines } from '../base/lines';
import { plainWriter } from '../base/plain';
import type { CredentialChoice } from '../contract/credential';
import type { Declaration } from '../contract/declaration';
import type { CodeWriter } from '../contract/writer';
import { besides } from './besides';
import { IDENTITY } from './choice';
import type { CommentLines } from './comments';
import { commentLines } from './comments';
import { shareCredential } from './credential';
import type { Layout } from './credential';
import type { CSharpFile } from './file';
import { identifiers } from './find';
import { loadFromVault, openVault } from './vault-load';
import { exportOf } from './scope/known-namespaces';
import { localName } from './scope/local-name';
import type { Node } from './syntax';
import { field } from './syntax';
import { usingEdits } from './usings';

const CREDENTIALS: Readonly<Record<CredentialChoice, { code: string; export: string }>> = {
  DefaultAzureCredential: { code: 'new DefaultAzureCredential()', export: 'DefaultAzureCredential' },
  ManagedIdentityCredential: {
    code: 'new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)',
    export: 'ManagedIdentityCredential',
  },
  userAssigned: {
    code: 'new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = Environment.GetEnvironmentVariable("AZURE_CLIENT_ID") })',
    export: 'DefaultAzureCredential',
  },
  // Fails at start unless AZURE_TOKEN_CREDENTIALS says which credential may answer.
  pinned: {
    code: 'new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName)',
    export: 'DefaultAzureCredential',
  },
};

const IDENTITY_TYPES = /\b(?:DefaultAzureCredential(?:Options)?|ManagedIdentityId)\b/g;

const escape = (text: string): string => JSON.stringify(text).slice(1, -1);
const escapeTemplate = (text: string): string => escape(text).replace(/[{}]/g, '$&$&');

const stringOf = (value: string): string => `"${escape(value)}"`;

/** Code in a hole of an interpolated string: a conditional's `:` would start a format. */
const hole = (code: string): string => (code.includes(':') ? `{(${code})}` : `{${code}}`);

const templateOf: CodeWriter['template'] = (parts) => {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return only.code;
  if (parts.every((part) => typeof part === 'string')) return stringOf(parts.join(''));
  return `$"${parts.map((part) => (typeof part === 'string' ? escapeTemplate(part) : hole(part.code))).join('')}"`;
};

/** Words as one name in the manner of another: `_blobEndpoint`, `BlobEndpoint`, `BLOB_ENDPOINT`. */
function nameLike(words: readonly string[], like: string | null): string {
  if (like !== null && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(like)) return words.join('_').toUpperCase();
  const [, underscore = '', first = ''] = /^(_?)(\w?)/.exec(like ?? '') ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const isUpper = first !== '' && first === first.toUpperCase() && /[A-Z]/.test(first);
  return underscore + (isUpper ? joined : joined.charAt(0).toLowerCase() + joined.slice(1));
}

function numbered(name: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${name}${n}`)) n++;
  return `${name}${n}`;
}

/** True where something that holds a value has the name, so that a member of the type is looked for there. */
const hasMember = (name: string, { root, text }: CSharpFile): boolean =>
  identifiers(root, text, name).some(
    ({ id, parent }) =>
      parent !== null &&
      /^(?:property_declaration|variable_declarator|parameter)$/.test(parent.type) &&
      field(parent, 'name')?.id === id,
  );

/** `Environment` as the file sees it. */
function environmentIn(file: CSharpFile): string {
  const name = localName(exportOf('System', 'Environment'), file);
  return name === null || hasMember('Environment', file) ? 'System.Environment' : name;
}

/** The credential's code. Whoever shares it knows how the file names its class; the other types are named here. */
function credentialIn(file: CSharpFile, choice: CredentialChoice): ReturnType<CodeWriter['credential']> {
  const made = CREDENTIALS[choice];
  const end = made.code.indexOf(made.export) + made.export.length;
  const others = made.code
    .slice(end)
    .replace(IDENTITY_TYPES, (name) => localName(exportOf(IDENTITY, name), file) ?? name)
    .replace(/\bEnvironment(?=\.)/, environmentIn(file));
  return { ...made, code: made.code.slice(0, end) + others, entity: exportOf(IDENTITY, made.export) };
}

/** How declarations of a credential are laid out among the code of the file. */
function layoutOf(
  { text, credentialNames, scopes }: CSharpFile,
  lines: TextLines,
  comments: CommentLines,
  remove: Layout['remove'],
): Layout {
  const startsLine = (offset: number): boolean => text.slice(lines.startOf(offset), offset).trim() === '';
  return {
    between: ({ start }) => (startsLine(start) ? lines.eol + lines.indentAt(start) : ' '),
    aboveComments(offset) {
      const line = lines.startOf(offset);
      const start = startsLine(offset) ? comments.above(line) : line;
      return start === line ? offset : start + lines.indentAt(offset).length;
    },
    isAlone: ({ start, end }) =>
      startsLine(start) &&
      /^[ \t]*(?:\r?\n|$)/.test(text.slice(end)) &&
      comments.above(lines.startOf(start)) === lines.startOf(start),
    remove,
    credentialNames,
    membersAround: (at) => scopes.types.membersAround(at),
  };
}

/** `private readonly string`: what is before the name of a member. */
const headOf = ({ statement, nameSpan }: Declaration, text: string): string =>
  text.slice(statement.start, nameSpan.start).trim();

export function writerOf(file: CSharpFile): CodeWriter {
  const { text, root, namespaces, scopes } = file;
  const lines = linesOf(text);
  const comments = commentLines(text, lines);
  const nodesAt = (places: readonly Span[]): Node[] => places.map((place) => file.nodeAt(place));
  const removeStatement = (span: Span): TextEdit => lines.remove(span, (line) => comments.own(line));
  const layout = layoutOf(file, lines, comments, removeStatement);

  const writer: CodeWriter = {
    ...plainWriter,
    string: stringOf,
    template: templateOf,
    declare: (name, value, like) => `${like?.kind === 'field' ? headOf(like, text) : 'var'} ${name} = ${value};`,
    readSetting(name, fallback) {
      const mark = scopes.place(text.length).nullable && fallback !== null ? '!' : '';
      return `${environmentIn(file)}.GetEnvironmentVariable(${stringOf(name)})${mark}`;
    },
    name: (words, like, at) => numbered(nameLike(words, like), at ? scopes.names(at.start) : file.names),
    credential: (choice) => credentialIn(file, choice),
    local: (entity) => localName(entity, file),
    imports(add, gone) {
      const wanted = add.map(({ module }) => module);
      const left = gone.map(({ module, path: [name = ''] }) => ({ namespace: module, name }));
      const aboveComments = (code: Node): number => comments.ofFirst(code);
      return usingEdits({ text, root, namespaces, eol: lines.eol, aboveComments }, wanted, left);
    },
    removeStatement,
    insertAfter: (statement, line) => lines.insertAfter(statement, line),
    credentialHome: { kind: 'places', share: (uses, code) => shareCredential(nodesAt(uses), code, layout) },
    besides: (uses, head) => besides(nodesAt(uses), head, lines.eol, (offset) => lines.indentAt(offset)),
    loadFromVault: (literal, secret, choice) => loadFromVault(file, writer, literal, secret, choice),
    openVault: (place, address, choice) => openVault(file, writer, place, address, choice),
    nonNull: (code, { start }) => (scopes.place(start).nullable && !/[!"]$/.test(code) ? `${code}!` : code),
    // A URL is made of a string that is there; what took the connection string may do without.
    needsValue: ({ pattern, read, type }) =>
      /\bUri\(M__ENDPOINT/.test(pattern) && !read.endsWith('!') && !(type !== null && /^\w+$/.test(type)),
  };
  return writer;
}
