import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const contributions: readonly Contribution[] = manifest.contributes.grammars;

/** Every regular expression of a grammar, wherever it stands. */
function expressions(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(expressions);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    ['match', 'begin', 'end'].includes(name) && typeof value === 'string' ? [value] : expressions(value),
  );
}

describe.each(contributions)('$path', ({ scopeName, path, injectTo }) => {
  const grammar = JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')) as {
    readonly scopeName: string;
    readonly injectionSelector: string;
  };

  test('is what package.json says it is', () => {
    expect(grammar.scopeName).toBe(scopeName);
    expect(new Set(injectTo).size).toBe(injectTo.length);
  });

  test('never enters a comment', () => {
    for (const selector of grammar.injectionSelector.split(','))
      expect(selector.includes(' -comment') || / string /.test(selector)).toBe(true);
  });

  test('repeats only a bounded number of times, so that no line can hold the editor up', () => {
    for (const expression of expressions(grammar)) {
      const plain = expression.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
      expect(plain).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });
});
