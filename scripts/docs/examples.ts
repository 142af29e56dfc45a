import type { Example } from '../../src/services/service';
import { fence } from './markdown';
import { refusalText } from './refusals';

const FENCES: Readonly<Record<string, string>> = { typescript: 'ts', csharp: 'cs' };

/** Secrets of examples are places, `{{storage-connection-string:contoso}}`; pages show them as places to fill in. */
const shown = (text: string): string => text.replaceAll(/\{\{([\w-]+)(?::[\w-]+)?\}\}/g, '<$1>');

/** The code of an example before and after; instead of the latter, why there is none. */
export function exampleFences({ language, before, after, refusal }: Example, service: string): string[] {
  const name = FENCES[language] ?? language;
  return [
    fence(name, shown(before)),
    '',
    ...(after === null ? [refusalText(refusal ?? '', service)] : ['becomes', '', fence(name, shown(after))]),
    '',
  ];
}
