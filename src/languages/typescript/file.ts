import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { meansBy } from '../base/means';
import { plainFile } from '../base/plain';
import type { Declaration } from '../contract/declaration';
import type { CodeFile } from '../contract/file';
import type { Imported } from '../contract/imported';
import type { CodeNode, NameNode } from '../contract/node';
import type { Parameter } from '../contract/parameter';
import { isChosen } from './choice';
import { credentialNames } from './credential';
import { declarationsOf } from './declarations';
import { dialect } from './dialect';
import { fieldOf } from './fields';
import { importedAt } from './imported';
import { loadPlace } from './vault-load';
import { isJson, JSON_LEAD } from './modules';
import type { Modules } from './modules';
import { namesOf } from './names';
import type { Names } from './names';
import { isClientSide, packagesOf } from './packages';
import type { Parsed } from './parse';
import { parameterOf } from './parameters';
import { literalAt, statementAt } from './places';
import { readsOf, resultOf, settingRead, settingsRead } from './settings';
import type { Node, Tree } from './tree';
import { treeOf } from './tree';
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
  /** Exported names that nothing in the workspace reads. */
  readonly unread: ReadonlySet<string>;
  /** `.ts`, `.tsx`, ...: the code has types. */
  readonly typed: boolean;
}

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
  const declarationOf = declarationsIn(text, tree, names, views, unread);
  const entityOf = (node: CodeNode) => names.entityOf(views.native(node));
  const settingOf = (node: CodeNode) => settingRead(views.native(node), names);
  const asked = { entityOf, declarationOf, settingOf };

  // Every service asks for them.
  let sites: CodeFile['sites'] | null = null;
  let settings: CodeFile['settings'] | null = null;
  let credentials: CodeFile['credentials'] | null = null;
  const imported = new Map<CodeNode, Imported | null>();
  const parameters = new Map<Declaration, Parameter | null>();

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
    unread,
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
    packages: packagesOf(tree, names),
    entityOf,
    means: meansBy(entityOf),
    declarationOf: (node: NameNode) => declarationOf(node),
    parameterOf(declaration) {
      const known = parameters.get(declaration);
      if (known !== undefined) return known;
      const found = parameterOf(declaration, file);
      parameters.set(declaration, found);
      return found;
    },
    settingOf,
    readsOf: (setting) => readsOf(setting, tree, names),
    resultOf(node) {
      const result = resultOf(views.native(node), names);
      return result && views.view(result);
    },
    get settings() {
      return (settings ??= new Set(tree.readers.flatMap((node) => settingsRead(node, names))));
    },
    typeOf: (node) => typeOf(node, asked),
    literalAt(offset) {
      const literal = embedded ? null : literalAt(offset, tree);
      return literal && views.view(literal);
    },
    statementAt: (offset) => statementAt(offset, tree),
    inChoice: (place) => isChosen(place, tree, names),
    clientSide: isClientSide(text, tree, names),
    vaultAt(place) {
      const found = this.clientSide || embedded ? null : loadPlace(this, views.native(place));
      return found && { way: 'client', opens: found.client === null };
    },
    names: tree.names,
    scopes: scopesOf(names.scopes, tree, text),
    trouble: (wanted) => troubleOf(names.scopes, tree, wanted),
    get credentials() {
      return (credentials ??= credentialNames(tree, names).flatMap((name) => declarationOf(views.view(name)) ?? []));
    },
  };
  return file;
}

/** The declarations of names and of fields. */
function declarationsIn(
  text: string,
  tree: Tree,
  names: Names,
  views: Views,
  unread: ReadonlySet<string>,
): (node: CodeNode) => Declaration | null {
  const declaration = declarationsOf(text, tree, names, views, unread);
  // One object for each field, however often it is asked for.
  const fields = new Map<number, Declaration>();
  const fieldAt = (node: Node): Declaration | null => {
    const found = fieldOf(node, text, tree, views, unread);
    if (!found) return null;
    const known = fields.get(found.nameSpan.start) ?? found;
    fields.set(found.nameSpan.start, known);
    return known;
  };
  return (node) => {
    const native = views.native(node);
    if (native.type === AST_NODE_TYPES.MemberExpression) return fieldAt(native);
    const variable = native.type === AST_NODE_TYPES.Identifier ? names.variableOf(native) : null;
    return variable && declaration(variable);
  };
}
