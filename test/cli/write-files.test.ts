import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileText } from '../../src/core/files';
import { LOCK } from '../../src/cli/lock';
import { nodeFiles } from '../../src/cli/node-files';
import type { Change } from '../../src/engine/overlay';
import { writeAll } from '../../src/cli/write-files';
import { contents, project } from './project';

const text = (content: string): FileText => ({ kind: 'text', text: content, bom: false, exact: true });

/** The plan of a file with a finding, its settings, its manifest, and a new file. */
const BEFORE = { 'src/a.ts': 'old code\n', '.env': 'OLD=1\n', 'package.json': '{}\n' };
const AFTER = { 'src/a.ts': 'new code\n', '.env': 'NEW=1\n', 'package.json': '{"a":1}\n', 'new.json': '{}\n' };
const changes: readonly Change[] = Object.entries(AFTER).map(([path, content]) => ({
  path,
  before: path in BEFORE ? text(BEFORE[path as keyof typeof BEFORE]) : null,
  after: text(content),
}));

/** The files of the plan; nothing else may be there but what a process that was ended has left. */
const ofPlan = (root: string): Record<string, string> =>
  Object.fromEntries(Object.entries(contents(root)).filter(([path]) => !path.includes('.secretless')));

const oneOf = (path: string): readonly (string | undefined)[] => [
  (BEFORE as Record<string, string>)[path],
  (AFTER as Record<string, string>)[path],
];

describe('writing a plan', () => {
  test('all of it; nothing is left beside it', () => {
    const root = project(BEFORE);
    expect(writeAll(root, changes)).toBeNull();
    expect(contents(root)).toEqual(AFTER);
  });

  test.each(Object.keys(BEFORE))('%s changed since it was read: nothing is written', (path) => {
    const root = project(BEFORE);
    appendFileSync(join(root, path), 'more\n');
    const now = contents(root);
    expect(writeAll(root, changes)).toEqual({ path, reason: 'changed meanwhile', left: [] });
    expect(contents(root)).toEqual(now);
  });

  test('a file that is to be made is there by now, in other letters or in the same: it stays as it is', () => {
    const root = project({ ...BEFORE, 'new.json': 'of somebody else\n' });
    const now = contents(root);
    expect(writeAll(root, changes)).toEqual({ path: 'new.json', reason: 'was made meanwhile', left: [] });
    expect(contents(root)).toEqual(now);
  });

  test('a file that differs from another one in its letters only is left alone', () => {
    const root = project({ ...BEFORE, 'NEW.json': 'of somebody else\n', '.ENV': 'X=1\n' });
    expect(writeAll(root, changes)).toBeNull();
    expect(contents(root)).toEqual({ ...AFTER, 'NEW.json': 'of somebody else\n', '.ENV': 'X=1\n' });
  });

  test('a file that grows while it is read is read up to some place, and then nothing is written', async () => {
    const root = project({ 'a.log': 'x'.repeat(300 * 1024) });
    const read = await nodeFiles(root).read('a.log');
    appendFileSync(join(root, 'a.log'), 'y');
    if (read.kind === 'skip') throw new Error('not read');
    expect(read.text).toHaveLength(300 * 1024);
    const change: Change = { path: 'a.log', before: read, after: text('z') };
    expect(writeAll(root, [change])).toMatchObject({ reason: 'changed meanwhile' });
    expect(readFileSync(join(root, 'a.log'), 'utf8')).toMatch(/^x+y$/);
  });

  test('another migration writes here: nothing is written, and a word says so', () => {
    const root = project(BEFORE);
    writeFileSync(join(root, LOCK), String(process.ppid));
    expect(writeAll(root, changes)).toMatchObject({
      reason: 'is being written by another migration (if there is none, delete .secretless.lock)',
    });
    expect(ofPlan(root)).toEqual(BEFORE);
  });

  test('the lock and the temporary files of a process that was ended are in nobody’s way', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const root = project({ ...BEFORE, [LOCK]: String(pid), [`.secretless-${String(pid)}-0123456789ab.tmp`]: 'old' });
    expect(writeAll(root, changes)).toBeNull();
    expect(contents(root)).toEqual(AFTER);
  });
});

