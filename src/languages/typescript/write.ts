import type { Scope } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TextEdit } from '../../core/edit';
import { remembered } from '../../core/remember';
import { plainWriter } from '../base/plain';
import type { CredentialChoice } from '../contract/credential';
import type { Entity } from '../contract/entity';
import type { CodeWriter } from '../contract/writer';
import type { TypeScriptFile } from './file';
import { importEdits } from './imports';
import { leftoversOf } from './leftovers';
import { isFree } from '../free-name';
import { loadFromVault } from './vault-load';
import { IDENTITY } from './credential';
import { exportOf } from './names';

const CREDENTIALS: Readonly<Record<CredentialChoice, { code: string; export: string }>> = {
  DefaultAzureCredential: { code: 'new DefaultAzureCredential()', export: 'DefaultAzureCredential' },
  ManagedIdentityCredential: { code: 'new ManagedIdentityCredential()', export: 'ManagedIdentityCredential' },
  userAssigned: {
    code: 'new DefaultAzureCredential({ managedIdentityClientId: process.env.AZURE_CLIENT_ID })',
    export: 'DefaultAzureCredential',
  },
  // Fails at start unless AZURE_TOKEN_CREDENTIALS says which credential may answer.
  pinned: {
    code: 'new DefaultAzureCredential({ requiredEnvVars: ["AZURE_TOKEN_CREDENTIALS"] })',
    export: 'DefaultAzureCredential',
  },
};

/** Quotes, semicolons, line ends: as most of the file has them. */
export interface Style {
  readonly quote: '"' | "'";
  readonly semicolon: string;
  readonly eol: string;
}

