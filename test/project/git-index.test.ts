import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isTracked, parseGitIndex } from '../../src/project/git-index';

const git = (root: string, ...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'core.excludesFile=', ...args], { cwd: root, stdio: 'ignore' });
};

function repository(version: number, paths: readonly string[], ...init: readonly string[]): Uint8Array {
  const root = mkdtempSync(join(tmpdir(), 'secretless-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  git(root, 'init', '-q', ...init);
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
  git(root, 'add', '.');
  git(root, 'update-index', '--index-version', String(version));
  return readFileSync(join(root, '.git/index'));
}

const PATHS = ['.env', 'a', 'src/ä ö.ts', 'src/deep/er/file.ts', 'src/deep/er/file2.ts', `${'long/'.repeat(30)}x.json`];

describe("Git's index", () => {
  it.each([2, 4])('of version %i says what is tracked', (version) => {
    const index = parseGitIndex(repository(version, PATHS));
    expect([...(index?.files ?? [])].sort()).toEqual([...PATHS].sort());
    expect(index && [isTracked(index, '.env'), isTracked(index, 'other')]).toEqual([true, false]);
  });

  it('with longer hashes is read too', () => {
    const index = parseGitIndex(repository(2, PATHS, '--object-format=sha256'));
    expect(index?.files.size).toBe(PATHS.length);
  });

  it('says nothing where it is cut off or something else', () => {
    const bytes = repository(2, PATHS);
    expect(parseGitIndex(bytes.subarray(0, 100))).toBeNull();
    expect(parseGitIndex(new TextEncoder().encode('not an index at all'))).toBeNull();
    expect(parseGitIndex(new Uint8Array(0))).toBeNull();
  });

  it('does not speak for what is inside a submodule', () => {
    const index = { files: new Set(['a.ts']), others: new Set(['lib/other']) };
    expect(isTracked(index, 'lib/other/.env')).toBeNull();
    expect(isTracked(index, 'lib/.env')).toBe(false);
  });
});
