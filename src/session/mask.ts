import type { Span } from '../core/span';
import type { Engine } from '../engine/engine';
import { maskedSettings } from '../engine/mask';

const REDACTED = '[redacted]';

/** Shorter values are masked where they stand, not everywhere they occur. */
const UNMISTAKABLE = 8;

/**
 * The two texts of a change with every secret value taken out, for a diff that people see, paste and log. Masks what the
 * engine finds, suppressed or not, and in settings files every value that is not known to be harmless.
 */
export async function masked(engine: Engine, path: string, before: string, after: string): Promise<[string, string]> {
  const spans = [await secretsOf(engine, path, before), await secretsOf(engine, path, after)] as const;
  const values = [...valuesOf(before, spans[0]), ...valuesOf(after, spans[1])].filter((v) => v.length >= UNMISTAKABLE);
  const texts = await Promise.all(
    [before, after].map(async (text, i) => {
      const inPlace = maskSpans(text, [...(spans[i] ?? []), ...(await maskedSettings(path, text))]);
      return values
        .sort((a, b) => b.length - a.length)
        .reduce((all, value) => all.replaceAll(value, mask(value)), inPlace);
    }),
  );
  const [from = '', to = ''] = texts;
  return [from, to];
}

/** Directives are put out of action first: whoever accepted a value in a file did not ask for it on the terminal. */
async function secretsOf(engine: Engine, path: string, text: string): Promise<readonly Span[]> {
  const bare = text.replaceAll(/(?<=secretl(?:int|ess)-)(?:disable|enable|ignore)/g, (word) => '-'.repeat(word.length));
  const { findings } = await engine.scan({ path, text: bare });
  return findings.filter(({ rule }) => rule.startsWith('hardcoded/')).map(({ span }) => span);
}

const valuesOf = (text: string, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

/** Line breaks stay, so that the diff's lines do. */
const mask = (value: string): string => value.replaceAll(/[^\r\n]+/g, REDACTED);

function maskSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    result += text.slice(at, start) + mask(text.slice(Math.max(at, start), end));
    at = end;
  }
  return result + text.slice(at);
}
