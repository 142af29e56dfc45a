import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../src/core/files';
import { createEngine, createTools } from '../../src/engine/engine';
import { readSettings } from '../../src/formats/index';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { cli, contents, project } from '../cli/project';
import { fill } from '../support/fill';
import { demos, DEMOS, unpack } from './bundle';

/**
 * Whole workspaces, each migrated with one command. A folder here holds `before.txt`, `after.txt` and `left.txt`: the files, each
 * after a line `=== path`, and what the command line says of what stays.
 * `UPDATE_DEMOS=1 npx vitest run test/demos` writes the last two anew, to be read before they are committed.
 */
const UPDATE = process.env['UPDATE_DEMOS'] === '1';

const parsers = createTools();
const tools = {
  engine: createEngine({ tools: parsers }),
  engineFor: (files: Files) => createEngine({ files, tools: parsers }),
  renderMarkdown,
};

const pack = (files: Readonly<Record<string, string>>): string =>
  Object.keys(files)
    .sort()
    .map((path) => `=== ${path}\n${files[path] ?? ''}`)
    .join('');

/** The values that stand for the places of a text, by place. */
function valuesOf(text: string): ReadonlyMap<string, string> {
  const places = [...new Set(text.match(/\{\{[\w-]+(?::[\w-]+)?\}\}/g) ?? [])];
  const made = fill(places.join('\u0000')).split('\u0000');
  return new Map(places.map((place, at) => [place, made[at] ?? '']));
}

const replaced = (text: string, pairs: Iterable<readonly [string, string]>): string =>
  [...pairs].reduce((now, [from, to]) => now.replaceAll(from, to), text);

function expected(file: string, made: string): string {
  if (UPDATE || !existsSync(file)) writeFileSync(file, made);
  return readFileSync(file, 'utf8');
}

describe.each(demos)('the workspace %s', (name) => {
  const before = readFileSync(join(DEMOS, name, 'before.txt'), 'utf8');
  const values = valuesOf(before);
  const start = unpack(replaced(before, values));

  test('is migrated with one command, and a second one changes nothing', { timeout: 120_000 }, async () => {
    const root = project({ ...start, '.git/HEAD': '' });
    const { code, stdout, stderr } = await cli(root, ['migrate', '--write', '.'], tools);
    const after = Object.fromEntries(
      Object.entries(contents(root))
        .filter(([path]) => path !== '.git/HEAD')
        .map(([path, text]) => [path, Buffer.from(text, 'latin1').toString('utf8')]),
    );
    const back = [...values].map(([place, value]) => [value, place] as const);
    const now = replaced(pack(after), back);
    const left = `exit code ${String(code)}\n${stderr}${stdout.slice(Math.max(0, stdout.search(/^\d+ migrations?,|^Nothing/m)))}`;
    expect(now).toBe(expected(join(DEMOS, name, 'after.txt'), now));
    expect(left).toBe(expected(join(DEMOS, name, 'left.txt'), left));
    for (const value of values.values()) expect(stdout + stderr).not.toContain(value);

    const again = await cli(root, ['migrate', '--write', '.'], tools);
    expect(again.stdout).toContain('othing');
    expect(contents(root)).toEqual(
      Object.fromEntries(
        Object.entries({ ...after, '.git/HEAD': '' }).map(([path, text]) => [
          path,
          Buffer.from(text).toString('latin1'),
        ]),
      ),
    );
    // Settings and templates can be read, before and after.
    for (const [path, text] of [...Object.entries(start), ...Object.entries(after)])
      expect({ path, read: await readSettings(path, text) }).not.toEqual({ path, read: null });
  });
});