export function styleOf({ text, tree }: TypeScriptFile): Style {
  const literals = tree.ast.body.map((statement) => text.slice(...statement.range)).join('\n');
  const single = literals.split("'").length;
  const double = literals.split('"').length;
  const endings = tree.ast.body
    .filter((node) => /^(Import|Variable|Expression)/.test(node.type))
    .map((node) => text[node.range[1] - 1] === ';');
  return {
    quote: single > double ? "'" : '"',
    semicolon: endings.filter(Boolean).length * 2 >= endings.length ? ';' : '',
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

const escape = (text: string, quote: string): string =>
  JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);

const escapeTemplate = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/`|\$\{/g, '\\$&');

/** The names of a scope that are exports of modules, each with the offset of its declaration. */
const entitiesIn = remembered(({ variables }: Scope, names: TypeScriptFile['scopeNames']) =>
  variables.flatMap(({ name, identifiers, defs }) => {
    const [identifier] = identifiers;
    if (identifier?.type !== AST_NODE_TYPES.Identifier || defs.length === 0) return [];
    const known = names.entityOf(identifier);
    return known ? [{ name, start: identifier.range[0], known }] : [];
  }),
);

export function writerOf(file: TypeScriptFile): CodeWriter {
  const { text, scopeNames } = file;
  const style = styleOf(file);

  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const indentAt = (offset: number): string => /^[ \t]*/.exec(text.slice(lineStart(offset), offset))?.[0] ?? '';

  const local = (entity: Entity, at = 0): string | null => {
    for (const scope of file.scopes.around(at)) {
      for (const { name, start, known } of entitiesIn(scope, scopeNames)) {
        if (known.module !== entity.module) continue;
        // A name of further out that means something else here.
        if (file.scopes.meaning(name, at)?.span?.start !== start) continue;
        if (known.path.join('.') === entity.path.join('.')) return name;
        if (known.path.length === 0) return `${name}.${entity.path.join('.')}`;
      }
    }
    return null;
  };

  // Plain JavaScript that is checked like TypeScript.
  const checked = /^\s{0,99}(?:\/\/|\/\*)\s{0,99}@ts-check\b/m.test(text);

  const writer: CodeWriter = {
    ...plainWriter,
    string(value, exact = false) {
      const quoted = style.quote + escape(value, style.quote) + style.quote;
      if (!exact) return quoted;
      return file.typed ? `${quoted} as const` : checked ? `/** @type {const} */ (${quoted})` : quoted;
    },
    template(parts) {
      const [only] = parts;
      if (parts.length === 1 && only !== undefined && typeof only !== 'string') return only.code;
      if (parts.every((part) => typeof part === 'string')) return writer.string(parts.join(''));
      return `\`${parts.map((part) => (typeof part === 'string' ? escapeTemplate(part) : `\${${part.code}}`)).join('')}\``;
    },
    declare: (name, value, like) =>
      like?.kind === 'field'
        ? `${text.slice(like.statement.start, like.nameSpan.start)}${name} = ${value}${style.semicolon}`
        : `${like && text.startsWith('export', like.statement.start) ? 'export ' : ''}const ${name} = ${value}${style.semicolon}`,
    readSetting: (name, fallback) =>
      (/^[A-Za-z_$][\w$]*$/.test(name) ? `process.env.${name}` : `process.env[${writer.string(name)}]`) +
      (typeof fallback === 'string' ? ` ?? ${fallback}` : file.typed && fallback !== null ? '!' : ''),
    name(words, like, at, read = []) {
      const [mark = ''] = /^[#_]*/.exec(like ?? '') ?? [];
      const plain = (like ?? '').slice(mark.length);
      const upper = /^[A-Z][A-Z0-9_]*$/.test(plain);
      const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(plain);
      const styled = upper
        ? words.join('_').toUpperCase()
        : snake
          ? words.join('_')
          : words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
      const base = mark + styled;
      let name = base;
      // Fields are no names of a scope.
      const isField = at && file.scopes.around(at.start)[0]?.block.type.startsWith('Class');
      const places = at && !isField ? [at, ...read].map(({ start }) => start) : null;
      const isTaken = () => (places ? !isFree(name, file.scopes, places) : file.names.has(name));
      for (let n = 2; isTaken(); n++) name = `${base}${n}`;
      return name;
    },
    credential(choice) {
      const made = CREDENTIALS[choice];
      return { ...made, code: made.code.replaceAll('"', style.quote), entity: exportOf(IDENTITY, [made.export]) };
    },
    local,
    imports: (add, gone, after, first) => importEdits(file, style, { add, gone, after, first: first ?? null }),
    leftovers: (made) => leftoversOf(file, writer, made),
    removeStatement(span): TextEdit {
      const start = lineStart(span.start);
      const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(span.end));
      if (text.slice(start, span.start).trim() !== '' || !rest) return { span, newText: '' };
      const end = span.end + rest[0].length;
      // With another statement right after it, the comment may speak of both. A guard belongs to what it guards.
      const alone = /^[ \t]*(?:$|[\r\n})]|if\b)/.test(text.slice(end));
      const doc = docComment(text, start);
      return { span: { start: doc ?? (alone ? ownComments(text, start) : start), end }, newText: '' };
    },
    loadFromVault: (literal, secret, choice) => loadFromVault(file, writer, style.eol, literal, secret, choice),
    insertAfter: (statement, line) => ({
      span: { start: statement.end, end: statement.end },
      newText: style.eol + indentAt(statement.start) + line,
    }),
  };
  return writer;
}

/** A line that is a comment and nothing else, and no directive, region, snippet mark or licence. */
const PLAIN_COMMENT =
  /^[ \t]{0,400}\/\/(?!\s{0,99}(?:[<#@!]|eslint|ts-|prettier|secretlint|istanbul|c8|region|endregion|copyright|license))[^\r\n]{0,4000}\r?\n$/i;

/** Where the documentation of the statement on this line starts, which says nothing of what comes next; null for none. */
function docComment(text: string, line: number): number | null {
  const before = text.slice(Math.max(0, line - 4000), line);
  const doc = /(?:^|\n)([ \t]{0,400}\/\*\*(?:(?!\*\/)[\s\S]){0,4000}\*\/[ \t]{0,99}\r?\n)$/.exec(before)?.[1];
  if (doc === undefined || /@(?:license|copyright|file|fileoverview|module|packageDocumentation)\b/i.test(doc))
    return null;
  return line - doc.length;
}

/**
 * Where the comment starts that speaks of the statement on this line: the plain comment lines right above it, when
 * they are apart from what comes before. A comment about code that is gone would mislead.
 */
function ownComments(text: string, line: number): number {
  let start = line;
  for (let lines = 0; start > 0 && lines < 3; lines++) {
    const previous = text.lastIndexOf('\n', start - 2) + 1;
    const content = text.slice(previous, start);
    if (/^\s*$/.test(content) || /[{(]\s*$/.test(content)) return start;
    if (!PLAIN_COMMENT.test(content) || previous === 0) return line;
    start = previous;
  }
  return line;
}
