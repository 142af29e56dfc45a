import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill, pieces, placeholders } from '../../src/steps/placeholders';
import { isCommand, oneLine } from '../../src/guide/terminal';
import { shell } from '../../src/steps/command';
import { codeOf } from '../support/steps';
import { azCommands, azEverywhere } from './az-commands';
import { every } from './every';

describe('inserting in the terminal', () => {
  const inTerminal = (text: string): string => {
    const code = shell(text);
    return isCommand(code) ? oneLine(code) : 'no command';
  };

  test('joins lines, cuts comments, chains commands', () => {
    expect(inTerminal('az a \\\n  --b c \\\n  --d\n# then\naz e\n')).toBe('az a --b c --d && az e');
  });

  test('leaves out what is for another case', () => {
    expect(inTerminal('az a\n# or, for a domain:\naz b\naz c')).toBe('az a');
  });

  test('never has a line break, which would run it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', ' ', '\\', '\n', '\r', '#', '\u2028', '\u0085', '\v') });
    fc.assert(
      fc.property(fc.array(fc.record({ program: word, args: fc.array(word) })), (commands) => {
        expect(oneLine({ language: 'shell', commands })).not.toMatch(/[\n\r\v\f\u0085\u2028\u2029]/);
      }),
    );
  });

  test('takes commands only', () => {
    expect(isCommand(shell('az login'))).toBe(true);
    expect(isCommand({ language: 'env', text: 'az login' })).toBe(false);
    expect(isCommand(null)).toBe(false);
  });
});

describe('placeholders', () => {
  test('pieces joined give the command', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<account>', '<', '>', 'a', ' ', '<A>', '<resource-group>')), (parts) => {
        const code = parts.join('');
        expect(
          pieces(code)
            .map(({ text }) => text)
            .join(''),
        ).toBe(code);
        expect(
          new Set(
            pieces(code)
              .filter(({ place }) => place)
              .map(({ text }) => text.slice(1, -1)),
          ),
        ).toEqual(new Set(placeholders(code)));
      }),
    );
  });

  test('what is unknown or unsafe stays a placeholder', () => {
    expect(fill('<account> <vault>', { account: 'a.b-c' })).toBe('a.b-c <vault>');
    for (const value of ['a b', '`x`', '$x', 'a;b', "'", '', 'a\nb', '<vault>'])
      expect(fill('<account>', { account: value })).toBe('<account>');
    expect(fill('<constructor>', {})).toBe('<constructor>');
  });
});

/** The `az` commands in shell code, without what is quoted: `az`, its words, its parameters. */
const azIn = (text: string): string[] =>
  [
    ...text
      .replace(/[ \t]*\\\n\s*/g, ' ')
      .replace(/'[^']*'|"[^"]*"/g, '""')
      .matchAll(/(?:^|\$\()(az [^\n)]*)/gm),
  ].map(([, command]) => command ?? '');

const table: Readonly<Record<string, string | undefined>> = { ...azCommands.core, ...azCommands.extensions };

test.each(every)('commands of the Azure CLI and their parameters exist: %s', (_, guidances) => {
  const steps = guidances.flatMap(([, guidance]) => guidance.steps);
  for (const step of steps) {
    for (const command of isCommand(step.code) ? azIn(codeOf(step)) : []) {
      const words = command.replace(/ #.*/, '').split(/\s+/);
      const end = words.findIndex((word, at) => at > 0 && /^[-<"]/.test(word));
      const name = words.slice(1, end < 0 ? undefined : end).join(' ');
      const known = table[name];
      expect([name, known === undefined]).toEqual([name, false]);
      const parameters = words.filter((word) => word.startsWith('-')).map((word) => word.replace(/^--/, ''));
      expect([...(known ?? '').split(' '), ...azEverywhere]).toEqual(expect.arrayContaining(parameters));
    }
  }
});

/** Text of a template without strings and comments. */
const bare = (text: string): string =>
  text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '').replace(/(?:\/\/|#).*/g, '');

test.each(every)('templates open and close every bracket: %s', (_, guidances) => {
  const steps = guidances.flatMap(([, guidance]) => guidance.steps);
  for (const { code } of steps) {
    if (code?.language !== 'bicep' && code?.language !== 'terraform') continue;
    const open: string[] = [];
    for (const bracket of bare(code.text).match(/[[\](){}]/g) ?? []) {
      if ('[({'.includes(bracket)) open.push(bracket);
      else expect(`${open.pop() ?? ''}${bracket}`).toMatch(/^(?:\[\]|\(\)|\{\})$/);
    }
    expect(open).toEqual([]);
    // A snippet that was indented along with the file it is in would end with an indented line.
    expect(code.text.split('\n').at(-1)).toMatch(/^(?:\}|\/\/ |# |output )/);
    expect(bare(code.text)).not.toMatch(/['"]/);
  }
});
