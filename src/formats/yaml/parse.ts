import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Document, ParsedNode, Scalar } from 'yaml';
import { isIndentedTooDeep, isTooDeep } from '../depth';
import type { YamlNode, YamlPair, YamlScalar } from './tree';

/** How deep a tree may be: no settings are, and every level costs stack. */
const DEPTH = 100;

/**
 * The documents of a YAML text with places, or null when it cannot be read. The one file that imports the library: it is
 * loaded with the first file that needs it.
 */
export function parseYaml(text: string): readonly YamlNode[] | null {
  if (isTooDeep(text) || isIndentedTooDeep(text)) return null;
  try {
    const documents = parseAllDocuments(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
      stringKeys: false,
    });
    if (!Array.isArray(documents)) return [];
    const found: YamlNode[] = [];
    for (const document of documents) {
      if (document.errors.length > 0) return null;
      const node = read(text, document);
      if (node) found.push(node);
    }
    return found;
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function read(text: string, { contents }: Document.Parsed): YamlNode | null {
  const anchors = new Map<string, YamlNode>();
  const convert = (node: ParsedNode | null, depth: number): YamlNode | null => {
    if (!node || depth > DEPTH) return null;
    const [start] = node.range;
    let end = node.range[1];
    // A collection ends with its last value, not with the line breaks after it.
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (isAlias(node)) return { kind: 'alias', target: anchors.get(node.source) ?? null, start, end };
    let made: YamlNode | null = null;
    if (isMap(node)) {
      const pairs: YamlPair[] = [];
      for (const { key, value } of node.items as { key: ParsedNode; value: ParsedNode | null }[]) {
        if (!isScalar(key)) continue;
        const below = convert(value, depth + 1);
        pairs.push({ key: scalar(key), value: below, start: key.range[0], end: below?.end ?? key.range[1] });
      }
      made = { kind: 'map', pairs, start, end };
    } else if (isSeq(node)) {
      const items = node.items.flatMap((item) => convert(item, depth + 1) ?? []);
      made = { kind: 'list', items, start, end };
    } else if (isScalar(node)) made = scalar(node);
    const anchor = made && 'anchor' in node ? node.anchor : undefined;
    if (made && anchor !== undefined) anchors.set(anchor, made);
    return made;
  };
  return convert(contents, 0);
}

function scalar(node: Scalar.Parsed): YamlScalar {
  const [start, end] = node.range;
  const style =
    node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
      ? 'block'
      : node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
        ? 'quoted'
        : 'plain';
  return { kind: 'scalar', text: typeof node.value === 'string' ? node.value : '', style, start, end };
}
