import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../src/core/files';
import { createEngine, createTools } from '../../src/engine/engine';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { services } from '../../src/services/index';
import { values } from '../support/tainted';
import { taintOf } from '../support/taint';
import { fillNoting } from '../support/fill';
import { cli, project } from './project';

const parsers = createTools();
const tools = {
  engine: createEngine({ tools: parsers }),
  engineFor: (files: Files) => createEngine({ files, tools: parsers }),
  renderMarkdown,
};

const COMMANDS = [
  ['scan', '.'],
  ['scan', '--format', 'json', '.'],
  ['scan', '--format', 'sarif', '.'],
  ['migrate', '.'],
  ['migrate', '--to', 'key-vault', '.'],
  ['migrate', '--to', 'key-vault-client', '.'],
  ['report', '.'],
  ['report', '--format', 'html', '.'],
  ['baseline', '.'],
  ['migrate', '--write', '.'],
] as const;

describe.each(Object.entries(values))('the command line shows nothing of %s', (_, fake) => {
  test.each(services.filter(({ examples }) => examples.length > 0))(
    '$id',
    async ({ examples }) => {
      const filled = examples.map(({ file, before }, at) => ({
        path: `e${String(at)}/${file}`,
        ...fillNoting(before, fake(at)),
      }));
      const root = project({
        'package.json': '{\n  "dependencies": {}\n}\n',
        'App.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n',
        ...Object.fromEntries(filled.map(({ path, text }) => [path, text])),
      });
      const taint = taintOf(filled.flatMap(({ secrets }) => secrets));
      const leaks: string[] = [];
      for (const args of COMMANDS) {
        const { stdout, stderr } = await cli(root, args, tools);
        if (taint(stdout) + taint(stderr) > 0) leaks.push(args.join(' '));
      }
      if (taint(readFileSync(join(root, '.secretless-baseline.json'), 'utf8')) > 0) leaks.push('the baseline');
      expect(leaks).toEqual([]);
    },
    120_000,
  );
});
