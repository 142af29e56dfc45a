import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { remembered } from '../../core/remember';
import type { Span } from '../../core/span';
import { meansBy } from '../base/means';
import { plainFile } from '../base/plain';
import type { Declaration } from '../contract/declaration';
import type { CodeFile } from '../contract/file';
import type { Imported } from '../contract/imported';
import type { CodeNode, NameNode } from '../contract/node';
import { hasOtherWay, isIn } from './choice';
import { isTokenCredential } from './credential';
import { declarationsOf } from './declarations';
import { dialect } from './dialect';
import { fieldOf } from './fields';
import { importedAt } from './imported';
import { loadPlace } from './load';
import { isJson, JSON_LEAD } from './modules';
import type { Modules } from './modules';
import { namesOf } from './names';
import type { Names } from './names';
import type { Parsed } from './parse';
import { readsOf, resultOf, settingRead, settingsRead } from './settings';
import type { Node, Tree } from './tree';
import { moduleOf, ancestors, isFunction, isStatement, treeOf } from './tree';
import { scopesOf } from './scopes';
import type { FileScopes } from './scopes';
import { troubleOf } from './trouble';
import { typeOf } from './types';
import type { Views } from './view';
import { viewsOf } from './view';

/** What the TypeScript writer needs beside the plain `CodeFile`. */
export interface TypeScriptFile extends CodeFile {
  readonly tree: Tree;
  readonly scopeNames: Names;
  readonly views: Views;
  readonly scopes: FileScopes;
  /** The text of another file of the project that this one imports; null where nobody knows it. */
  readonly moduleText: (specifier: string) => string | null;
  /** `.ts`, `.tsx`, ...: the code has types. */
  readonly typed: boolean;
}

const span = (node: Node): Span => ({ start: node.range[0], end: node.range[1] });

