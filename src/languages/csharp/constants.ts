import type { ProjectFile } from '../../core/files';
import { folderOf } from '../../core/document';
import { plainDeclaration } from '../base/plain';
import type { Declaration, Reference } from '../contract/declaration';
import type { Imported } from '../contract/imported';
import type { CodeNode, NameNode } from '../contract/node';
import { hasSetter } from './declarations';
import type { CSharpFile } from './file';
import { identifiers } from './find';
import { roleOf } from './roles';
import type { Node } from './syntax';
import { ancestors, declaratorsOf, field, isStatement, isType, members, modifiersOf, spanOf } from './syntax';

/** Another file of the project, parsed. */
interface Other {
  readonly path: string;
  readonly file: CSharpFile;
}

/** The files that may declare a class, by custom: called like it, in a folder of the file or above it. */
const pathsOf = (path: string, name: string): string[] => {
  const paths: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    paths.push(folder === '' ? `${name}.cs` : `${folder}/${name}.cs`);
    if (folder === '') return paths;
  }
};

/** Files of constants that a project's code may name. */
export interface Classes {
  /** @param quietly does not ask for a file that nobody has read yet */
  open(from: string, name: string, quietly?: boolean): Other | null;
  readonly wanted: readonly (readonly string[])[];
}

export function classesOf(
  files: readonly ProjectFile[],
  parse: (path: string, text: string) => CSharpFile | null,
): Classes {
  const known = new Map<string, Other | null>();
  const wanted = new Map<string, readonly string[]>();
  return {
    open(from, name, quietly = false) {
      const paths = pathsOf(from, name);
      const found = files.find(({ path }) => paths.includes(path));
      if (!found) {
        if (!quietly) wanted.set(name, paths);
        return null;
      }
      const before = known.get(found.path);
      if (before !== undefined) return before;
      const file = parse(found.path, found.text);
      const other = file && { path: found.path, file };
      known.set(found.path, other);
      return other;
    },
    get wanted() {
      return [...wanted.values()];
    },
  };
}

/** The namespace that a file's types are in; null where there are several. */
function namespaceOf({ root }: CSharpFile): string | null {
  const [only, ...others] = root.descendantsOfType(['namespace_declaration', 'file_scoped_namespace_declaration']);
  return others.length > 0 ? null : only ? (field(only, 'name')?.text ?? '').replace(/\s+/g, '') : '';
}

/** True where a bare name of a class can only mean the one of that namespace. */
function means(from: CSharpFile, namespace: string): boolean {
  const own = namespaceOf(from);
  return own === namespace || (own === '' && from.namespaces.sees(namespace));
}

/** The body of a class that is in the namespace itself and in this file only. */
function bodyOf(file: CSharpFile, type: string): Node | null {
  const node = file.root
    .descendantsOfType(['class_declaration', 'struct_declaration', 'record_declaration'])
    .find((one) => field(one, 'name')?.text === type);
  const isWhole = node && !modifiersOf(node).includes('partial') && ![...ancestors(node)].some(isType);
  return isWhole ? field(node, 'body') : null;
}

/** A constant, read-only field or property without a setter of a class. */
function memberOf(file: CSharpFile, body: Node, name: string): Declaration | null {
  for (const member of members(body)) {
    const declaring = (member.type === 'property_declaration' ? [member] : declaratorsOf(member)).find(
      (one) => field(one, 'name')?.text === name,
    );
    if (!declaring) continue;
    const own = field(declaring, 'name');
    return isFixed(member) && own ? file.declarationOf(file.views.view(own) as NameNode) : null;
  }
  return null;
}

/** True for a member that has one value, or the same source for it, for good. */
function isFixed(member: Node): boolean {
  const modifiers = modifiersOf(member);
  if (member.type === 'property_declaration') return modifiers.includes('static') && !hasSetter(member);
  return modifiers.includes('const') || (modifiers.includes('static') && modifiers.includes('readonly'));
}

