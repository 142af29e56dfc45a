import type { Entity } from '../../contract/entity';
import type { Node } from '../syntax';
import { ancestors, field, members } from '../syntax';
import type { Using } from './using';
import { dotted, usingsOf } from './using';

/** What names of types mean in a file. */
export interface Namespaces {
  readonly usings: readonly Using[];
  /** The namespaces in sight and those above them: where the file's packages live. */
  readonly packages: ReadonlySet<string>;
  means(node: Node, entity: Entity): boolean;
  /** The types that the file declares. */
  readonly declared: ReadonlySet<string>;
  /** True when types of a namespace can be named without it: at a place, or wherever the file has code. */
  sees(namespace: string, at?: Node): boolean;
  /** The namespaces, and the file itself, that hold code directly. */
  hosts(): readonly Node[];
}

/** What every file of a web project sees where implicit usings are on, as new projects have them. */
const WEB_USINGS = ['Microsoft.Extensions.Configuration', 'Microsoft.Extensions.DependencyInjection'];

/** Code that starts a web application and does not say where that comes from sees such namespaces. */
const startsWeb = (text: string, usings: readonly Using[]): boolean =>
  /\bWebApplication\s{0,99}\.\s{0,99}Create\w{0,100}\s{0,99}\(/.test(text) &&
  !usings.some(({ namespace }) => namespace === 'Microsoft.AspNetCore.Builder');

/** The namespaces, and the file itself, that hold code directly. */
export function codeHosts(root: Node): Node[] {
  const found = new Map<number, Node>();
  const search = (host: Node, body: Node) => {
    for (const node of members(body)) {
      const inner = node.type === 'namespace_declaration' ? field(node, 'body') : null;
      if (inner) search(node, inner);
      else if (!/^(?:using_directive|extern_alias_directive|global_attribute)$/.test(node.type))
        found.set(host.id, host);
    }
  };
  search(root, root);
  return found.size > 0 ? [...found.values()] : [root];
}

/** The text of a type without its arguments and the mark of one that may be missing. */
function withoutArguments(type: string): string {
  const [open, close] = [type.indexOf('<'), type.lastIndexOf('>')];
  const plain = open < 0 || close < open ? type : type.slice(0, open) + type.slice(close + 1);
  return plain.endsWith('?') ? plain.slice(0, -1) : plain;
}

export function namespacesOf(root: Node, text: string, globals: readonly string[]): Namespaces {
  const usings = usingsOf(root);
  const own = root
    .descendantsOfType(['namespace_declaration', 'file_scoped_namespace_declaration'])
    .map((node) => dotted(field(node, 'name')?.text ?? ''));
  const aliases = new Map(
    usings.flatMap(({ alias, namespace }) => (alias === null ? [] : [[alias, namespace] as const])),
  );
  const enclosing = own.flatMap(prefixes);
  const ofNamespaces = usings.filter(({ alias, isStatic }) => alias === null && !isStatic);
  const everywhere = [...globals, ...(startsWeb(text, usings) ? WEB_USINGS : [])];
  const visible = new Set([...ofNamespaces.map(({ namespace }) => namespace), ...enclosing, ...everywhere]);
  const sights = new Map<number, ReadonlySet<string>>();
  /** The namespaces in sight in a host, whatever the target. */
  const sightOf = (host: Node): ReadonlySet<string> => {
    const known = sights.get(host.id);
    if (known) return known;
    const around = hostOf(host);
    const seen = new Set([
      ...(around ? sightOf(around) : everywhere),
      ...ofNamespaces
        .filter(({ node, isConditional }) => !isConditional && hostOf(node)?.id === host.id)
        .map(({ namespace }) => namespace),
      ...prefixes(namespaceName(host)),
    ]);
    sights.set(host.id, seen);
    return seen;
  };
  let hosts: readonly Node[] | null = null;
  // `new Azure.Storage.Blobs.BlobServiceClient(...)` needs no `using`.
  const qualified = [
    ...text.matchAll(/\bnew\s{1,99}(?:global::)?((?:[A-Z]\w{0,100}\s{0,99}\.\s{0,99}){1,20})[A-Z]\w{0,100}\s{0,99}\(/g),
  ].map(([, path = '']) => dotted(path).replace(/\.$/, ''));
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
    sees(namespace, at) {
      const host = at && hostOf(at);
      if (host) return sightOf(host).has(namespace);
      return (hosts ??= codeHosts(root)).every((one) => sightOf(one).has(namespace));
    },
    hosts: () => (hosts ??= codeHosts(root)),
    means(node, entity) {
      if (
        !/^(?:identifier|qualified_name|alias_qualified_name|member_access_expression|generic_name|nullable_type)$/.test(
          node.type,
        )
      )
        return false;
      const written = dotted(withoutArguments(node.text));
      const wanted = entity.path.join('.');
      const namespace = entity.module;
      const [head = '', ...rest] = written.split('.');
      const alias = aliases.get(head);
      if (alias !== undefined) {
        const full = [alias, ...rest].join('.');
        return (
          full === `${namespace}.${wanted}` ||
          (full.endsWith(`.${wanted}`) && full.startsWith(`${entity.distribution}.`))
        );
      }
      if (written === wanted)
        return !declared.has(head) && (isVisible(namespace, entity.distribution) || namespace === 'System');
      if (!written.endsWith(`.${wanted}`)) return false;
      if (written === `${namespace}.${wanted}` || written.startsWith(`${entity.distribution}.`)) return true;
      return enclosing.some((outer) => `${outer}.${written}` === `${namespace}.${wanted}`);
    },
  };
}

/** The namespace that code directly in a host is in; empty for none. */
export function namespaceName(host: Node): string {
  const named = [host, ...ancestors(host)].flatMap((node) =>
    node.type === 'namespace_declaration'
      ? node
      : node.type === 'compilation_unit'
        ? (members(node).find(isFileScoped) ?? [])
        : [],
  );
  return named
    .reverse()
    .map((node) => dotted(field(node, 'name')?.text ?? ''))
    .join('.');
}

const isFileScoped = ({ type }: Node): boolean => type === 'file_scoped_namespace_declaration';

/** `A.B.C`, `A.B`, `A`. */
function prefixes(namespace: string): string[] {
  if (namespace === '') return [];
  const names = namespace.split('.');
  return names.map((_, i) => names.slice(0, i + 1).join('.'));
}

/** The namespace or file that `using` directives stand in for a node. */
export const hostOf = (node: Node): Node | null =>
  [...ancestors(node)].find(({ type }) => /^(?:compilation_unit|namespace_declaration)$/.test(type)) ?? null;
