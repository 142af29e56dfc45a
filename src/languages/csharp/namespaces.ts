import type { Entity } from '../code';
import type { Node } from './syntax';
import { ancestors, field, members, parts } from './syntax';

/** Namespaces of types that patterns of many packages name and that do not live under the package's own name. */
const SHARED: Readonly<Record<string, string>> = {
  Uri: 'System',
  AzureKeyCredential: 'Azure',
  AzureNamedKeyCredential: 'Azure',
  AzureSasCredential: 'Azure',
  StorageSharedKeyCredential: 'Azure.Storage',
  ApiKeyCredential: 'System.ClientModel',
};

/** The namespace that holds an export: told by the pattern, known, or called like the package. */
export const namespaceOf = ({ namespace, package: from, path }: Entity): string =>
  namespace ?? SHARED[path[0] ?? ''] ?? from;

/** A `using` directive of the file. */
export interface Using {
  readonly node: Node;
  readonly namespace: string;
  /** `Blobs` in `using Blobs = Azure.Storage.Blobs;` */
  readonly alias: string | null;
  readonly isStatic: boolean;
  readonly isGlobal: boolean;
}

const dotted = (text: string): string => text.replace(/\s+/g, '').replace(/^global::/, '');

function usingOf(node: Node): Using | null {
  const alias = field(node, 'name');
  const target = parts(node)
    .filter(({ id }) => id !== alias?.id)
    .at(-1);
  if (!target) return null;
  const has = (word: string) => node.children.some(({ type }) => type === word);
  return {
    node,
    namespace: dotted(target.text),
    alias: alias?.text ?? null,
    isStatic: has('static'),
    isGlobal: has('global'),
  };
}

/** Every `using` directive, those inside namespaces included. */
export function usingsOf(root: Node): Using[] {
  return members(root).flatMap((node): Using[] => {
    if (node.type === 'using_directive') return [usingOf(node)].filter((one) => one !== null);
    const body =
      node.type === 'namespace_declaration'
        ? field(node, 'body')
        : node.type === 'file_scoped_namespace_declaration'
          ? node
          : null;
    return body ? usingsOf(body) : [];
  });
}

/** What names of types mean in a file. */
export interface Namespaces {
  readonly usings: readonly Using[];
  /** The namespaces in sight and those above them: where the file's packages live. */
  readonly packages: ReadonlySet<string>;
  means(node: Node, entity: Entity): boolean;
  /** The types that the file declares. */
  readonly declared: ReadonlySet<string>;
  /** True when types of a namespace can be named without it. */
  sees(namespace: string): boolean;
}

/** What every file of a web project sees where implicit usings are on, as new projects have them. */
const WEB_USINGS = ['Microsoft.Extensions.Configuration', 'Microsoft.Extensions.DependencyInjection'];

/** Code that starts a web application names types of such namespaces: they are in sight. */
const STARTS_WEB = /\bWebApplication\s*\.\s*Create\w*\s*\(/;

export function namespacesOf(root: Node, text: string, globals: readonly string[]): Namespaces {
  const usings = usingsOf(root);
  const own = root
    .descendantsOfType(['namespace_declaration', 'file_scoped_namespace_declaration'])
    .map((node) => dotted(field(node, 'name')?.text ?? ''));
  const aliases = new Map(
    usings.flatMap(({ alias, namespace }) => (alias === null ? [] : [[alias, namespace] as const])),
  );
  const enclosing = own.flatMap(prefixes);
  const visible = new Set([
    ...usings.filter(({ alias, isStatic }) => alias === null && !isStatic).map(({ namespace }) => namespace),
    ...enclosing,
    ...globals,
    ...(STARTS_WEB.test(text) ? WEB_USINGS : []),
  ]);
  // `new Azure.Storage.Blobs.BlobServiceClient(...)` needs no `using`.
  const qualified = [...text.matchAll(/\bnew\s+(?:global::)?((?:[A-Z]\w*\s*\.\s*)+)[A-Z]\w*\s*\(/g)].map(
    ([, path = '']) => dotted(path).replace(/\.$/, ''),
  );
  const packages = new Set([...visible, ...aliases.values(), ...qualified].flatMap(prefixes));
  const declared = new Set(
    root
      .descendantsOfType(['class_declaration', 'struct_declaration', 'record_declaration', 'interface_declaration'])
      .map((node) => field(node, 'name')?.text ?? ''),
  );

  const isVisible = (namespace: string, from: string): boolean =>
    visible.has(namespace) || [...visible].some((one) => one === from || one.startsWith(`${from}.`));

  return {
    usings,
    packages,
    declared,
    sees: (namespace) => visible.has(namespace),
    means(node, entity) {
      if (
        !/^(?:identifier|qualified_name|alias_qualified_name|member_access_expression|generic_name|nullable_type)$/.test(
          node.type,
        )
      )
        return false;
      const written = dotted(node.text.replace(/<[^]*>|\?$/g, ''));
      const wanted = entity.path.join('.');
      const namespace = namespaceOf(entity);
      const [head = '', ...rest] = written.split('.');
      const alias = aliases.get(head);
      if (alias !== undefined) {
        const full = [alias, ...rest].join('.');
        return (
          full === `${namespace}.${wanted}` || (full.endsWith(`.${wanted}`) && full.startsWith(`${entity.package}.`))
        );
      }
      if (written === wanted)
        return !declared.has(head) && (isVisible(namespace, entity.package) || namespace === 'System');
      if (!written.endsWith(`.${wanted}`)) return false;
      if (written === `${namespace}.${wanted}` || written.startsWith(`${entity.package}.`)) return true;
      return enclosing.some((outer) => `${outer}.${written}` === `${namespace}.${wanted}`);
    },
  };
}

/** `A.B.C`, `A.B`, `A`. */
function prefixes(namespace: string): string[] {
  const names = namespace.split('.');
  return names.map((_, i) => names.slice(0, i + 1).join('.'));
}

/** The namespace or file that `using` directives stand in for a node. */
export const hostOf = (node: Node): Node | null =>
  [...ancestors(node)].find(({ type }) =>
    /^(?:compilation_unit|namespace_declaration|file_scoped_namespace_declaration)$/.test(type),
  ) ?? null;