/** True for a class that no other inherits from. */
const isClosed = ({ root }: CSharpFile, type: string): boolean =>
  root
    .descendantsOfType(['class_declaration', 'struct_declaration', 'record_declaration'])
    .some(
      (node) =>
        field(node, 'name')?.text === type &&
        (node.type === 'struct_declaration' || modifiersOf(node).some((one) => one === 'static' || one === 'sealed')),
    );

/** True for a project whose classes code outside the workspace may use. */
const offers = (text: string, path: string): boolean =>
  /\.csproj$/i.test(path) && /<(?:PackageId|GeneratePackageOnBuild|IsPackable)\b(?!>\s{0,99}false)/i.test(text);

/** True where every file may name the class's members without the class. */
const namesAll = (text: string, type: string): boolean =>
  new RegExp(`\\bglobal\\s{1,99}using\\s{1,99}static\\s[^;]{0,400}\\b${type}\\s{0,99};`).test(text);

/** The class of another file that a bare name means, and its body. */
export function classNamed(
  name: NameNode,
  file: CSharpFile,
  { path, classes }: { readonly path: string; readonly classes: Pick<Classes, 'open'> },
): (Other & { readonly body: Node }) | null {
  const { name: type } = name;
  if (!/^[A-Z]\w*$/.test(type) || file.namespaces.declared.has(type) || file.declarationOf(name)) return null;
  if (file.namespaces.usings.some(({ alias }) => alias === type)) return null;
  const other = classes.open(path, type);
  const namespace = other && namespaceOf(other.file);
  if (!other || other.path === path || namespace === null || !means(file, namespace)) return null;
  const body = bodyOf(other.file, type);
  return body && { ...other, body };
}

/** `Settings.ConnectionString`: a constant of a class in another file of the project. */
export function importedAt(node: CodeNode, file: CSharpFile, path: string, classes: Classes): Imported | null {
  if (node.kind !== 'member' || node.object.kind !== 'name') return null;
  const { name: type } = node.object;
  const other = classNamed(node.object, file, { path, classes });
  const declaration = other && memberOf(other.file, other.body, node.name);
  if (!other || !declaration?.initialiser) return null;
  const native = file.views.native(node);
  const own = field(native, 'name');
  if (native.type !== 'member_access_expression' || !own) return null;
  const isSame = (parent: Node | null): parent is Node =>
    parent?.type === 'member_access_expression' && field(parent, 'expression')?.text === type;
  const references = identifiers(file.root, file.text, node.name).flatMap((one): Reference[] => {
    const { parent } = one;
    return isSame(parent) && field(parent, 'name')?.id === one.id
      ? [
          {
            ...spanOf(one),
            node: file.views.view(parent) as NameNode,
            write: false,
            shorthand: false,
            inType: false,
            role: roleOf(parent),
          },
        ]
      : [];
  });
  const statement = [...ancestors(native)].find(isStatement) ?? native;
  const spoken = (text: string, word: string) => new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text);
  return {
    key: `imported:${other.path}#${type}.${node.name}`,
    path: other.path,
    specifier: type,
    file: other.file,
    declaration,
    value: declaration.initialiser,
    slot: { item: null, write: (name) => name },
    name: node.name,
    hops: [],
    listed: null,
    binding: {
      ...plainDeclaration,
      kind: 'import',
      name: node.name,
      nameSpan: spanOf(own),
      removable: null,
      statement: spanOf(statement),
      initialiser: null,
      setting: null,
      constant: true,
      exported: false,
      topLevel: true,
      type: null,
      references,
    },
    item: null,
    entity: null,
    nameSpan: spanOf(own),
    root: null,
    words: [type],
    // Within its own file its references are known one by one, unless other classes inherit the name.
    mayBeReadBy: (text, reader) =>
      reader === other.path
        ? !isClosed(other.file, type)
        : offers(text, reader) || namesAll(text, type) || (spoken(text, node.name) && spoken(text, type)),
  };
}
