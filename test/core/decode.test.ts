import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '../../src/core/decode';

const text = (result: ReturnType<typeof decode>) => (result.kind === 'text' ? result : null);

test('a byte-order mark is taken off the text and put back', () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a);
  expect(decode(bytes)).toEqual({ kind: 'text', text: 'a\r\n', bom: true, exact: true });
  expect(encode('a\r\n', true)).toEqual(bytes);
});

test('only the first mark is the byte-order mark', () => {
  const bytes = encode('\uFEFFa', true);
  expect(text(decode(bytes))?.text).toBe('\uFEFFa');
  expect(encode('\uFEFFa', true)).toEqual(bytes);
});

test.each([
  ['a NUL byte', Uint8Array.of(0x61, 0x00, 0x62), 'binary'],
  ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'binary'],
])('%s is no text', (_, bytes, reason) => {
  expect(decode(bytes)).toMatchObject({ kind: 'skip', reason });
});

const utf16 = (value: string, big: boolean, mark: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(`${mark ? '\uFEFF' : ''}${value}`).flatMap((letter) => {
      const unit = letter.charCodeAt(0);
      return big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
    }),
  );

test.each([
  [false, true],
  [true, true],
  [false, false],
  [true, false],
])('UTF-16 is read, and not exact: big %s, mark %s', (big, mark) => {
  const value = '$key = "a";\r\n'.repeat(30);
  expect(decode(utf16(value, big, mark))).toEqual({ kind: 'text', text: value, bom: false, exact: false });
});

test('a NUL byte far behind is text, as for git', () => {
  expect(text(decode(encode(`${'a'.repeat(8192)}\0`, false)))?.exact).toBe(true);
});

test.each([
  ['a lone byte', [0xe9]],
  ['an encoded surrogate', [0xed, 0xa0, 0x80]],
  ['an overlong form', [0xc0, 0xaf]],
  ['a cut sequence', [0x61, 0xf0, 0x9f]],
])('%s is read, and not exact', (_, bytes) => {
  const file = text(decode(Uint8Array.from(bytes)));
  expect(file?.exact).toBe(false);
  expect(file?.text).toContain('\uFFFD');
});

test('whatever is exact is written back byte for byte', () => {
  const anyBytes = fc.uint8Array({ maxLength: 64 });
  const likely = fc.string({ unit: 'binary', maxLength: 64 }).map((value) => new TextEncoder().encode(value));
  fc.assert(
    fc.property(fc.oneof(anyBytes, likely), (bytes) => {
      const file = text(decode(bytes));
      if (file?.exact) expect(Buffer.compare(encode(file.text, file.bom), bytes)).toBe(0);
    }),
  );
});
