import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withBlocks } from '../../scripts/docs/blocks';
import { commandsTable, settingsTable } from '../../scripts/docs/manifest';
import { anchorOf, cell, demoted, rulePage, table } from '../../scripts/docs/markdown';
import { createEngine } from '../../src/engine/engine';

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join('docs', name), 'utf8') }));

/** Headings outside of fenced code. */
const headingsIn = (text: string): string[] =>
  [...text.replace(/^```[^]*?^```$/gm, '').matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => heading);

describe('docs/', () => {
  test('every link leads to a page, and with an anchor to a heading on it', () => {
    const texts = new Map(pages.map(({ name, text }) => [`docs/${name}`, text]));
    texts.set('README.md', readFileSync('README.md', 'utf8'));
    const broken = [...texts].flatMap(([name, text]) =>
      [...text.matchAll(/\]\((?!https?:|#|media\/)([^)#]+)(?:#([^)]*))?\)/g)]
        .map(([, target = '', anchor]) => ({ page: normalize(join(name, '..', target)), anchor }))
        .filter(({ page, anchor }) => {
          const there = texts.get(page);
          if (there === undefined) return !existsSync(page);
          return anchor !== undefined && !headingsIn(there).some((heading) => anchorOf(heading) === anchor);
        })
        .map(({ page, anchor = '' }) => `${name} -> ${page}#${anchor}`),
    );
    expect(broken).toEqual([]);
  });

  test('every rule has a page, or a place on one', () => {
    const missing = createEngine()
      .rules.map(({ id }) => ({ id, place: rulePage(id).split('#') }))
      .filter(({ place: [page = '', anchor] }) => {
        const text = pages.find(({ name }) => name === page)?.text;
        return (
          text === undefined || !headingsIn(text).some((each) => anchor === undefined || anchorOf(each) === anchor)
        );
      });
    expect(missing).toEqual([]);
  });

  test('a page of a secret kind says what it looks like, opens and needs, with no place of the harness left', () => {
    for (const { name, text } of pages.filter((page) => /^rules.hardcoded-/.test(page.name))) {
      expect({ name, headings: headingsIn(text).filter((each) => each !== 'Example') }).toEqual({
        name,
        headings: [
          expect.stringMatching(/^hardcoded\//) as unknown,
          'What it looks like',
          'What it gives access to',
          'Rotate it',
          'Get rid of it',
          'When it should not be reported',
        ],
      });
      expect(text).not.toMatch(/\{\{|undefined/);
    }
  });

  test('nothing in them looks like a secret', async () => {
    const engine = createEngine();
    for (const { name, text } of pages) {
      expect({ name, ...(await engine.scan({ path: name, text })) }).toEqual({
        name,
        findings: [],
        needs: [],
        skipped: null,
        failed: false,
        silenced: 0,
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

  test('a secret kind of Azure has a page, other rules a place on one', () => {
    expect(rulePage('hardcoded/storage-sas')).toBe('rules/hardcoded-storage-sas.md');
    expect(rulePage('hardcoded/figma')).toBe('rules/other.md#hardcodedfigma');
    expect(rulePage('key-auth/storage-blob')).toBe('rules/key-auth.md#key-authstorage-blob');
    expect(rulePage('infra/key-in-state')).toBe('rules/infra.md#infrakey-in-state');
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
