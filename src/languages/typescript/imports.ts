import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { TextEdit } from '../../core/edit';
import { remembered } from '../../core/remember';
import type { Entity } from '../contract/entity';
import { withComma } from './declarations';
import type { TypeScriptFile } from './file';
import { lateRequires, leadingStatements, requireOf } from './leading';
import type { Node } from './tree';
import { moduleOf } from './tree';
import { asValue, typeImportOf } from './type-imports';
import type { Style } from './write';

/** A list of names taken from a package that can grow and shrink: `{ A, B as C }`. */
interface NamedImport {
  readonly package: string;
  readonly statement: Node;
  /** Specifiers or properties with the export each one takes. */
  readonly items: readonly { readonly node: Node; readonly name: string }[];
  /** Nothing but the list comes from this statement: it can go with its last name. */
  readonly alone: boolean;
}

/** The module that a statement gives one name to as a whole, and nothing else. */
function wholeOf(statement: TSESTree.ProgramStatement): string | null {
  if (statement.type === AST_NODE_TYPES.ImportDeclaration) {
    const [only, ...others] = statement.specifiers;
    return only && only.type !== AST_NODE_TYPES.ImportSpecifier && others.length === 0
      ? moduleOf(statement.source)
      : null;
  }
  if (statement.type !== AST_NODE_TYPES.VariableDeclaration) return null;
  const [only, ...others] = statement.declarations;
  return only.id.type === AST_NODE_TYPES.Identifier && others.length === 0 ? requireOf(only.init) : null;
}

function namedImports(file: TypeScriptFile): NamedImport[] {
  return file.tree.ast.body.flatMap((statement): NamedImport[] => {
    if (statement.type === AST_NODE_TYPES.ImportDeclaration && statement.importKind !== 'type') {
      const items = statement.specifiers.flatMap((node) =>
        node.type === AST_NODE_TYPES.ImportSpecifier &&
        node.importKind !== 'type' &&
        node.imported.type === AST_NODE_TYPES.Identifier
          ? [{ node, name: node.imported.name }]
          : [],
      );
      return items.length > 0
        ? [
            {
              package: moduleOf(statement.source),
              statement,
              items,
              alone: items.length === statement.specifiers.length,
            },
          ]
        : [];
    }
    if (statement.type !== AST_NODE_TYPES.VariableDeclaration) return [];
    return statement.declarations.flatMap((declarator) => {
      const from = requireOf(declarator.init);
      if (from === null || declarator.id.type !== AST_NODE_TYPES.ObjectPattern) return [];
      const items = declarator.id.properties.flatMap((node) =>
        node.type === AST_NODE_TYPES.Property && node.key.type === AST_NODE_TYPES.Identifier
          ? [{ node, name: node.key.name }]
          : [],
      );
      return [
        {
          package: from,
          statement,
          items,
          alone: statement.declarations.length === 1 && items.length === declarator.id.properties.length,
        },
      ];
    });
  });
}

const importsOf = remembered(namedImports);

/** What becomes of a file's imports. */
export interface ImportChange {
  readonly add: readonly Entity[];
  /** Exports that nothing reads any more; one without a name is the module as a whole. */
  readonly gone: readonly Entity[];
  /** Declared after the imports. */
  readonly after: string | null;
  /** The offset of the code that reads what `after` declares; null where nobody knows. */
  readonly first: number | null;
}

