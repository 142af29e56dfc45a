import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withBlocks } from '../../scripts/docs/blocks';
import { commandsTable, settingsTable } from '../../scripts/docs/manifest';
import { cell, demoted, rulePage, table } from '../../scripts/docs/markdown';
import { createEngine } from '../../src/engine/engine';

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join('docs', name), 'utf8') }));

describe('docs/', () => {
  test('every link between pages leads to a page', () => {
    const names = new Set(pages.map(({ name }) => name));
    const broken = pages.flatMap(({ name, text }) =>
      [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)]
        .map(([, target = '']) => normalize(join(name, '..', target)))
        .filter((target) => !names.has(target))
        .map((target) => `${name} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('nothing in them looks like a secret', async () => {
    const engine = createEngine();
    for (const { name, text } of pages) {
      expect({ name, ...(await engine.scan({ path: name, text })) }).toEqual({
        name,
        findings: [],
        needs: [],
        skipped: null,
        azure: expect.any(Boolean) as unknown,
      });
    }
  });
});

describe('the parts of generated pages', () => {
  test('tables: cell ends, line breaks and tags in a cell do no harm', () => {
    expect(table(['A', 'B'], [[cell('x | y\n z'), cell('<a>')]])).toBe(
      '| A | B |\n| --- | --- |\n| x \\| y z | &lt;a> |',
    );
  });

  test('headings go down, comments in code do not', () => {
    expect(demoted('# a\n```shell\n# b\n```\n## c', 1)).toBe('## a\n```shell\n# b\n```\n### c');
  });

  test('a rule has one page', () => {
    expect(rulePage('hardcoded/storage-sas')).toBe('rules/hardcoded-storage-sas.md');
  });

  test('blocks replace what stands between their marks, again and again the same', () => {
    const page = 'top\n<!-- generated:a -->\nold\n<!-- /generated:a -->\nend\n';
    const once = withBlocks(page, { a: 'new $& text' });
    expect(once).toBe('top\n<!-- generated:a -->\n\nnew $& text\n\n<!-- /generated:a -->\nend\n');
    expect(withBlocks(once, { a: 'new $& text' })).toBe(once);
    for (const wrong of ['', '<!-- generated:a -->', '<!-- /generated:a --><!-- generated:a -->', page + page]) {
      expect(() => withBlocks(wrong, { a: '' })).toThrow('needs the lines "<!-- generated:a -->"');
    }
  });

  test('commands and settings: texts come from package.nls.json, and a missing one is a mistake', () => {
    const manifest = {
      contributes: {
        commands: [{ command: 'x.go', title: '%go%', category: 'X' }],
        configuration: {
          properties: {
            'x.b': { type: 'boolean', default: true, order: 2, description: 'Second' },
            'x.a': { enum: ['p', 'q'], default: 'p', order: 1, markdownDescription: '%a%' },
          },
        },
      },
    };
    const texts = { go: 'Go', a: 'First.' };
    expect(commandsTable(manifest, texts)).toContain('| X: Go | `x.go` |');
    expect(settingsTable(manifest, texts).split('\n').slice(2)).toEqual([
      '| `x.a` | First. One of `"p"`, `"q"`. | `"p"` |',
      '| `x.b` | Second | `true` |',
    ]);
    expect(() => commandsTable(manifest, {})).toThrow('package.nls.json has no "go"');
  });
});
