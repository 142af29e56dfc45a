import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats';
import { describe, expect, test } from 'vitest';
import { cli, project } from './project';

/** The official schema (Microsoft's package @microsoft/jest-sarif, MIT). It says draft 04, and uses nothing that 07 changed but `id`. */
function validator() {
  const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, 'sarif-2.1.0.schema.json'), 'utf8')) as object;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats: fullFormats });
  const draftless = Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id');
  return ajv.compile(Object.fromEntries(draftless) as Record<string, unknown>);
}

const valid = validator();

interface Sarif {
  runs: [{ results: { ruleIndex: number; ruleId: string }[]; tool: { driver: { rules: { id: string }[] } } }];
}

describe('scan --format sarif', () => {
  test('the schema refuses what is wrong', () => {
    expect(valid({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
    expect(valid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: 'x' }] }] })).toBe(
      false,
    );
  });

  test.each([
    ['findings, fixes, refusals', { 'a b/ü%#.ts': 'x\r\nSECRET(1)\r\nKEEP(2) READ(N)' }, 1],
    ['nothing', { 'a.ts': '' }, 0],
    ['skipped files', { 'a.bin': Uint8Array.of(0), 'b.ts': 'crash!' }, 2],
  ])('%s: valid', async (_, files, code) => {
    const ran = await cli(project(files), ['scan', '--format', 'sarif', '.']);
    const log = JSON.parse(ran.stdout) as Sarif;
    expect(valid(log), JSON.stringify(valid.errors, null, 1)).toBe(true);
    expect(ran.code).toBe(code);
    const [{ results, tool }] = log.runs;
    for (const { ruleIndex, ruleId } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('places count from 1, in UTF-16 units, addresses are escaped', async () => {
    const { stdout } = await cli(project({ 'a b/ü#.ts': '\u{1F511} SECRET(hush)\n' }), [
      'scan',
      '--format',
      'sarif',
      '.',
    ]);
    const [result] = (JSON.parse(stdout) as Sarif).runs[0].results;
    expect(result).toMatchObject({
      ruleId: 'hardcoded/fake-key',
      level: 'warning',
      message: { text: 'Fake key' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/%C3%BC%23.ts', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1, startColumn: 11, endLine: 1, endColumn: 15, charOffset: 10, charLength: 4 },
          },
        },
      ],
    });
  });
});
