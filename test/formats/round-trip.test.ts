import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editSettings } from '../../src/formats/edit';
import { formats } from '../../src/formats/index';
import { brokenBy, changes } from './byte-exact';

/** How a file is written beside its settings. */
interface Style {
  readonly eol: string;
  readonly indent: string;
  readonly mark: boolean;
  readonly comments: boolean;
  readonly end: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  indent: fc.constantFrom('  ', '    ', '\t'),
  mark: fc.boolean(),
  comments: fc.boolean(),
  end: fc.boolean(),
});

const entries = fc.uniqueArray(
  fc.tuple(fc.stringMatching(/^[A-Z][A-Z_]{1,8}$/), fc.stringMatching(/^[a-zA-Z0-9./:-]{0,12}$/)),
  { minLength: 1, maxLength: 6, selector: ([name]) => name },
);

type Entries = readonly (readonly [string, string])[];

const framed = (lines: readonly string[], { eol, mark, end }: Style): string =>
  (mark ? '\uFEFF' : '') + lines.join(eol) + (end ? eol : '');

function dotenvText(all: Entries, one: Style): string {
  return framed(
    all.flatMap(([name, value], at) => [...(one.comments ? [`# ${String(at)}`, ''] : []), `${name}=${value}`]),
    one,
  );
}

function jsonText(section: string, all: Entries, one: Style): string {
  const { indent, comments } = one;
  const inner = all.flatMap(([name, value], at) => [
    ...(comments ? [`${indent}${indent}// ${String(at)}`] : []),
    `${indent}${indent}"${name}": "${value}"${at < all.length - 1 ? ',' : ''}${comments ? ' /* x */' : ''}`,
  ]);
  return framed(['{', `${indent}"${section}": {`, ...inner, `${indent}}`, '}'], one);
}

const files: readonly (readonly [path: string, text: (all: Entries, one: Style) => string])[] = [
  ['.env', dotenvText],
  ['local.settings.json', (all, one) => jsonText('Values', all, one)],
  ['appsettings.json', (all, one) => jsonText('Storage', all, one)],
];

const value = fc.stringMatching(/^[a-z0-9./:-]{1,12}$/);

describe.each(files)('a change of %s', (path, write) => {
  const format = formats.find((one) => one.handles(path));

  it('keeps every character outside of its edits, and reads back', () => {
    expect(format).toBeDefined();
    if (!format) return;
    fc.assert(
      fc.property(
        entries,
        style,
        fc.nat(),
        fc.nat({ max: changes.length - 1 }),
        value,
        (all, one, pick, kind, given) => {
          const text = write(all, one);
          const settings = format.read(text) ?? [];
          expect(settings).toHaveLength(all.length);
          const setting = settings[pick % settings.length];
          const change = setting && changes[kind]?.(setting, given);
          if (!setting || !change) return;
          expect([null, 'unedited']).toContain(brokenBy(format, text, settings, setting, change));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('edits nothing that it cannot read', () => {
    if (!format || path === '.env') return;
    fc.assert(
      fc.property(entries, style, fc.nat(), (all, one, cut) => {
        const text = write(all, one);
        const broken = text.slice(0, Math.max(1, cut % (text.lastIndexOf('}') - 1)));
        expect(editSettings(format, broken, [{ kind: 'append', name: 'X', value: 'y' }]).kind).toBe('unedited');
      }),
      { numRuns: 100 },
    );
  });
});