/** One pass over the imports, hence its length: what is added, taken away and declared after them ends up in the same lines. */
export function importEdits(
  file: TypeScriptFile,
  style: Style,
  { add, gone, after, first: use }: ImportChange,
): TextEdit[] {
  const { text, tree } = file;
  const edits: TextEdit[] = [];
  const imports = importsOf(file);
  const deleted = new Set<Node>();
  const wanted = new Map<string, string[]>();
  for (const entity of add) {
    const ofType = typeImportOf(tree, entity);
    const valued = ofType && asValue(ofType, text);
    edits.push(...(valued?.edits ?? []));
    if (!valued?.brings) wanted.set(entity.module, [...(wanted.get(entity.module) ?? []), entity.path[0] ?? '']);
  }

  const modules = gone.filter(({ path }) => path.length === 0);
  for (const statement of modules.length > 0 ? tree.ast.body : []) {
    if (!modules.some(({ module }) => module === wholeOf(statement))) continue;
    edits.push(wholeLine(text, statement));
    deleted.add(statement);
  }
  for (const list of imports) {
    const dropped = list.items.filter(({ name }) =>
      gone.some((entity) => entity.module === list.package && entity.path[0] === name),
    );
    const added = wanted.get(list.package) ?? [];
    if (dropped.length === 0 && added.length === 0) continue;
    wanted.delete(list.package);
    if (dropped.length === list.items.length && added.length === 0 && list.alone) {
      edits.push(wholeLine(text, list.statement));
      deleted.add(list.statement);
      continue;
    }
    const names = list.items.map(({ node }) => node);
    const [first, ...others] = dropped.map(({ node }) => node);
    if (first && added.length > 0) {
      edits.push({ span: { start: first.range[0], end: first.range[1] }, newText: added.join(', ') });
      for (const node of others) edits.push({ span: withComma(text, names, node), newText: '' });
    } else if (first) {
      edits.push(...removals(names, [first, ...others]));
    } else {
      const last = names.at(-1);
      if (last)
        edits.push({
          span: { start: last.range[1], end: last.range[1] },
          newText: separator(text, names) + added.join(', '),
        });
    }
  }

  const leading = leadingStatements(file, use ?? Number.MAX_SAFE_INTEGER);
  const azure = leading.filter((statement) => /["']@azure(?:-rest)?\//.test(text.slice(...statement.range)));
  const neighbour = azure[0] ?? leading.find((statement) => !('directive' in statement));
  // Quotes as in the import next to it, which may differ from the rest of the file.
  const quote =
    /(["'])@?[\w./-]{1,400}\1\)?;?$/.exec(neighbour ? text.slice(...neighbour.range) : '')?.[1] ?? style.quote;
  const usesRequire = !tree.ast.body.some(
    (statement) => statement.type === AST_NODE_TYPES.ImportDeclaration || statement.type.startsWith('Export'),
  );
  /** A new import in its place by name among those of Azure, else before the first import. */
  const importLine = (line: string, from: string): TextEdit => {
    const kept = azure.filter((statement) => !deleted.has(statement));
    const next = kept.find(
      (statement) => (/["'](@azure[^"']*)["']/.exec(text.slice(...statement.range))?.[1] ?? '') > from,
    );
    const previous = next ? undefined : kept.at(-1);
    if (previous) {
      const at = behindLine(text, previous);
      return { span: { start: at, end: at }, newText: style.eol + line };
    }
    const at = (next ?? neighbour)?.range[0] ?? tree.ast.body[0]?.range[0] ?? 0;
    return { span: { start: at, end: at }, newText: line + style.eol };
  };
  for (const [from, names] of wanted) {
    const list = `{ ${names.join(', ')} }`;
    const source = quote + from + quote;
    const line =
      usesRequire &&
      file.packages.size > 0 &&
      tree.ast.body.every((statement) => statement.type !== AST_NODE_TYPES.TSImportEqualsDeclaration)
        ? `const ${list} = require(${source})${style.semicolon}`
        : `import ${list} from ${source}${style.semicolon}`;
    edits.push(importLine(line, from));
  }
  const late = use === null || after === null ? [] : lateRequires(file, leading, use);
  if (after !== null) {
    // Behind an import that stays: what goes with a deleted line would be lost.
    const last = leading.findLast((statement) => !deleted.has(statement)) ?? leading.at(-1);
    const line = last ? behindLine(text, last) : (tree.ast.body[0]?.range[0] ?? 0);
    edits.push({
      span: { start: line, end: line },
      newText: last
        ? late.map(({ range }) => style.eol + text.slice(...range)).join('') + style.eol + style.eol + after
        : late.map(({ range }) => text.slice(...range) + style.eol).join('') + after + style.eol + style.eol,
    });
    for (const statement of late) edits.push(wholeLine(text, statement));
  }
  return edits;
}

/** The end of a statement with the comment that ends its line, which belongs to it. */
const behindLine = (text: string, { range: [, end] }: Node): number =>
  end + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);

/** Several items of one list: each run goes as one edit, so that edits never overlap. */
function removals(names: readonly Node[], dropped: readonly Node[]): TextEdit[] {
  const kept = names.filter((name) => !dropped.includes(name));
  const lastKept = kept.at(-1);
  return dropped.map((node) => {
    const next = names[names.indexOf(node) + 1];
    // Behind the last kept name commas go to the left, before it to the right.
    if (lastKept && names.indexOf(node) > names.indexOf(lastKept)) {
      const previous = names[names.indexOf(node) - 1];
      return { span: { start: previous?.range[1] ?? node.range[0], end: node.range[1] }, newText: '' };
    }
    return { span: { start: node.range[0], end: next?.range[0] ?? node.range[1] }, newText: '' };
  });
}

function separator(text: string, names: readonly Node[]): string {
  const [last, previous] = [names.at(-1), names.at(-2)];
  if (!last) return '';
  const gap = text.slice(previous?.range[1] ?? last.range[0], last.range[0]);
  const breaks = /\r?\n[ \t]*$/.exec(previous ? gap : text.slice(0, last.range[0]));
  return breaks ? `,${breaks[0]}` : ', ';
}

function wholeLine(text: string, node: Node): TextEdit {
  const [start, end] = node.range;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end));
  return { span: { start, end: end + (rest?.[0].length ?? 0) }, newText: '' };
}
