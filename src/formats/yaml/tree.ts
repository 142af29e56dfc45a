import type { Span } from '../../core/span';

/** A scalar; the text without quotes and escapes. `block` is a literal or folded text over several lines. */
export interface YamlScalar extends Span {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
}
export interface YamlPair extends Span {
  readonly key: YamlScalar;
  readonly value: YamlNode | null;
}
export interface YamlMap extends Span {
  readonly kind: 'map';
  readonly pairs: readonly YamlPair[];
}
export interface YamlList extends Span {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}
/** `*name`: whatever carries `&name` above. Never followed while walking a tree, so that no text grows by itself. */
export interface YamlAlias extends Span {
  readonly kind: 'alias';
  readonly target: YamlNode | null;
}
export type YamlNode = YamlScalar | YamlMap | YamlList | YamlAlias;

type Maybe = YamlNode | null | undefined;

/** What an alias stands for. */
export const resolved = (node: Maybe): Maybe => (node?.kind === 'alias' ? node.target : node);

/** A text grows by no more than this where a mapping is merged into others. */
const MERGED = 100;

/** The entries of a mapping, with those of the mappings that `<<` merges in. */
export function pairsOf(node: Maybe): readonly YamlPair[] {
  const map = resolved(node);
  if (map?.kind !== 'map') return [];
  return map.pairs.flatMap((pair) => {
    const merged = pair.key.text === '<<' ? resolved(pair.value) : null;
    return merged?.kind === 'map' ? merged.pairs.slice(0, MERGED) : [pair];
  });
}
export const itemsOf = (node: Maybe): readonly YamlNode[] => {
  const list = resolved(node);
  return list?.kind === 'list' ? list.items : [];
};
export const at = (node: Maybe, name: string): YamlNode | null =>
  pairsOf(node).find(({ key }) => key.text === name)?.value ?? null;
/** The node below several names. */
export const under = (node: Maybe, ...names: string[]): YamlNode | null =>
  names.reduce<YamlNode | null>((below, name) => at(below, name), node ?? null);
export const textOf = (node: Maybe): string | null => {
  const scalar = resolved(node);
  return scalar?.kind === 'scalar' ? scalar.text : null;
};

/** All mappings of a tree, outermost first. */
export function mapsIn(root: YamlNode): YamlMap[] {
  const found: YamlMap[] = [];
  const open: YamlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'map') {
      found.push(node);
      for (const { value } of [...node.pairs].reverse()) if (value) open.push(value);
    } else if (node.kind === 'list') for (const item of [...node.items].reverse()) open.push(item);
  }
  return found;
}
