import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { fill } from '../../support/fill';
import { edited } from '../../support/migrated';
import { parser } from './parsed';

const engine = createEngine();

const gap = fc.constantFrom('', ' ', '\n    ', ' /* why */ ', ' // why\n    ');

/** The same use of one connection string, written in many ways. */
const source = fc
  .record({
    gaps: fc.array(gap, { minLength: 6, maxLength: 6 }),
    eol: fc.constantFrom('\n', '\r\n'),
    place: fc.constantFrom('top', 'method', 'expression', 'field', 'lambda'),
    origin: fc.constantFrom('inline', 'variable', 'guarded'),
    value: fc.constantFrom('literal', 'verbatim', 'environment', 'configuration', 'connection', 'fallback', 'throws'),
    wrapper: fc.constantFrom('{}', '{}!', '({})', '(string){}'),
    typed: fc.constantFrom('new BlobServiceClient', 'new', 'new Azure.Storage.Blobs.BlobServiceClient'),
    named: fc.constantFrom('none', 'first', 'swapped'),
    options: fc.boolean(),
  })
  .map(({ gaps, eol, place, origin, value, wrapper, typed, named, options }) => {
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = gaps;
    const read = {
      literal: '"{{storage-connection-string:contoso}}"',
      verbatim: '@"{{storage-connection-string:contoso}}"',
      environment: 'Environment.GetEnvironmentVariable("CONN")',
      configuration: 'Configuration["Storage:Conn"]',
      connection: 'Configuration.GetConnectionString("Storage")',
      fallback: 'Environment.GetEnvironmentVariable("CONN") ?? "{{storage-connection-string:contoso}}"',
      throws: 'Configuration["CONN"] ?? throw new InvalidOperationException("CONN")',
    }[value];
    const whole = wrapper.replace('{}', read.includes('??') && wrapper !== '{}' ? `(${read})` : read);
    const secret =
      origin === 'inline' || place === 'expression' || place === 'field' || place === 'lambda' ? whole : 'conn';
    const first = `${named === 'none' ? '' : `connectionString:${a}`}${secret}`;
    const second = `${named === 'none' ? '' : 'options: '}new BlobClientOptions()`;
    const args = options ? (named === 'swapped' ? `${second},${b}${first}` : `${first}${c},${d}${second}`) : first;
    const built = `${typed}(${e}${args}${f})`;
    const setUp =
      secret === 'conn'
        ? [
            `string conn = ${whole};`,
            ...(origin === 'guarded'
              ? ['if (string.IsNullOrEmpty(conn)) throw new InvalidOperationException("CONN");']
              : []),
          ]
        : [];
    const using = 'using System;\nusing Azure.Storage.Blobs;\n\n';
    const code = {
      top: [...setUp, `BlobServiceClient client = ${built};`, 'Console.WriteLine("untouched  text");'].join('\n'),
      method: `class A\n{\n    void M()\n    {\n${[...setUp, `BlobServiceClient client = ${built};`].map((line) => `        ${line}`).join('\n')}\n        Console.WriteLine("untouched  text");\n    }\n}`,
      expression: `class A\n{\n    BlobServiceClient M() => ${built};\n    string S = "untouched  text";\n}`,
      field: `class A\n{\n    readonly BlobServiceClient client = ${built};\n    string S = "untouched  text";\n}`,
      lambda: `services.AddSingleton<BlobServiceClient>(_ => ${built});\nConsole.WriteLine("untouched  text");`,
    }[place];
    return fill((using + code + '\n').replaceAll('\n', eol));
  });

describe('a migration of shuffled C#', () => {
  it('is refused, or parses, scans clean, is idempotent and leaves the rest alone', async () => {
    const csharp = await parser();
    let migrated = 0;
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        const document = { path: 'a.cs', text };
        const { findings } = await engine.scan(document);
        expect(csharp.parse(text, 'a.cs').errors).toEqual([]);
        expect(findings.length).toBeGreaterThan(0);
        const plan = await engine.plan(document, 'all', 'identity');
        if (plan.kind === 'refusal') {
          expect(findings.every(({ refusal }) => refusal !== null)).toBe(true);
          return;
        }
        migrated++;
        const after = edited(document, plan);
        expect(csharp.parse(after, 'a.cs').errors).toEqual([]);
        expect((await engine.scan({ path: 'a.cs', text: after })).findings).toEqual([]);
        expect(await engine.plan({ path: 'a.cs', text: after }, 'all', 'identity')).toMatchObject({
          id: 'nothing-to-do',
        });
        expect(after).toContain('untouched  text');
        expect(after).toContain('DefaultAzureCredential()');
        expect(after).not.toMatch(/[([]"CONN"[)\]](?!;)|AccountKey|GetConnectionString|Storage:Conn/);
        expect(after.includes('\r')).toBe(text.includes('\r'));
        expect(/(?<!\r)\n/.test(after)).toBe(/(?<!\r)\n/.test(text));
        expect(after.split('/* why */').length + after.split('// why').length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 80 },
    );
    expect(migrated).toBeGreaterThan(50);
  }, 60_000);
});
