import type { IRawGrammar } from 'vscode-textmate';

/**
 * Small host languages that end strings, comments and interpolations the way VS Code's own grammars do, shapes that
 * trip injections included: template strings, `;` comments anywhere in INI, dotenv's whole-line captures.
 */
type Rule = Readonly<Record<string, unknown>>;

const grammar = (
  scopeName: string,
  patterns: readonly Rule[],
  repository: Readonly<Record<string, Rule>> = {},
): IRawGrammar => ({ scopeName, patterns, repository }) as unknown as IRawGrammar;

const quoted = (quote: string, name: string, inner: readonly Rule[]): Rule => ({
  name,
  begin: quote,
  end: `${quote}|(?=$)`,
  patterns: [{ match: '\\\\.', name: 'constant.character.escape' }, ...inner],
});

const script = (id: string): IRawGrammar =>
  grammar(`source.${id}`, [{ include: '#code' }], {
    code: {
      patterns: [
        { match: '//.*$', name: `comment.line.double-slash.${id}` },
        quoted("'", `string.quoted.single.${id}`, []),
        quoted('"', `string.quoted.double.${id}`, []),
        { match: '/[^/*\\s][^/]*/', name: `string.regexp.${id}` },
        {
          name: `string.template.${id}`,
          begin: '`',
          end: '`',
          patterns: [
            { match: '\\\\.', name: 'constant.character.escape' },
            {
              name: `meta.template.expression.${id}`,
              begin: '\\$\\{',
              end: '\\}',
              patterns: [{ include: '#code' }],
            },
          ],
        },
        { match: '\\b(?:const|let|return)\\b', name: `keyword.${id}` },
      ],
    },
  });

/** As VS Code's: `;` starts a comment wherever it is outside quotes. */
const ini = grammar('source.ini', [
  { match: '^\\s*#.*$', name: 'comment.line.number-sign.ini' },
  { match: ';.*$', name: 'comment.line.semicolon.ini' },
  {
    match: '\\b([\\w.-]+)\\b\\s*(=)',
    captures: { 1: { name: 'keyword.other.definition.ini' }, 2: { name: 'punctuation.separator.key-value.ini' } },
  },
  quoted('"', 'string.quoted.double.ini', []),
]);

/** As VS Code's since 1.10x: one match per line, and a single-quoted value is one match without rules inside. */
const dotenv = grammar('source.dotenv', [
  { match: '^\\s*#.*$', name: 'comment.line.dotenv' },
  {
    match: '^\\s?(.*?)\\s?(\\=)(.*)$',
    captures: {
      1: { name: 'variable.key.dotenv' },
      2: { name: 'keyword.operator.assignment.dotenv' },
      3: {
        name: 'property.value.dotenv',
        patterns: [
          { match: '#.*$', name: 'comment.line.dotenv' },
          { match: '"(.*)"', name: 'string.quoted.double.dotenv', captures: { 1: { patterns: [{ match: '\\\\.' }] } } },
          { match: "'(.*)'", name: 'string.quoted.single.dotenv' },
        ],
      },
    },
  },
]);

const json = grammar('source.json', [
  {
    name: 'string.quoted.double.json',
    begin: '"',
    end: '"',
    patterns: [{ match: '\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})', name: 'constant.character.escape.json' }],
  },
]);

const xml = grammar('text.xml', [
  { name: 'comment.block.xml', begin: '<!--', end: '-->' },
  {
    name: 'meta.tag.xml',
    begin: '<',
    end: '>',
    patterns: [{ name: 'string.quoted.double.xml', begin: '"', end: '"' }],
  },
]);

export const hosts: Readonly<Record<string, IRawGrammar>> = {
  'source.ts': script('ts'),
  'source.ini': ini,
  'source.dotenv': dotenv,
  'source.json': json,
  'text.xml': xml,
};
