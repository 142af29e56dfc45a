import { withoutTrailing } from '../../core/trailing';
import type { TextEdit } from '../../core/edit';
import { COMPLETE } from './key-namespaces';
import type { Namespaces } from './scope/namespaces';
import { codeHosts, hostOf, namespaceName } from './scope/namespaces';
import type { Using } from './scope/using';
import type { Node } from './syntax';
import { ancestors, parts, spanOf } from './syntax';

const isSystem = (namespace: string): boolean => /^System(?:\.|$)/.test(namespace);

/** True when the first goes before the second: `System` first where the file has it so, then by the alphabet. */
const goesBefore = (a: string, b: string, systemFirst: boolean): boolean => {
  if (systemFirst && isSystem(a) !== isSystem(b)) return isSystem(a);
  return a.toLowerCase() < b.toLowerCase();
};

const isPlain = ({ alias, isStatic, isGlobal }: Using): boolean => alias === null && !isStatic && !isGlobal;

/** The file whose `using` directives change. */
export interface UsingsSource {
  readonly text: string;
  readonly root: Node;
  readonly namespaces: Namespaces;
  readonly eol: string;
  /** The start of the comments that belong to the code at an offset, or the offset. */
  readonly aboveComments: (code: Node) => number;
}

/** A type that no code names any more, and where it lives. */
export interface GoneType {
  readonly namespace: string;
  readonly name: string;
}

/** Puts `using` directives where the alphabet wants them, and takes those away that nothing needs any more. */
export function usingEdits(source: UsingsSource, wanted: readonly string[], gone: readonly GoneType[]): TextEdit[] {
  const dropped = droppedUsings(source, gone);
  const edits: TextEdit[] = [];
  const byHost = new Map<number, { host: Node; namespaces: string[] }>();
  for (const namespace of new Set(wanted)) {
    for (const host of hostsFor(namespace, source)) {
      const known = byHost.get(host.id) ?? { host, namespaces: [] };
      known.namespaces.push(namespace);
      byHost.set(host.id, known);
    }
  }
  for (const { host, namespaces } of byHost.values()) edits.push(...insertions(source, host, namespaces, dropped));
  const isReplaced = ({ node }: Using) =>
    edits.some(({ span }) => span.start === node.startIndex && span.end === node.endIndex);
  return [...edits, ...dropped.filter((using) => !isReplaced(using)).map((using) => removal(using, source.text))];
}

/** The directives of a host that hold for every target, in order. */
const listOf = (host: Node, { namespaces }: UsingsSource): readonly Using[] =>
  namespaces.usings.filter(({ node, isConditional }) => !isConditional && hostOf(node)?.id === host.id);

/** Where a directive goes so that all code of the file that lacks it sees it: to the file, or to each of its namespaces. */
function hostsFor(namespace: string, source: UsingsSource): Node[] {
  const { root, namespaces } = source;
  const has = (host: Node): boolean => listOf(host, source).some(isPlain);
  if (has(root)) return [root];
  const [first = ''] = namespace.split('.');
  const lacking = codeHosts(root).filter((host) => !namespaces.sees(namespace, host.firstChild ?? host));
  const near = lacking.map((host) =>
    [host, ...ancestors(host)].find((one) => one.type.includes('namespace') && has(one)),
  );
  const known = near.filter((host) => host !== undefined);
  if (known.length === 0 || known.length < near.length) return [root];
  const unique = known.filter((host, i) => known.findIndex(({ id }) => id === host.id) === i);
  const related = unique.filter((host) =>
    listOf(host, source).some((using) => using.namespace === first || using.namespace.startsWith(`${first}.`)),
  );
  return related.length > 0 ? related : unique;
}

