import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { compile, possibleIn } from '../../src/languages/compile';
import type { Language } from '../../src/languages/contract/language';
import { matches } from '../../src/languages/match';
import { newTrouble } from '../../src/languages/trouble';
import { trace } from '../../src/languages/trace';
import { analyse } from '../../src/migrate/analysis';
import { draftOf } from '../../src/migrate/draft/draft';
import { isRefusal } from '../../src/migrate/draft/pass';
import { patternsOf } from '../../src/migrate/uses';
import type { Sdk } from '../../src/services/pattern';
import { services } from '../../src/services/index';
import type { Service } from '../../src/services/service';

/** One thing that every language has to do, in its own words. */
export interface Sample {
  readonly before: string;
  /** The whole file after the migration of its only secret. */
  readonly after: string;
}

export interface LanguageSamples {
  readonly path: string;
  /** The patterns of a made-up service with a connection string, for `samples`. */
  readonly sdk: Sdk;
  /** A use, its origin and the code of the call. */
  readonly traced: { readonly text: string; readonly origin: string; readonly call: string };
  /** The last word `retries` is a read of a variable. */
  readonly rewrite: Sample;
  /** The secret is tested for being missing: the test moves to the endpoint. */
  readonly guard: Sample;
  /** The old call's import goes, and the file has others. */
  readonly imports: Sample;
  /** Two uses of one secret: one credential. */
  readonly credential: Sample;
}

/** The service of the harness: storage, with the patterns of a sample. */
const serviceOf = (language: Language, sdk: Sdk): Service => {
  const [storage] = services;
  if (!storage) throw new Error('there is no service');
  return { ...storage, clients: { [language.id]: [sdk] } };
};

/** What a language must be able to do before a service says anything in it. */
export function describeLanguage(language: Language, samples: LanguageSamples): void {
  const { path, sdk, traced } = samples;
  const load = async () => {
    const parser = await language.load();
    return { parser, patterns: patternsOf([serviceOf(language, sdk)], language, parser) };
  };

  describe(`the language ${path}`, () => {
    it('reads patterns on both sides', async () => {
      const { parser } = await load();
      for (const { from, to } of compile([sdk], parser)) expect([from.kind, to?.kind]).not.toContain('other');
    });

    it('matches a use', async () => {
      const { parser } = await load();
      const file = parser.parse(traced.text, path);
      const found = matches(possibleIn(file, compile([sdk], parser)), file);
      expect(found.map(({ node }) => traced.text.slice(node.start, node.end))).toEqual([traced.call]);
    });

    it('traces the secret to its origin', async () => {
      const { parser } = await load();
      const file = parser.parse(traced.text, path);
      const [match] = matches(possibleIn(file, compile([sdk], parser)), file);
      const secret = match?.bound.get('CONNECTION');
      expect(secret && trace(secret, file).origin).toBe(traced.origin);
    });

    it.each([
      ['rewrites a use', samples.rewrite],
      ['moves a guard', samples.guard],
      ['imports what is new and drops what nothing reads', samples.imports],
      ['shares one credential', samples.credential],
    ])('%s', async (_, { before, after }) => {
      const { parser, patterns } = await load();
      const analysis = analyse(before, path, [], language, parser, patterns);
      const [group] = analysis.groups;
      if (!group) throw new Error('nothing was found');
      const draft = draftOf(group, analysis, 'DefaultAzureCredential');
      if (isRefusal(draft)) throw new Error(`refused: ${draft.id}`);
      const text = applyEdits(before, draft.edits);
      expect(text).toBe(after);
      const again = analyse(text, path, [], language, parser, patterns);
      expect(again.file.errors).toEqual([]);
      expect(newTrouble(analysis.file, again.file)).toEqual([]);
      expect(again.groups).toEqual([]);
    });

    it('sees a name that nothing declares', async () => {
      const { parser } = await load();
      const { before } = samples.rewrite;
      const [file, broken] = [
        parser.parse(before, path),
        parser.parse(before.replace(/retries(?![^]*retries)/, 'nowhere'), path),
      ];
      expect(newTrouble(file, broken).map(({ name }) => name)).toContain('nowhere');
    });
  });
}
