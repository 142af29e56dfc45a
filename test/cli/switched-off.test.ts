import { expect, test } from 'vitest';
import type { Files } from '../../src/core/files';
import { SWITCHES } from '../../src/cli/report-text';
import { createEngine, createTools } from '../../src/engine/engine';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { createFake } from '../support/fake-secrets';
import { cli, project } from './project';

const parsers = createTools();
const tools = {
  engine: createEngine({ tools: parsers }),
  engineFor: (files: Files) => createEngine({ files, tools: parsers }),
  renderMarkdown,
};
const fake = createFake(12);
const key = fake.storageKey();
const github = ['ghp', fake.random.text(36, 'abcdefghijklmnopqrstuvwxyz0123456789')].join('_');
const code = `export const key = "${key}";\nexport const other = "${github}";\n`;
const rules = (own: object, preset: object): string =>
  JSON.stringify({
    rules: [
      { id: '@secretlint/secretlint-rule-preset-recommend', ...preset },
      { id: 'secretless-azure/secretlint-rule', ...own },
    ],
  });
const exception = (rule: string): string =>
  JSON.stringify({ version: 1, exceptions: [{ rule, path: '**', reason: 'because' }] });

test.each([
  ['our rule and the preset', { '.secretlintrc.json': rules({ disabled: true }, { disabled: true }) }, 2],
  [
    'kinds of values',
    { '.secretlintrc.json': rules({ allowMessageIds: ['storage-account-key'] }, { disabled: true }) },
    2,
  ],
  ['values', { '.secretlintrc.json': rules({ options: { allows: ['/./'] } }, { disabled: true }) }, 2],
  ['exceptions', { '.secretless.json': exception('hardcoded') }, 2],
  ['a comment', { 'a.ts': `// secretlint-disable\n${code}` }, 1],
])('what is switched off by %s is said in every format', async (_, files, least) => {
  const root = project({ 'a.ts': code, ...files });
  const { code: exit, stdout } = await cli(root, ['scan', '.'], tools);
  const count = Number(/^Switched off (\d+): /m.exec(stdout)?.[1]);
  expect(count).toBeGreaterThanOrEqual(least);
  expect({ exit, stdout }).toEqual({
    exit: 0,
    stdout: `No findings in ${'a.ts' in files ? 1 : 2} files.\nSwitched off ${count}: ${SWITCHES}.\n`.replace(
      '1 files',
      '1 file',
    ),
  });
  const json = JSON.parse((await cli(root, ['scan', '--format', 'json', '.'], tools)).stdout) as {
    switchedOff: number;
  };
  expect(json.switchedOff).toBe(count);
  const sarif = await cli(root, ['scan', '--format', 'sarif', '.'], tools);
  expect(sarif.stdout).toContain(`"Switched off ${count}: ${SWITCHES}."`);
});

test('what the baseline knows is said, and nothing where nothing is switched off', async () => {
  const root = project({ 'a.ts': code });
  expect((await cli(root, ['scan', '.'], tools)).stdout).not.toContain('Switched off');
  await cli(root, ['baseline', '.'], tools);
  const { code: exit, stdout } = await cli(root, ['scan', '--baseline', '.secretless-baseline.json', '.'], tools);
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'No findings in 1 file.\nLeft out 2: in the baseline.\n' });
});
