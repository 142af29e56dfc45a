import type { TextEdit } from '../../core/edit';
import { plainWriter } from '../base/plain';
import type { CredentialChoice } from '../contract/credential';
import type { Declaration } from '../contract/declaration';
import type { Entity } from '../contract/entity';
import type { CodeWriter } from '../contract/writer';
import { besides } from './besides';
import { IDENTITY } from './choice';
import { shareCredential } from './credential';
import type { CSharpFile } from './file';
import { identifiers } from './find';
import { loadFromVault, openVault } from './load';
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

/** A line that is a comment and nothing else, and no documentation, licence or mark that opens or closes a region. */
const PLAIN_COMMENT =
  /^[ \t]{0,400}\/\/(?!\/|\s{0,99}(?:copyright|license|licence|<auto|<\/?[\w-]{1,99}>\s{0,99}$|\[(?:start|end)\b|#|(?:end)?region\b|snippet))[^\r\n]{0,4000}\r?\n$/im;
const DOCUMENTATION = /^[ \t]*\/\/\/[^\r\n]*\r?\n$/;

export function writerOf(file: CSharpFile): CodeWriter {
  const { text, root, namespaces, scopes } = file;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';

  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const indentAt = (offset: number): string => /^[ \t]*/.exec(text.slice(lineStart(offset), offset))?.[0] ?? '';
  const previousLine = (start: number): number => text.lastIndexOf('\n', start - 2) + 1;

  /** The start of the comment lines right above a line that `pattern` lets through. */
  const above = (line: number, pattern: RegExp): number => {
    let start = line;
    while (start > 0 && pattern.test(text.slice(previousLine(start), start))) start = previousLine(start);
    return start;
  };

  /** Where the comments start that speak of the code on this line alone: they stand apart from what is above. */
  const ownComments = (line: number): number => {
    const documentation = above(line, DOCUMENTATION);
    if (documentation !== line) return documentation;
    const start = above(line, PLAIN_COMMENT);
    const before = text.slice(previousLine(start), start);
    return start > 0 && (/^\s*$/.test(before) || /[{(]\s*$/.test(before)) ? start : line;
  };

  /** Where the comments start that speak of the first code of the file. */
  const commentsOf = (code: Node): number => {
    const line = lineStart(code.startIndex);
    if (text.slice(line, code.startIndex).trim() !== '') return code.startIndex;
    const start = above(line, code.type === 'global_statement' ? PLAIN_COMMENT : DOCUMENTATION);
    return start === line ? code.startIndex : start;
  };

  /** True where something that holds a value has the name, so that a member of the type is looked for there. */
  const hasMember = (name: string): boolean =>
    identifiers(root, text, name).some(
      ({ id, parent }) =>
        parent !== null &&
        /^(?:property_declaration|variable_declarator|parameter)$/.test(parent.type) &&
        field(parent, 'name')?.id === id,
    );

  /** `Environment` as the file sees it. */
  const environment = (): string => {
    const name = local(exportOf('System', 'Environment'));
    return name === null || hasMember('Environment') ? 'System.Environment' : name;
  };

  // A name is the same everywhere in the file, and to find it takes a look at all of it.
  const names = new Map<string, string | null>();
  const local = (entity: Entity): string | null => {
    const key = JSON.stringify([entity.module, entity.path]);
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = localName(entity, file);
    names.set(key, name);
    return name;
  };

  const writer: CodeWriter = {
    ...plainWriter,
    string: (value) => `"${escape(value)}"`,
    template(parts) {
      const [only] = parts;
      if (parts.length === 1 && only !== undefined && typeof only !== 'string') return only.code;
      if (parts.every((part) => typeof part === 'string')) return writer.string(parts.join(''));
      return `$"${parts.map((part) => (typeof part === 'string' ? escapeTemplate(part) : `{${hole(part.code)}}`)).join('')}"`;
    },
    declare(name, value, like) {
      return like?.kind === 'field' ? `${fieldHead(like)} ${name} = ${value};` : `var ${name} = ${value};`;
    },
    readSetting: (name, fallback) =>
      `${environment()}.GetEnvironmentVariable(${writer.string(name)})${scopes.place(text.length).nullable && fallback !== null ? '!' : ''}`,
    name(words, like, at) {
      const [, underscore = '', first = ''] = /^(_?)(\w?)/.exec(like ?? '') ?? [];
      const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
      const upper = like !== null && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(like);
      const base = upper
        ? words.join('_').toUpperCase()
        : underscore +
          (first !== '' && first === first.toUpperCase() && /[A-Z]/.test(first)
            ? joined
            : joined.charAt(0).toLowerCase() + joined.slice(1));
      let name = base;
      const taken = at ? scopes.names(at.start) : file.names;
      for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
      return name;
    },
    credential(choice) {
      const made = CREDENTIALS[choice];
      // Whoever shares the credential knows how the file names its class; the other types are named here.
      const end = made.code.indexOf(made.export) + made.export.length;
      const others = made.code
        .slice(end)
        .replace(IDENTITY_TYPES, (name) => local(exportOf(IDENTITY, name)) ?? name)
        .replace(/\bEnvironment(?=\.)/, environment());
      return { ...made, code: made.code.slice(0, end) + others, entity: exportOf(IDENTITY, made.export) };
    },
    local,
    imports(add, gone) {
      const wanted = add.map(({ module }) => module);
      const left = gone.map((entity) => ({ namespace: entity.module, name: entity.path[0] ?? '' }));
      return usingEdits({ text, root, namespaces, eol, aboveComments: commentsOf }, wanted, left);
    },
    removeStatement(span): TextEdit {
      const start = lineStart(span.start);
      const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(span.end));
      if (text.slice(start, span.start).trim() !== '' || !rest) return { span, newText: '' };
      return { span: { start: ownComments(start), end: span.end + rest[0].length }, newText: '' };
    },
    insertAfter: (statement, line) => ({
      span: { start: statement.end, end: statement.end },
      newText: eol + indentAt(statement.start) + line,
    }),
    credentialHome: {
      kind: 'places',
      share: (uses, code) =>
        shareCredential(
          uses.map((use) => file.nodeAt(use)),
          code,
          {
            between: ({ start }) => (text.slice(lineStart(start), start).trim() === '' ? eol + indentAt(start) : ' '),
            aboveComments: (offset) => {
              const line = lineStart(offset);
              const start = text.slice(line, offset).trim() === '' ? above(line, PLAIN_COMMENT) : line;
              return start === line ? offset : start + indentAt(offset).length;
            },
            isAlone: ({ start, end }) =>
              text.slice(lineStart(start), start).trim() === '' &&
              /^[ \t]*(?:\r?\n|$)/.test(text.slice(end)) &&
              above(lineStart(start), PLAIN_COMMENT) === lineStart(start),
            remove: (statement) => writer.removeStatement(statement),
            credentialNames: file.credentialNames,
            membersAround: (at) => scopes.types.membersAround(at),
          },
        ),
    },
    besides: (uses, head) =>
      besides(
        uses.map((use) => file.nodeAt(use)),
        head,
        eol,
        indentAt,
      ),
    loadFromVault: (literal, secret, choice) => loadFromVault(file, writer, literal, secret, choice),
    openVault: (place, address, choice) => openVault(file, writer, place, address, choice),
    nonNull: (code, { start }) => (scopes.place(start).nullable && !/[!"]$/.test(code) ? `${code}!` : code),
    // A URL is made of a string that is there; what took the connection string may do without.
    needsValue: ({ pattern, read, type }) =>
      /\bUri\(M__ENDPOINT/.test(pattern) && !read.endsWith('!') && !(type !== null && /^\w+$/.test(type)),
  };
  return writer;

  function fieldHead({ statement, nameSpan }: Declaration): string {
    return text.slice(statement.start, nameSpan.start).trim();
  }
}

/** Code in a hole of an interpolated string: a conditional's `:` would start a format. */
const hole = (code: string): string => (code.includes(':') ? `(${code})` : code);
