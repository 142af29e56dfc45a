import { expression, valueOf } from '../expression';
import type { Setting } from '../format';
import { at, itemsOf, pairsOf, textOf } from './tree';
import type { YamlNode, YamlPair, YamlScalar } from './tree';

/** What is between the quotes of a name. */
const inside = ({ start, end, style }: YamlScalar) =>
  style === 'quoted' ? { start: start + 1, end: end - 1 } : { start, end };

/** A setting of a pair `NAME: value`; null where the value is no scalar. */
export function settingOfPair({ key, value, start, end }: YamlPair, name = key.text): Setting | null {
  const place = value ?? { start: key.end, end: key.end };
  if (value && value.kind !== 'scalar' && value.kind !== 'alias') return null;
  return {
    name,
    value: value?.kind === 'alias' ? expression('', []) : valueOf(textOf(value) ?? ''),
    span: { start, end },
    nameSpan: inside(key),
    valueSpan: { start: place.start, end: place.end },
  };
}

/** The settings of a mapping `NAME: value`. */
export const settingsOfMap = (node: YamlNode | null): Setting[] =>
  pairsOf(node).flatMap((pair) => settingOfPair(pair) ?? []);

/** `- NAME=value` and `- NAME`, which passes on what the host has. */
function settingOfItem(text: string, item: YamlNode): Setting | null {
  if (item.kind !== 'scalar' || item.style === 'block') return null;
  const { start } = inside(item);
  const separator = item.text.indexOf('=');
  const name = separator < 0 ? item.text : item.text.slice(0, separator);
  const nameSpan = { start, end: start + name.length };
  // Escapes would move what follows them.
  if (name === '' || text.slice(nameSpan.start, nameSpan.end) !== name) return null;
  return {
    name,
    value: separator < 0 ? expression('', [name]) : valueOf(item.text.slice(separator + 1)),
    span: { start: item.start, end: item.end },
    nameSpan,
    valueSpan:
      separator < 0 ? { start: nameSpan.end, end: nameSpan.end } : { start: nameSpan.end + 1, end: inside(item).end },
  };
}

/** A list `- NAME=value`, or a mapping. */
export const settingsOfEither = (text: string, node: YamlNode | null): Setting[] => {
  const items = itemsOf(node);
  return items.length > 0 ? items.flatMap((item) => settingOfItem(text, item) ?? []) : settingsOfMap(node);
};

/**
 * A list of `- name: NAME` with `value: ...`, or with one of the keys that say where the value comes from (`valueFrom`,
 * `secretRef`).
 */
export const settingsOfNamed = (node: YamlNode | null, value = 'value'): Setting[] =>
  itemsOf(node).flatMap((item): Setting[] => {
    const name = pairsOf(item).find(({ key }) => key.text === 'name');
    const given = pairsOf(item).find(({ key }) => key.text === value);
    const label = name?.value;
    if (label?.kind !== 'scalar') return [];
    const nameSpan = inside(label);
    const span = { start: item.start, end: item.end };
    const whole = given && settingOfPair(given);
    if (whole) return [{ ...whole, name: label.text, span, nameSpan }];
    const from = pairsOf(item).find(({ key }) => /^(?:valueFrom|secretRef|secretKeyRef|group)$/.test(key.text));
    const source = from?.value ?? null;
    const key = textOf(source) ?? textOf(at(at(source, 'secretKeyRef') ?? at(source, 'configMapKeyRef'), 'key'));
    const place = source ?? { start: label.end, end: label.end };
    return [
      {
        name: label.text,
        value: from ? expression('', key === null ? [] : [key]) : valueOf(''),
        span,
        nameSpan,
        valueSpan: { start: place.start, end: place.end },
      },
    ];
  });
