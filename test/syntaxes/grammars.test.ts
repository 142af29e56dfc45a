import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly language?: string;
  readonly injectTo?: readonly string[];
}

interface Grammar {
  readonly scopeName: string;
  readonly injectionSelector?: string;
}

const contributions: readonly Contribution[] = manifest.contributes.grammars;

/** Every regular expression of a grammar, wherever it is. */
function expressions(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(expressions);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    ['match', 'begin', 'end'].includes(name) && typeof value === 'string' ? [value] : expressions(value),
  );
}

describe.each(contributions)('$path', ({ scopeName, path, language, injectTo }) => {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const grammar = JSON.parse(readFileSync(file, 'utf8')) as Grammar;

  test('is what package.json says it is: the grammar of a declared language, or an injection', () => {
    expect(grammar.scopeName).toBe(scopeName);
    if (language === undefined) {
      expect(grammar.injectionSelector).toBeDefined();
      expect(new Set(injectTo).size).toBe(injectTo?.length);
    } else expect(manifest.contributes.languages.map(({ id }) => id)).toContain(language);
  });

  test('never enters a comment', () => {
    for (const selector of grammar.injectionSelector?.split(',') ?? [])
      expect(selector.includes(' -comment') || / string /.test(selector)).toBe(true);
  });

  test('repeats only a bounded number of times, so that no line can hold the editor up', () => {
    for (const expression of expressions(grammar)) {
      const plain = expression
        .replace(/\\./g, 'x')
        .replace(/\[[^\]]*\]/g, 'x')
        .replace(/\.\*\$$/, '');
      expect(plain).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });
});
