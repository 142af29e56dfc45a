import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Tools } from '../../src/cli/io';
import { run } from '../../src/cli/run';
import { fakeEngine } from './fake-engine';

/** A folder with these files, removed after the test. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'secretless-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** The files of a folder by path, as bytes in Latin-1, so that nothing is lost in a comparison. */
export function contents(root: string, folder = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(found, contents(root, path));
    else if (entry.isFile()) found[path] = readFileSync(join(root, path), 'latin1');
  }
  return found;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a folder and captures what it says. */
export async function cli(
  cwd: string,
  argv: readonly string[],
  tools: Partial<Tools> = {},
  color = false,
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await run(
    argv,
    {
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) },
      cwd,
      color,
    },
    {
      engine: fakeEngine(),
      engineFor: (files) => fakeEngine({}, files),
      renderMarkdown: ({ title }) => `# ${title}`,
      ...tools,
    },
  );
  return { code, stdout, stderr };
}