/** Changes of the disk go wrong from a number on, or the process is ended there. */
const TROUBLE = `
const fs = require('node:fs');
const [, , how, at, last, write, root, changes] = process.argv;
let count = 0;
const names = how === 'kill' ? ['writeFileSync', 'renameSync', 'linkSync', 'chmodSync', 'rmSync', 'copyFileSync'] : how.split(',');
for (const name of names) {
  const real = fs[name];
  fs[name] = (...args) => {
    const now = count++;
    if (now >= at && now <= last) {
      if (how === 'kill') process.kill(process.pid, 'SIGKILL');
      throw new Error('no space left');
    }
    return real(...args);
  };
}
process.stdout.write(JSON.stringify(require(write).writeAll(root, JSON.parse(changes))));
`;

describe('a plan in trouble', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'secretless-trouble-'));
    const options = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' } as const;
    await build({ ...options, entryPoints: ['src/cli/write-files.ts'], outfile: join(folder, 'write.cjs') });
    writeFileSync(join(folder, 'trouble.cjs'), TROUBLE);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (root: string, how: string, at: number, last = Infinity) =>
    spawnSync(
      process.execPath,
      [
        join(folder, 'trouble.cjs'),
        how,
        String(at),
        String(last),
        join(folder, 'write.cjs'),
        root,
        JSON.stringify(changes),
      ],
      { encoding: 'utf8' },
    );

  test('killed between any two writes: each file is the old or the new one, the finding goes last, the next run makes the rest', () => {
    let ended = 0;
    for (let at = 0; ; at++) {
      const root = project(BEFORE);
      const { signal, stdout } = run(root, 'kill', at);
      if (signal === null) {
        expect(stdout).toBe('null');
        break;
      }
      ended++;
      const now = ofPlan(root);
      for (const path of Object.keys(AFTER)) expect(oneOf(path)).toContain(now[path]);
      if (now['src/a.ts'] === AFTER['src/a.ts']) expect(now).toEqual(AFTER);
      // The next run plans from what is there.
      const rest = changes
        .map((change) => ({ ...change, before: now[change.path] === undefined ? null : text(now[change.path] ?? '') }))
        .filter(({ path, after }) => now[path] !== after.text);
      expect(writeAll(root, rest)).toBeNull();
      expect(ofPlan(root)).toEqual(AFTER);
      if (rest.some(({ path }) => !path.includes('/')))
        expect(Object.keys(contents(root)).filter((path) => /^\.secretless/.test(path))).toEqual([]);
    }
    expect(ended).toBeGreaterThan(10);
  }, 120_000);

  test.each([0, 1, 2])('the rename %i fails: what was written before is put back', (at) => {
    const root = project(BEFORE);
    const { stdout } = run(root, 'renameSync', at, at);
    expect(JSON.parse(stdout)).toMatchObject({ reason: 'could not be written', left: [] });
    expect(contents(root)).toEqual(BEFORE);
  });

  test('the disk is full: nothing is written, and nothing is left beside it', () => {
    const root = project(BEFORE);
    expect(JSON.parse(run(root, 'writeFileSync', 2).stdout)).toMatchObject({
      reason: 'could not be written',
      left: [],
    });
    expect(contents(root)).toEqual(BEFORE);
  });

  test('what cannot be put back either is named', () => {
    const root = project(BEFORE);
    // The lock and four temporary files are written, two files renamed; then nothing goes any more.
    const { stdout, stderr } = run(root, 'renameSync,writeFileSync', 7);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      path: 'src/a.ts',
      reason: 'could not be written',
      left: ['.env', 'package.json'],
    });
    expect(ofPlan(root)).toEqual({ ...BEFORE, 'package.json': AFTER['package.json'], '.env': AFTER['.env'] });
  });
});
