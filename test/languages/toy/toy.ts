import type { TextEdit } from '../../../src/core/edit';
import { linesOf } from '../../../src/languages/base/lines';
import { cLike } from '../../../src/languages/base/c-like';
import { flatScopes } from '../../../src/languages/base/flat-scopes';
import { meansBy } from '../../../src/languages/base/means';
import * as plain from '../../../src/languages/base/plain';
import type { Declaration, Reference } from '../../../src/languages/contract/declaration';
import type { Dialect } from '../../../src/languages/contract/dialect';
import type { Entity } from '../../../src/languages/contract/entity';
import type { CodeFile } from '../../../src/languages/contract/file';
import type { Language, Parser } from '../../../src/languages/contract/language';
import type { CodeNode, NameNode, StringNode } from '../../../src/languages/contract/node';
import type { CodeWriter } from '../../../src/languages/contract/writer';
import { manifestOf } from './manifest';
import { expressionAt, isCall, nodesOf, statementsOf } from './tree';
import type { Statement } from './tree';

const dialect: Dialect = {
  ...cLike,
  isCode: (path) => path.endsWith('.toy'),
  construct: (type) => type,
  beforeName: /\benv\("$/,
  takesApart: () => false,
};

/**
 * A made-up language, to show what a language has to say of itself. A statement is a line:
 *
 *     use contoso/store: Client
 *     key = env("CONTOSO_KEY")
 *     stop "no key" unless key
 *     client = Client.open(key, retries)
 */
export const toy: Language = {
  id: 'go',
  ...plain.plainLanguage,
  identityPackage: 'azure/identity',
  dialect,
  manifest: manifestOf,
  handles: (path) => path.endsWith('.toy'),
  load: () => Promise.resolve(parser),
};

const parser: Parser = {
  ...plain.plainParser,
  parse: (text) => fileOf(text),
  writer: (file) => writerOf(file),
  parsePattern(text) {
    const read = expressionAt(text, 0, text.length);
    const place = { start: 0, end: text.length };
    return read?.node ?? { ...place, outer: place, kind: 'other', inside: [] };
  },
};

/** `env("NAME")`: the name. */
const readIn = (node: CodeNode): StringNode | null => {
  const [name] = isCall(node) && node.callee.kind === 'name' && node.callee.name === 'env' ? node.args : [];
  return name?.value.kind === 'string' ? name.value : null;
};

function fileOf(text: string): CodeFile {
  const statements = statementsOf(text);
  const nodes = statements.flatMap(({ value }) => (value ? nodesOf(value) : []));
  const uses = statements.filter(({ kind }) => kind === 'use');
  const declarations = new Map<string, Declaration>();
  for (const one of statements)
    for (const name of one.kind === 'set' ? [one.name] : one.names)
      declarations.set(name, declared(name, one, statements, nodes));
  const names = new Set(text.match(/\w+/g) ?? []);
  const declarationOf = (node: CodeNode): Declaration | null =>
    (node.kind === 'name' && declarations.get(node.name)) || null;
  const entityOf = (node: CodeNode): Entity | null => {
    if (node.kind === 'member') {
      const object = entityOf(node.object);
      return object && { ...object, path: [...object.path, node.name] };
    }
    const use = node.kind === 'name' ? uses.find(({ names }) => names.includes(node.name)) : undefined;
    return use && node.kind === 'name' ? exported(use.name, node.name) : null;
  };
  const settingOf: CodeFile['settingOf'] = (node) => {
    const name = readIn(node);
    const nameSpan = name && { start: name.start + 1, end: name.end - 1 };
    return nameSpan && plain.plainRead({ origin: 'environment', name: name.value, nameSpan });
  };
  return {
    ...plain.plainFile,
    text,
    dialect,
    errors: statements.filter(({ kind }) => kind === 'broken'),
    sites: nodes.filter(isCall),
    packages: new Set(uses.map(({ name }) => name)),
    entityOf,
    means: meansBy(entityOf),
    declarationOf,
    settingOf,
    settings: new Set(nodes.flatMap((node) => readIn(node)?.value ?? [])),
    typeOf: (node) => (node.kind === 'string' || readIn(node) ? 'string' : 'unknown'),
    literalAt: (offset) =>
      nodes.find(({ kind, start, end }) => kind === 'string' && start <= offset && offset < end) ?? null,
    statementAt: (offset) =>
      statements.find(({ start, end }) => start <= offset && offset < end) ?? { start: offset, end: offset },
    names,
    scopes: flatScopes(text, names),
    trouble: (names) =>
      nodes
        .filter((node): node is NameNode => node.kind === 'name' && names.has(node.name))
        .filter((node) => node.name !== 'env' && !entityOf(node) && !isDeclaredBefore(node, declarations))
        .map(({ name, start, end }) => ({ name, why: 'undeclared', span: { start, end } })),
  };
}

const isDeclaredBefore = ({ name, start }: NameNode, declarations: ReadonlyMap<string, Declaration>): boolean =>
  (declarations.get(name)?.statement.end ?? Infinity) <= start;

function declared(
  name: string,
  of: Statement,
  statements: readonly Statement[],
  nodes: readonly CodeNode[],
): Declaration {
  const nameSpan = { start: of.start, end: of.start + name.length };
  const reads = nodes.filter((node): node is NameNode => node.kind === 'name' && node.name === name);
  const common = { write: false, shorthand: false, inType: false };
  const references: Reference[] = [
    ...reads.map((node) => ({ ...common, start: node.start, end: node.end, node, role: { kind: 'read' } as const })),
    ...statements
      .filter((one) => one.kind === 'stop' && one.name === name)
      .map((statement) => {
        const place = { start: statement.nameStart, end: statement.end };
        const node: NameNode = { ...place, outer: place, kind: 'name', name };
        return {
          ...common,
          ...place,
          node,
          role: { ...plain.plainGuard, statement, operand: place, operands: [place] } as const,
        };
      }),
  ];
  return {
    ...plain.plainDeclaration,
    kind: of.kind === 'use' ? 'import' : 'variable',
    name,
    nameSpan,
    removable: of,
    statement: of,
    initialiser: of.value,
    constant: statements.filter((one) => one.kind === 'set' && one.name === name).length <= 1,
    references: references.sort((a, b) => a.start - b.start),
  };
}

function writerOf(file: CodeFile): CodeWriter {
  const { text } = file;
  const lines = linesOf(text);
  const uses = statementsOf(text).filter(({ kind }) => kind === 'use');
  return {
    ...plain.plainWriter,
    string: (value) => JSON.stringify(value),
    template: (parts) => parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : part.code)).join(' + '),
    declare: (name, value) => `${name} = ${value}`,
    readSetting: (name) => `env(${JSON.stringify(name)})`,
    name(words) {
      const base = words.join('_');
      let name = base;
      for (let n = 2; file.names.has(name); n++) name = `${base}${n}`;
      return name;
    },
    credential: () => {
      const name = 'DefaultAzureCredential';
      return { code: `${name}.new()`, export: name, entity: exported('azure/identity', name) };
    },
    local: ({ module: name, path: [first = ''] }) =>
      uses.some((use) => use.name === name && use.names.includes(first)) ? first : null,
    imports(add, gone, after) {
      const edits: TextEdit[] = uses.flatMap((use): readonly TextEdit[] => {
        const left = use.names.filter(
          (one) => !gone.some((entity) => entity.module === use.name && entity.path[0] === one),
        );
        if (left.length === use.names.length) return [];
        return [left.length === 0 ? lines.remove(use) : { span: use, newText: useLine(use.name, left) }];
      });
      const added = add.map((entity) => useLine(entity.module, entity.path) + lines.eol).join('');
      const top = { start: uses[0]?.start ?? 0, end: uses[0]?.start ?? 0 };
      const end = { start: uses.at(-1)?.end ?? 0, end: uses.at(-1)?.end ?? 0 };
      return [
        ...(added === '' ? [] : [{ span: top, newText: added }]),
        ...edits,
        ...(after === null ? [] : [{ span: end, newText: lines.eol + after }]),
      ];
    },
    removeStatement: (span) => lines.remove(span),
    insertAfter: (statement, line) => lines.insertAfter(statement, line),
  };
}

const exported = (module: string, name: string): Entity => ({ distribution: module, module, path: [name] });

const useLine = (name: string, names: readonly string[]): string => `use ${name}: ${names.join(', ')}`;
