import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { services } from '../../../src/services/index';
import { projectOf } from '../../support/dotnet-project';
import { engineWith } from '../../support/engine-over';
import { fill } from '../../support/fill';
import { edited } from '../../support/migrated';
import { parser } from './parsed';

const examples = services.flatMap(({ examples: all }) => all.filter(({ language }) => language === 'csharp'));

/** Strings, comments, and between them what white space may be around. */
const TOKEN =
  /(?<kept>\$?@?"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])+'|\/\/[^\n]*|\/\*[^]*?\*\/)|(?<space>\s+)|(?<mark>[(),{}[\];])|[^]/g;

const GAPS = ['', '', ' ', '\n        ', ' /* why */ ', ' // why\n    '];

/** The same code with other white space, and comments, at the marks that `choose` picks. */
const shuffled = (text: string, choose: () => string): string =>
  text.replace(TOKEN, (whole, ...rest) => {
    const { mark } = rest.at(-1) as { mark?: string };
    // A comment before the closing brace of an interpolation is inside a string: those are kept whole.
    return mark === '(' || mark === ',' ? whole + choose() : mark === ')' ? choose() + whole : whole;
  });

/** Code without white space and comments. */
const bare = (text: string): string =>
  text.replace(TOKEN, (whole, ...rest) => {
    const { kept, space } = rest.at(-1) as { kept?: string; space?: string };
    return space !== undefined || (kept?.startsWith('/') ?? false) ? '' : whole;
  });

describe('the examples of C#', () => {
  it.each(examples)('$title: both sides parse', async ({ before, after }) => {
    const csharp = await parser();
    for (const text of [before, after ?? ''])
      expect(csharp.parse(fill(text), 'a.cs').errors.map(({ start }) => text.slice(start, start + 40))).toEqual([]);
  });

  it.each(examples.filter(({ after }) => after !== null))(
    '$title: comes out the same, however it is laid out',
    async ({ before, after, file }) => {
      const csharp = await parser();
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat({ max: GAPS.length - 1 }), { minLength: 40, maxLength: 40 }),
          async (picks) => {
            let at = 0;
            const text = shuffled(fill(before), () => GAPS[picks[at++ % picks.length] ?? 0] ?? '');
            expect(csharp.parse(text, file).errors).toEqual([]);
            const document = { path: file, text };
            const plan = await engineWith(projectOf(after).files).plan(document, 'all', 'identity');
            if (plan.kind === 'refusal') throw new Error(plan.id);
            const result = edited(document, plan);
            expect(csharp.parse(result, file).errors).toEqual([]);
            expect(bare(result)).toBe(bare(fill(after ?? '')));
          },
        ),
        { numRuns: 6 },
      );
    },
    30_000,
  );
});
