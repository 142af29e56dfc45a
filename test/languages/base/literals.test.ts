import { describe, expect, it } from 'vitest';
import { dialect as csharp } from '../../../src/languages/csharp/dialect';
import { dialect as typescript } from '../../../src/languages/typescript/dialect';
import type { Dialect } from '../../../src/languages/contract/dialect';

/** Each literal as it is written, after its kind. */
const literals = (dialect: Dialect, text: string): string[] =>
  dialect.literalsIn(text).map(({ kind, outer }) => `${kind} ${text.slice(outer.start, outer.end)}`);

describe('the literals of TypeScript', () => {
  it.each([
    ['a division', 'a = b / c / "d";', ['string "d"']],
    ['after a bracket', 'a(/"/g, "b");', ['expression /"/', 'string "b"']],
    [
      'that begins like the end of an element',
      'a.replace(/>/g, "b").replace(/"/g, "c");',
      ['expression />/', 'string "b"', 'expression /"/', 'string "c"'],
    ],
    [
      'after a comment',
      "[\n  // it's one\n  /id\\s+['\"]a/,\n  /* or */ /b'/,\n];",
      ["comment // it's one", 'expression /id\\s+[\'"]a/', 'comment /* or */', "expression /b'/"],
    ],
    ['of an element without a closing tag', 'a = <A b="c" />;\nd = \'e\';', ['string "c"', "string 'e'"]],
  ])('know a regular expression: %s', (_, text, expected) => {
    expect(literals(typescript, text)).toEqual(expected);
  });

  it.each([
    ["e();\na = 'b\nc = 'd';\n", ["string 'b", "unread a = 'b\nc = 'd';\n"]],
    ["a = 'b", ["string 'b", "unread a = 'b"]],
    ['a = 1;\nf(""""b");\ng("c");', ['number 1', 'string ""', 'unread f(""""b");\ng("c");']],
    ['a = "b"c;', ['string "b"', 'unread a = "b"c;']],
    ['a = "b"in c; d = "e";', ['string "b"', 'string "e"']],
    ["a = 'b \\\nc';\nd = 'e';", ["string 'b \\\nc'", "string 'e'"]],
    ['a = `b\n"`; c = "d";', ['string b\n"', 'string "d"']],
  ])('end with a string that its line does not close, or that goes on at once: %j', (text, expected) => {
    expect(literals(typescript, text)).toEqual(expected);
  });
});

describe('the literals of C#', () => {
  it.each([
    ['verbatim', 'a(@"""b"": ""c""", "d");', ['string @"""b"": ""c"""', 'string "d"']],
    ['verbatim with holes', 'a($@"""b"": {c}", "d");', ['string $@"""b"": {c}"', 'string "d"']],
    ['raw', 'a("""b "c" d""", "e");', ['string """b "c" d"""', 'string "e"']],
    ['raw with holes', 'a($$"""b "c" {{d}}""", "e");', ['string $$"""b "c" {{d}}"""', 'string "e"']],
    ['closed by a line end of old Macs', 'a = "b\rc";', ['string "b', 'unread a = "b\rc";']],
    ['of another encoding', 'a("b"u8, "c");', ['string "b"', 'string "c"']],
  ])('know a string: %s', (_, text, expected) => {
    expect(literals(csharp, text)).toEqual(expected);
  });
});
