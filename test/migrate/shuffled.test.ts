import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { fill } from '../support/fill';
import { edited } from '../support/migrated';

const engine = createEngine();

const gap = fc.constantFrom('', ' ', '\n  ', ' /* why */ ', ' // why\n    ');
const quote = fc.constantFrom('"', "'", '`');

/** The same use of one connection string, written in many ways. */
const source = fc
  .record({
    gaps: fc.array(gap, { minLength: 8, maxLength: 8 }),
    quote,
    eol: fc.constantFrom('\n', '\r\n'),
    semicolon: fc.constantFrom(';', ''),
    required: fc.boolean(),
    origin: fc.constantFrom('inline', 'variable', 'guarded'),
    value: fc.constantFrom('literal', 'environment', 'fallback'),
    wrapper: fc.constantFrom('', '!', ' as string'),
    options: fc.boolean(),
    trailing: fc.boolean(),
  })
  .map(({ gaps, quote: q, eol, semicolon: end, required, origin, value, wrapper, options, trailing }) => {
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = gaps;
    const importQuote = q === '`' ? '"' : q;
    const literal = `${q}{{storage-connection-string:contoso}}${q}`;
    const expression = {
      literal,
      environment: `process.env.CONN${wrapper}`,
      fallback: `process.env.CONN || ${literal}`,
    }[value];
    const names = `{${a}BlobServiceClient${b}}`;
    const lines = [
      required
        ? `const ${names} = require(${importQuote}@azure/storage-blob${importQuote})${end}`
        : `import ${names} from ${importQuote}@azure/storage-blob${importQuote}${end}`,
      '',
      ...(origin === 'inline' ? [] : [`const conn = ${expression}${end}`]),
      ...(origin === 'guarded' ? [`if (!conn) throw new Error(${importQuote}CONN${importQuote})${end}`] : []),
      `const client = BlobServiceClient${c}.fromConnectionString(${d}${origin === 'inline' ? expression : 'conn'}${e}${options ? `,${f}{ retryOptions: {} }${g}` : ''}${trailing ? `,${h}` : ''})${end}`,
      `console.log(${importQuote}untouched  text${importQuote}, client)${end}`,
      '',
    ];
    return fill(lines.join('\n').replaceAll('\n', eol));
  });

describe('a migration of shuffled code', () => {
  it('is refused, or parses, scans clean, is idempotent and leaves the rest alone', async () => {
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        const document = { path: 'a.ts', text };
        const { findings } = await engine.scan(document);
        expect(findings.length).toBeGreaterThan(0);
        const plan = await engine.plan(document, 'all', 'identity');
        if (plan.kind === 'refusal') {
          expect(findings.every(({ refusal }) => refusal !== null)).toBe(true);
          return;
        }
        const after = edited(document, plan);
        expect((await engine.scan({ path: 'a.ts', text: after })).findings).toEqual([]);
        expect(await engine.plan({ path: 'a.ts', text: after }, 'all', 'identity')).toMatchObject({
          id: 'nothing-to-do',
        });
        expect(after).not.toMatch(/fromConnectionString|AccountKey/);
        // What has nothing to do with the secret is byte for byte what it was.
        expect(after.slice(after.indexOf('console.log'))).toBe(text.slice(text.indexOf('console.log')));
        expect(/[^\r]\n/.test(after)).toBe(/[^\r]\n/.test(text));
        for (const comment of text.match(/\/\* why \*\//g) ?? []) expect(after).toContain(comment);
      }),
      { numRuns: 150, seed: 20_261_121 },
    );
  });
});
