import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { plainDeclaration } from '../base/plain';
import type { Declaration, Reference } from '../contract/declaration';
import type { Entity } from '../contract/entity';
import type { Imported } from '../contract/imported';
import type { CodeNode, NameNode } from '../contract/node';
import { exportOf } from './exports';
import type { Export } from './exports';
import type { TypeScriptFile } from './file';
import { listItem } from './lists';
import { isRelative } from './modules';
import type { Modules } from './modules';
import { escaped, mayRead, withoutComments, wordsOf } from './readers';
import { roleOf } from './roles';
import { ancestors, isStatement } from './tree';
import type { Node } from './tree';

type Binding = Pick<Imported, 'binding' | 'item' | 'entity' | 'nameSpan' | 'root'>;

const sameEntity = (a: Entity | null, b: Entity): boolean =>
  a?.module === b.module && a.path.join('.') === b.path.join('.');

const isRequire = (node: Node | null): boolean =>
  node?.type === AST_NODE_TYPES.CallExpression &&
  node.callee.type === AST_NODE_TYPES.Identifier &&
  node.callee.name === 'require';

/** How a name that is alone came into the file; null where another name cannot take its place there. */
function ofName(node: TSESTree.Identifier, file: TypeScriptFile, entity: Entity): Binding | null {
  const { tree, scopeNames, text } = file;
  const variable = scopeNames.variableOf(node);
  const definition = variable?.defs[0];
  const declaration = file.declarationOf(file.views.view(node) as NameNode);
  if (!definition || !declaration) return null;
  const nameSpan = { start: node.range[0], end: node.range[1] };
  const named = { binding: declaration, nameSpan, root: null };
  const declaring = definition.node as Node;
  if (declaring.type === AST_NODE_TYPES.ImportSpecifier) {
    const statement = tree.parentOf(declaring);
    if (statement?.type !== AST_NODE_TYPES.ImportDeclaration) return null;
    const items = statement.specifiers.filter(({ type }) => type === AST_NODE_TYPES.ImportSpecifier);
    return { ...named, item: listItem(text, items, declaring), entity };
  }
  if (declaring.type === AST_NODE_TYPES.VariableDeclarator && declaring.id.type === AST_NODE_TYPES.ObjectPattern) {
    const item = declaring.id.properties.find(
      (one) => one.type === AST_NODE_TYPES.Property && one.value === definition.name,
    );
    return item
      ? {
          ...named,
          item: listItem(text, declaring.id.properties, item),
          entity: isRequire(declaring.init) ? entity : null,
        }
      : null;
  }
  return { ...named, item: null, entity: null };
}

/** Every place of the file that says the same path of names. */
function ofMember(node: TSESTree.MemberExpression, file: TypeScriptFile, entity: Entity): Binding | null {
  const { tree, scopeNames, views } = file;
  const { property } = node;
  if (node.computed || property.type !== AST_NODE_TYPES.Identifier) return null;
  const references = tree.readers.flatMap((one): Reference[] => {
    if (
      one.type !== AST_NODE_TYPES.MemberExpression ||
      one.property.type !== AST_NODE_TYPES.Identifier ||
      one.property.name !== property.name ||
      !sameEntity(scopeNames.entityOf(one), entity)
    )
      return [];
    const parent = tree.parentOf(one);
    return [
      {
        start: one.property.range[0],
        end: one.property.range[1],
        node: views.view(one) as NameNode,
        write: parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.left === one,
        shorthand: false,
        inType: false,
        role: roleOf(one, tree),
      },
    ];
  });
  const own = [...ancestors(tree, node)].find(isStatement) ?? node;
  const nameSpan = { start: property.range[0], end: property.range[1] };
  const binding: Declaration = {
    ...plainDeclaration,
    kind: 'import',
    name: property.name,
    nameSpan,
    removable: null,
    statement: { start: own.range[0], end: own.range[1] },
    initialiser: null,
    setting: null,
    constant: references.every(({ write }) => !write),
    exported: false,
    topLevel: true,
    type: null,
    references,
  };
  let object: Node = node.object;
  while (object.type === AST_NODE_TYPES.MemberExpression) object = object.object;
  const root = object.type === AST_NODE_TYPES.Identifier ? file.declarationOf(views.view(object) as NameNode) : null;
  return { binding, item: null, entity: null, nameSpan, root };
}

/** True when the file itself reads the value in other ways than by exporting it. */
function readsItself({ file: { text }, name, around, slot, declaration }: Export): boolean {
  const item = slot?.item;
  // A constant's references are known one by one; properties are looked for by their names.
  if (declaration || !item) return false;
  const rest = withoutComments(text.slice(0, item.start) + text.slice(item.end));
  if (new RegExp(`(?<!\\benv\\s{0,99}\\??)\\.\\s{0,99}${escaped(name)}(?![\\w$])`).test(rest)) return true;
  return around.some((constant) => {
    const root = escaped(constant);
    const exported = [
      `\\b(?:const|let|var)\\s+${root}(?![\\w$])`,
      `\\bfrom\\s{0,99}["'][^"'\n]{0,400}["']`,
      `\\bexport\\s+default\\s+${root}(?![\\w$])`,
      `\\bexport\\s*\\{[^}]*\\}`,
      `\\bexports\\s*=\\s*(?:${root}(?![\\w$])|\\{[^}]*\\})`,
      `\\bexports\\.[\\w$]+\\s*=\\s*${root}(?![\\w$])`,
    ];
    const others = rest.replace(new RegExp(exported.join('|'), 'g'), ' ');
    return new RegExp(`(?<![\\w$.])${root}(?![\\w$])(?!\\s{0,99}\\.\\s{0,99}\\w)(?!\\s{0,99}:)`).test(others);
  });
}

export function importedAt(node: CodeNode, file: TypeScriptFile, path: string, modules: Modules): Imported | null {
  const native = file.views.native(node);
  const entity = file.scopeNames.entityOf(native);
  if (!entity || !isRelative(entity.module)) return null;
  const module = modules.open(path, entity.module);
  const found = module && exportOf(module, entity.path, modules);
  if (!found || found.path === path) return null;
  const binding =
    native.type === AST_NODE_TYPES.Identifier
      ? ofName(native, file, entity)
      : native.type === AST_NODE_TYPES.MemberExpression
        ? ofMember(native, file, entity)
        : null;
  if (!binding) return null;
  // A name that an import statement does not say cannot be changed in it.
  const named = binding.item !== null || native.type === AST_NODE_TYPES.MemberExpression;
  const isWhole = entity.path.length === 0;
  const paths = [found.path, ...found.hops.map((hop) => hop.path)];
  const { name, holders, inner } = found;
  const spoken = { paths, name, holders, inner };
  return {
    ...binding,
    key: `imported:${found.path}#${String(found.value.start)}`,
    path: found.path,
    specifier: entity.module,
    file: found.file,
    declaration: found.declaration,
    value: found.value,
    slot: named && !isWhole ? found.slot : null,
    name,
    listed: found.listed,
    hops: found.hops,
    words: wordsOf(paths),
    mayBeReadBy: (text, reader) =>
      // Anything may read a file of data, by whatever name.
      found.file.lead !== '' || (reader === found.path ? readsItself(found) : mayRead(text, reader, spoken)),
  };
}
