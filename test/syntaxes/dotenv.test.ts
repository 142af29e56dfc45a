import { expect, test } from 'vitest';
import { load, tokenize } from './tokens';

/** `text|last scope` of each token that has a scope besides the file's own. */
async function shown(text: string): Promise<string[][]> {
  const lines = tokenize(await load('source.dotenv.secretless'), text);
  return lines.map((parts) =>
    parts
      .filter(({ scopes }) => scopes.length > 1)
      .map((part) => `${part.text}|${part.scopes.at(-1)?.replace(/\.dotenv$/, '') ?? ''}`),
  );
}

test('names, values, comments', async () => {
  expect(await shown('# settings\nexport PORT = 8080 # dev\nEMPTY=\nNAME=a#b')).toEqual([
    ['#|punctuation.definition.comment', ' settings|comment.line.number-sign'],
    [
      'export|keyword.other.export',
      'PORT|variable.other.key',
      '=|keyword.operator.assignment',
      '8080|string.unquoted',
      '#|punctuation.definition.comment',
      ' dev|comment.line.number-sign',
    ],
    ['EMPTY|variable.other.key', '=|keyword.operator.assignment'],
    ['NAME|variable.other.key', '=|keyword.operator.assignment', 'a#b|string.unquoted'],
  ]);
});

test('a double-quoted value may span lines, with escapes and variables', async () => {
  const [first = [], second = []] = await shown('A="one\\n\ntwo ${B}"\nC=3');
  expect(first).toContain('\\n|constant.character.escape');
  expect(second).toContain('${B}|variable.other.interpolation');
  expect((await shown('A="one\ntwo"\nC=3')).at(-1)).toContain('C|variable.other.key');
});

test('an apostrophe or an open single quote does not swallow the next line', async () => {
  for (const line of ["A=it's", "A='open", 'A=`open'])
    expect((await shown(`${line}\nB=2`)).at(-1)).toEqual([
      'B|variable.other.key',
      '=|keyword.operator.assignment',
      '2|string.unquoted',
    ]);
});