/** Puts directives among those of one host. */
function insertions(
  source: UsingsSource,
  host: Node,
  wanted: readonly string[],
  dropped: readonly Using[],
): TextEdit[] {
  const { text, eol, root } = source;
  const all = listOf(host, source);
  const stays = all.filter((using) => !dropped.includes(using));
  const list = stays.filter(isPlain);
  // Aliases and static ones come after by custom.
  const other = stays.find(({ isGlobal }) => !isGlobal);
  const systemFirst = list.every(
    (one, i) => i === 0 || !isSystem(one.namespace) || isSystem(list[i - 1]?.namespace ?? ''),
  );
  const last = list.at(-1);
  const places = new Map<Using | undefined, string[]>();
  for (const namespace of [...wanted].sort((a, b) => (goesBefore(a, b, systemFirst) ? -1 : 1))) {
    const next = list.find((one) => goesBefore(namespace, one.namespace, systemFirst)) ?? (last ? undefined : other);
    const line = `using ${isMistaken(namespace, host, all) ? 'global::' : ''}${namespace};`;
    places.set(next, [...(places.get(next) ?? []), line]);
  }
  const at = (offset: number, newText: string): TextEdit => ({ span: { start: offset, end: offset }, newText });
  return [...places].map(([next, lines]) => {
    if (next) {
      const { startIndex } = next.node;
      const indent = indentBefore(text, startIndex);
      return at(startIndex, lines.map((line) => line + eol + indent).join(''));
    }
    if (last) {
      const { startIndex, endIndex } = last.node;
      const end = endIndex + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(endIndex, endIndex + 400))?.[0].length ?? 0);
      return at(end, lines.map((line) => eol + indentBefore(text, startIndex) + line).join(''));
    }
    // Nothing stays to be beside: the new ones take the place of one that goes.
    const [first] = dropped.filter(({ node }) => hostOf(node)?.id === host.id);
    if (first)
      return { span: spanOf(first.node), newText: lines.join(eol + indentBefore(text, first.node.startIndex)) };
    return at(topOf(root, source), lines.map((line) => line + eol).join('') + eol);
  });
}

/** True where the first name of a namespace may mean a part of the code's own: there it starts with `global::`. */
function isMistaken(namespace: string, host: Node, neighbours: readonly Using[]): boolean {
  const [first = ''] = namespace.split('.');
  const like = neighbours.filter((using) => using.namespace.startsWith(`${first}.`));
  if (like.length > 0) return like.some(({ isRooted }) => isRooted);
  return host.type === 'namespace_declaration' && namespaceName(host).split('.').slice(1).includes(first);
}

/** The first code of a file, after its header comment and after `global using`, which must come first. */
function topOf(root: Node, { aboveComments }: UsingsSource): number {
  const first = parts(root).find(({ type }) => type !== 'using_directive' && type !== 'extern_alias_directive');
  return first ? aboveComments(first) : root.endIndex;
}

function indentBefore(text: string, offset: number): string {
  const line =
    text
      .slice(Math.max(0, offset - 200), offset)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return withoutTrailing(line, ' \t') === '' ? line : '';
}

/** The directives of namespaces of which the file names nothing but the types that go. */
function droppedUsings({ text, namespaces }: UsingsSource, gone: readonly GoneType[]): Using[] {
  return [...new Set(gone.map(({ namespace }) => namespace))].flatMap((namespace): Using[] => {
    const types = COMPLETE[namespace];
    const leaving = new Set(gone.filter((one) => one.namespace === namespace).map(({ name }) => name));
    if (!types || types.some((type) => !leaving.has(type) && new RegExp(`\\b${type}\\b`).test(text))) return [];
    const using = namespaces.usings.find((one) => isPlain(one) && !one.isConditional && one.namespace === namespace);
    return using ? [using] : [];
  });
}

/** Deletes a directive, with its line where nothing else is there. */
function removal({ node: { startIndex, endIndex } }: Using, text: string): TextEdit {
  const line = text.lastIndexOf('\n', startIndex - 1) + 1;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(endIndex, endIndex + 200))?.[0].length ?? 0;
  const isAlone = rest > 0 && text.slice(line, startIndex).trim() === '';
  return { span: { start: isAlone ? line : startIndex, end: endIndex + rest }, newText: '' };
}
