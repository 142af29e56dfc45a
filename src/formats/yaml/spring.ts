import type { Setting } from '../format';
import { settingOfPair } from './settings';
import type { YamlNode } from './tree';

/** `application.yml` of Spring: names are joined by dots, as in `.properties`; items of lists are numbered `a[0]`. */
export function springSettings(root: YamlNode): Setting[] {
  const found: Setting[] = [];
  const open: [YamlNode, string][] = [[root, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, name] = next;
    if (node.kind === 'map')
      for (const pair of node.pairs) {
        const own = name === '' ? pair.key.text : `${name}.${pair.key.text}`;
        const setting = settingOfPair(pair, own);
        if (setting) found.push(setting);
        else if (pair.value) open.push([pair.value, own]);
      }
    else if (node.kind === 'list')
      for (const [i, item] of node.items.entries()) {
        const own = `${name}[${String(i)}]`;
        const { start, end } = item;
        // An item has no name of its own in the text: a pair without a key.
        const key = { kind: 'scalar', text: own, style: 'plain', start, end: start } as const;
        const setting = settingOfPair({ key, value: item, start, end });
        if (setting) found.push(setting);
        else open.push([item, own]);
      }
  }
  return found.sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}
