import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { noProgress, progressText } from '../../src/session/progress';
import { cli, project } from './project';

const code = 'a = SECRET(one);\nb = SECRET(two);\n';

describe('report', () => {
  test('Markdown on standard output; findings are no failure', async () => {
    const { code: exit, stdout, stderr } = await cli(project({ 'a.ts': code }), ['report', '.']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('2 findings, 2 of them with a migration');
    expect(stdout).toContain('| a.ts:2 |');
    expect(stdout).toContain('# What else to do');
  });

  test('HTML into a file, which is no input the next time', async () => {
    const root = project({ 'a.ts': code });
    for (let run = 0; run < 2; run++) {
      const { code: exit, stdout } = await cli(root, ['report', '--format', 'html', '--out', 'out/../r.html', '.']);
      expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
      const html = readFileSync(join(root, 'r.html'), 'utf8');
      expect(html).toMatch(/^<!DOCTYPE html>/);
      expect(html).toContain('2 findings, 2 of them');
    }
  });

  test('progress of a file: what was migrated, which steps are done', async () => {
    const engine = createEngine();
    const progress = progressText({
      ...noProgress,
      host: 'functions',
      services: { 'storage-blob': { done: ['enable-identity', 'no-such-step'], most: 4 } },
    });
    const root = project({ 'p.json': progress, 'main.ts': 'export {};\n' });
    const { stdout } = await cli(root, ['report', '--progress', 'p.json', '.'], { engine, engineFor: () => engine });
    expect(stdout).toContain('4 of 4 uses are migrated (100 %).');
    const { steps } = engine.explain('storage-blob', 'functions') ?? { steps: [] };
    expect(stdout).toContain(`| Azure Blob Storage | ██████████ | 4 | 0 | 1/${steps.length} |`);
    expect(stdout.match(/^- \[x\] /gm)).toHaveLength(1);
    expect(stdout.match(/^- \[ \] /gm)).toHaveLength(steps.length - 1);
  });

  test('wrong usage: exit 2, nothing written', async () => {
    const root = project({ 'a.ts': code, 'p.json': '{"version":2}' });
    for (const [args, message] of [
      [['report'], 'PATH is missing'],
      [['report', '--format', 'pdf', '.'], '--format must be markdown, html, not "pdf"'],
      [['report', '--progress', 'p.json', '--out', 'r.md', '.'], 'p.json holds no progress'],
      [['report', '--progress', 'gone.json', '.'], 'gone.json could not be read'],
      [['report', '--out', 'no/such/folder/r.md', '.'], 'could not be written'],
    ] as const) {
      const { code: exit, stdout, stderr } = await cli(root, args);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
    expect(existsSync(join(root, 'r.md'))).toBe(false);
  });
});
