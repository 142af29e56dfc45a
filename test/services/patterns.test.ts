import { describe, expect, it } from 'vitest';
import { languages } from '../../src/languages/index';
import { patternsOf } from '../../src/migrate/uses';
import { services } from '../../src/services/index';

// The product parses a pattern when a file first imports its package; here each of them is parsed.
describe.each(languages.map((language) => [language.id, language] as const))('patterns of %s', (_, language) => {
  it('are expressions of the language, on both sides', async () => {
    const { byService } = patternsOf(services, language, await language.load());
    let count = 0;
    for (const [{ id }, patterns] of byService) {
      for (const { from, fromText, to, toText, source } of patterns) {
        expect(['call', 'assign', 'object', 'member', 'index', 'template'], `${id}: ${fromText}`).toContain(from.kind);
        expect(to === null, `${id}: ${String(toText)}`).toBe(source.kind === 'refuse');
        count++;
      }
    }
    expect(count).toBeGreaterThan(300);
  });
});
