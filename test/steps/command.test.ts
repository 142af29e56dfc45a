import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../src/core/message';
import { lineOf, shellText } from '../../src/core/shell';
import { measures } from '../../src/guide/governance';
import { services } from '../../src/services';
import { parseCommands, shellWord } from '../../src/steps/command';
import { allHosts } from '../../src/steps/hosts/all';
import { isSql } from '../../src/steps/rotate';

describe('a list of commands', () => {
  test('is taken apart into programs, arguments and comments', () => {
    expect(parseCommands(['az a --b "c d" \\', '  --e', '# or, for a domain:', 'az f', 'az g'])).toEqual([
      { program: 'az', args: ['a', '--b', '"c d"', '--e'] },
      { program: 'az', args: ['f'], comment: { template: 'or, for a domain:', args: {} }, instead: true },
      { program: 'az', args: ['g'], instead: true },
    ]);
  });

  test('keeps what a shell would read', () => {
    const line = `A=$(az token "x y" (z)) psql "host=<server> dbname=<db>" -c 'SELECT 1; --' a\\ b`;
    const [command] = parseCommands(line);
    expect(command).toMatchObject({ env: ['A=$(az token "x y" (z))'], program: 'psql' });
    expect(command?.args).toEqual(['"host=<server> dbname=<db>"', '-c', `'SELECT 1; --'`, 'a\\ b']);
    expect(command && lineOf(command)).toBe(line);
  });

  test.each([
    'az a "b',
    "az 'a",
    'az $(a',
    'az a; az b',
    'az a | az b',
    'az a && az b',
    '# lonely',
    'A=1',
    '# a\n# b\naz c',
  ])('is refused: %s', (text) => {
    expect(() => parseCommands(text)).toThrow(SyntaxError);
  });

  test('reads the same once it is written, however long its lines are', () => {
    const word = fc.stringMatching(/^[a-z<>=/-]{1,40}$/).filter((text) => !/^-+$/.test(text));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (args) => {
        const commands = [{ program: 'az', args }];
        const text = shellText(commands, english);
        expect(parseCommands(text)).toEqual(commands);
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(122);
      }),
    );
  });
});

/** Every list of commands that a service, a host or a measure has. */
const lists: readonly (readonly [string, readonly string[]])[] = [
  ...services.flatMap(({ id, identity: { rotate, prove, disableKeys, grant } }) => [
    [`${id} rotate`, rotate.filter((line) => !isSql(line))] as const,
    [`${id} prove`, prove === undefined ? [] : [prove]] as const,
    [`${id} disable-keys`, disableKeys === undefined ? [] : [disableKeys.cli]] as const,
    [`${id} grant`, grant.kind === 'commands' ? grant.cli : []] as const,
  ]),
  ...allHosts.flatMap((host) =>
    host.kind === 'managed' ? [[host.id, Object.values(host.cli as Record<string, string>)] as const] : [],
  ),
].filter(([, lines]) => lines.length > 0);

test.each(lists)('every command can be read: %s', (_, lines) => {
  const commands = parseCommands(lines);
  expect(commands.length).toBeGreaterThan(0);
  for (const { program, args, comment } of commands) {
    expect(program).toMatch(/^(?:az|gh|psql|mysql|sqlcmd)$/);
    // A comment in the middle would end the line for whoever pastes it.
    for (const word of args) expect(word).not.toMatch(/^#|[\r\n]/);
    if (comment) expect(comment.template).toMatch(/^[a-z].*:$/);
  }
  // Nothing is lost.
  const words = (text: string): string => text.replace(/\\\n/g, ' ').replace(/#/g, '').replace(/\s+/g, ' ').trim();
  expect(words(shellText(commands, english))).toBe(words(lines.join('\n')));
});

test('commands of the organisation are commands, too', () => {
  for (const { code } of measures) if (code) expect(code.language).toBe('shell');
});

test('a word is never more than one, and nothing in it runs', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '$', '(', ')', '`', ';', '\\', '\n', '&', '#', '<', '>') }),
      (text) => {
        const word = shellWord(`x=${text}`);
        const commands = parseCommands(`az ${word}`);
        expect(commands.map(({ args }) => args)).toEqual([[word]]);
        expect(word.replace(/\\./g, '')).not.toMatch(/[`$]/);
      },
    ),
  );
});