export function fileOf(
  text: string,
  path: string,
  parsed: Parsed,
  modules: Modules | null = null,
  unread: ReadonlySet<string> = new Set(),
  embedded = false,
): TypeScriptFile {
  const tree = treeOf(parsed.ast);
  const names = namesOf(parsed.scopes, tree);
  const views = viewsOf(text, tree);
  const declaration = declarationsOf(text, tree, names, views, unread);

  // One object for each field, however often it is asked for.
  const fields = new Map<number, Declaration>();
  const fieldAt = (node: Node): Declaration | null => {
    const found = fieldOf(node, text, tree, views);
    if (!found) return null;
    const known = fields.get(found.nameSpan.start) ?? found;
    fields.set(found.nameSpan.start, known);
    return known;
  };

  const declarationOf = (node: CodeNode): Declaration | null => {
    const native = views.native(node);
    if (native.type === AST_NODE_TYPES.MemberExpression) return fieldAt(native);
    const variable = native.type === AST_NODE_TYPES.Identifier ? names.variableOf(native) : null;
    return variable && declaration(variable);
  };
  const entityOf = (node: CodeNode) => names.entityOf(views.native(node));
  const settingOf = (node: CodeNode) => settingRead(views.native(node), names);
  const asked = { entityOf, declarationOf, settingOf };

  const children = remembered((node: Node) => childrenOf(node, tree));
  const nodeAt = (offset: number): Node => {
    let best: Node = tree.ast;
    for (;;) {
      const inner = childAt(children(best), offset);
      if (!inner) return best;
      best = inner;
    }
  };

  const known: { credentials?: readonly Node[]; settings?: ReadonlySet<string> } = {};
  const tokenCredentials = (): readonly Node[] =>
    (known.credentials ??= tree.sites.filter((site) => isTokenCredential(site, names)));

  /** The functions and branches around a place that choose a token credential on another way through. */
  const choosesCredential = remembered((root: Node): boolean =>
    tokenCredentials().some(
      (site) =>
        isIn(root, site) &&
        [...ancestors(tree, site)].some(
          (node) =>
            (node.type === AST_NODE_TYPES.IfStatement || node.type === AST_NODE_TYPES.ConditionalExpression) &&
            isIn(root, node),
        ),
    ),
  );

  // Every service asks for them.
  let sites: CodeFile['sites'] | null = null;

  const packages = new Set<string>();
  for (const statement of tree.ast.body)
    if (statement.type === AST_NODE_TYPES.ImportDeclaration) packages.add(moduleOf(statement.source));
  for (const site of tree.sites) {
    const entity = site.type === AST_NODE_TYPES.CallExpression ? names.entityOf(site) : null;
    if (entity) packages.add(entity.module);
  }

  for (const load of tree.loads) {
    const entity = names.entityOf(load);
    if (entity) packages.add(entity.module);
  }
  for (const statement of tree.ast.body) {
    const entity = statement.type === AST_NODE_TYPES.TSImportEqualsDeclaration ? names.entityOf(statement.id) : null;
    if (entity) packages.add(entity.module);
  }

  const first = tree.ast.body[0];
  const browserGlobal =
    names.globals.has('document') || names.globals.has('window') || names.globals.has('localStorage');
  const directive = first?.type === AST_NODE_TYPES.ExpressionStatement && first.directive === 'use client';

  const imported = new Map<CodeNode, Imported | null>();

  const file: TypeScriptFile = {
    ...plainFile,
    text,
    dialect,
    lead: isJson(path) ? JSON_LEAD : '',
    importedAt(node) {
      const known = imported.get(node);
      if (known !== undefined || !modules) return known ?? null;
      // What imports itself in a circle leads nowhere.
      imported.set(node, null);
      const found = importedAt(node, file, path, modules);
      imported.set(node, found);
      return found;
    },
    get wanted() {
      return modules?.wanted ?? [];
    },
    moduleText: (specifier) => modules?.open(path, specifier)?.file.text ?? null,
    tree,
    scopeNames: names,
    views,
    typed: /\.[cm]?tsx?$/i.test(path),
    errors: parsed.errors,
    embedded,
    incomplete: parsed.incomplete,
    get sites() {
      return (sites ??= tree.sites
        .map((site) => views.view(site))
        .filter((node) => node.kind === 'call' || node.kind === 'assign'));
    },
    packages,
    entityOf,
    means: meansBy(entityOf),
    declarationOf: (node: NameNode) => declarationOf(node),
    settingOf,
    readsOf: (setting) => readsOf(setting, tree, names),
    resultOf(node) {
      const result = resultOf(views.native(node), names);
      return result && views.view(result);
    },
    get settings() {
      return (known.settings ??= new Set(tree.readers.flatMap((node) => settingsRead(node, names))));
    },
    typeOf: (node) => typeOf(node, asked),
    literalAt(offset) {
      if (embedded) return null;
      const node = nodeAt(offset);
      const literal = node.type === AST_NODE_TYPES.TemplateElement ? tree.parentOf(node) : node;
      const parent = literal && tree.parentOf(literal);
      if (literal?.type !== AST_NODE_TYPES.Literal && literal?.type !== AST_NODE_TYPES.TemplateLiteral) return null;
      // Where only a literal may stand, no expression can take its place.
      if (
        !parent ||
        /^(TS|JSX|Import|Export)|^TaggedTemplate/.test(parent.type) ||
        (parent.type === AST_NODE_TYPES.ExpressionStatement && parent.directive !== undefined)
      )
        return null;
      if (
        (parent.type === AST_NODE_TYPES.Property || parent.type === AST_NODE_TYPES.PropertyDefinition) &&
        parent.key === literal
      )
        return null;
      return views.view(literal);
    },
    statementAt(offset) {
      const node = nodeAt(offset);
      return span(isStatement(node) ? node : ([...ancestors(tree, node)].find(isStatement) ?? node));
    },
    inChoice(place) {
      const around = [...ancestors(tree, nodeAt(place.start))];
      const root = around.find(isFunction) ?? tree.ast;
      return choosesCredential(root) || hasOtherWay(place, root, tree, names);
    },
    clientSide:
      directive || browserGlobal || /\bimport\.meta\.env\b|\bprocess\.env\.(NEXT_PUBLIC|REACT_APP|VITE)_/.test(text),
    vaultAt(place) {
      const found = this.clientSide || embedded ? null : loadPlace(this, views.native(place));
      return found && { way: 'client', opens: found.client === null };
    },
    names: tree.names,
    scopes: scopesOf(names.scopes, tree, text),
    trouble: (wanted) => troubleOf(names.scopes, tree, wanted),
    get credentials() {
      return tree.ast.body
        .map((statement): Node =>
          statement.type === AST_NODE_TYPES.ExportNamedDeclaration && statement.declaration
            ? statement.declaration
            : statement,
        )
        .flatMap((statement) =>
          statement.type === AST_NODE_TYPES.VariableDeclaration && statement.kind === 'const'
            ? statement.declarations
            : [],
        )
        .filter(
          (declarator) =>
            declarator.init &&
            declarator.id.type === AST_NODE_TYPES.Identifier &&
            isTokenCredential(declarator.init, names),
        )
        .map((declarator) => declarationOf(views.view(declarator.id)))
        .filter((found) => found !== null);
    },
  };
  return file;
}

/** The children of a node, in order of their starts. */
function childrenOf(node: Node, tree: Tree): readonly Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent' || key === 'loc' || key === 'range' || key === 'comments' || key === 'tokens') continue;
    for (const child of (Array.isArray(value) ? value : [value]) as unknown[]) {
      if (typeof child === 'object' && child !== null && 'range' in child && tree.parentOf(child as Node) === node)
        children.push(child as Node);
    }
  }
  return children.sort((a, b) => a.range[0] - b.range[0]);
}

/** The first child that an offset is in; children may begin at one place, as the two names of `{ a }` do. */
function childAt(children: readonly Node[], offset: number): Node | undefined {
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.range[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let found: Node | undefined;
  for (let at = low - 1; at >= 0; at--) {
    const child = children[at];
    const inside = child !== undefined && offset < child.range[1];
    if (inside) found = child;
    // What begins further ahead ends further ahead.
    if (child && child.range[0] !== children[at - 1]?.range[0] && (found || !inside)) break;
  }
  return found;
}
