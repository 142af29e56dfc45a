import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPresetFilter } from '../../src/detect/preset-anchors';
import { othersIn } from '../../src/detect/secretlint';
import { createFake, createRandom } from '../support/fake-secrets';

const random = createRandom(77);
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ALNUM = LETTERS + DIGITS;
const HEX = '0123456789abcdef';
const some = (length: number, alphabet = ALNUM): string => random.text(length, alphabet);
const dashes = '-'.repeat(5);
const pem = (): string =>
  `${dashes}BEGIN PRIVATE KEY${dashes}\n${'M'}II${some(61)}\n${some(64)}\n${dashes}END PRIVATE KEY${dashes}\n`;
/** Joined here, so that no prefix of a token is in the repository with anything after it. */
const token = (prefix: string, rest: string): string => [prefix, rest].join('');
const password = createFake(8).password().replace('#', '-').replace('!', '-');

/** What each rule of the preset finds, by the rule's short id. */
const examples: Readonly<Record<string, readonly (readonly [path: string, text: () => string])[]>> = {
  aws: [
    ['a.sh', () => `AWS_SECRET_ACCESS_KEY=${some(40)}\n`],
    ['a.json', () => `{"SecretAccessKey":   "${some(40)}"}`],
    ['a.rb', () => `'aws_secret_access_key' => '${some(40)}'`],
  ],
  gcp: [
    ['a.json', () => JSON.stringify({ private_key_id: some(40, HEX), private_key: pem() })],
    [
      'b.json',
      () =>
        JSON.stringify({ private_key_id: 'x', private_key: pem() }).replace('private_key_id', 'private\\u005fkey_id'),
    ],
  ],
  npm: [
    ['.npmrc', () => `//registry.example/:_authToken=${some(36)}\n`],
    ['a.ts', () => `const t = '${token('npm', `_${some(36)}`)}';`],
    ['package.json', () => `{"dependencies":{"a":"git+https://${some(40)}:x-oauth-basic@github.com/o/r.git"}}`],
  ],
  slack: [
    ['a.py', () => `t = "${token('xox', `b-${some(12, DIGITS)}-${some(12, DIGITS)}-${some(24)}`)}"`],
    ['a.py', () => `u = "https://hooks.slack.com/services/${token('T', `${some(8)}/B${some(8)}/${some(24)}`)}"`],
    ['a.py', () => `u = "https://HOOKS.slack.com/services/${token('T', `${some(8)}/B${some(8)}/${some(24)}`)}"`],
  ],
  basicauth: [['a.py', () => `u = "https://deploy:${password}@build.contoso.dev/feed"`]],
  openai: [['a.py', () => `k = "${token('sk-', `${some(20)}T3${'Blbk'}FJ${some(20)}`)}"`]],
  anthropic: [['a.py', () => `k = "${token('sk-ant-', `api03-${some(93)}AA`)}"`]],
  groq: [['a.py', () => `k = "${token('gsk', `_${some(52)}`)}"`]],
  huggingface: [['a.py', () => `k = "${token('hf', `_${some(34, LETTERS)}`)}"`]],
  linear: [['a.py', () => `k = "${token('lin_', `api_${some(40)}`)}"`]],
  notion: [['a.py', () => `k = "${token('ntn', `_${some(11, DIGITS)}${some(35)}`)}"`]],
  privatekey: [['a.py', () => `k = """${pem()}"""`]],
  sendgrid: [['a.py', () => `k = "${token('SG', `.${some(22)}.${some(43)}`)}"`]],
  shopify: ['shppa', 'shpca', 'shpat', 'shpss'].map((prefix) => [
    'a.py',
    () => `k = "${token(prefix, `_${some(32)}`)}"`,
  ]),
  github: [
    ...['p', 'o', 'u', 's', 'r'].map((sort) => ['a.py', () => `k = "${token(`gh${sort}`, `_${some(36)}`)}"`] as const),
    ['a.py', () => `k = "${token('github', `_pat_${some(82)}`)}"`],
  ],
  gitlab: [['a.py', () => `k = "${token('gl', `pat-${some(20)}`)}"`]],
  grafana: [
    ['a.py', () => `k = "${token('glc', `_${some(64)}`)}"`],
    ['a.py', () => `k = "${token('glsa', `_${some(32)}_${some(8, HEX)}`)}"`],
  ],
  '1password': [
    // Base64 of an object that ends with two brackets, of a length that leaves one byte over.
    ['a.py', () => `k = "ops_${Buffer.from(JSON.stringify({ muk: { k: some(90) } })).toString('base64')}"`],
  ],
  'database-connection-string': [
    ['a.py', () => `u = "mongodb+srv://app:${password}@cluster.contoso.dev/orders"`],
    ['a.py', () => `u = "jdbc:mysql://app:${password}@db.contoso.dev/orders"`],
    ['a.py', () => `u = "POSTGRES://app:${password}@db.contoso.dev/orders"`],
  ],
  'hashicorp-vault': ['s', 'b', 'r'].map((sort) => [
    'a.py',
    () => `k = "${token(`hv${sort}`, `.${some(138 - (sort === 'b' ? 0 : 40))}`)}"`,
  ]),
  vercel: ['p', 'i', 'a', 'r', 'k'].map((sort) => ['a.py', () => `k = "${token(`vc${sort}`, `_${some(24)}`)}"`]),
  databricks: [['a.py', () => `k = "${token('dapi', some(32, HEX))}"`]],
  docker: [['a.py', () => `k = "${token('dckr', `_pat_${some(27)}`)}"`]],
  figma: [['a.py', () => `k = "${token('figd', `_${some(43)}`)}"`]],
};

const shown = async (path: string, text: string, thorough: boolean) =>
  (await othersIn({ path, text }, {}, thorough)).map(({ kind, span }) => ({ kind, span }));

describe('the filter before the preset', () => {
  it('has an example for every rule', () => {
    const rules = (creator as unknown as { rules: readonly { meta: { id: string } }[] }).rules
      .map(({ meta }) => meta.id.replace('@secretlint/secretlint-rule-', ''))
      .filter((id) => id !== 'filter-comments');
    expect(Object.keys(examples).sort()).toEqual(rules.sort());
  });

  it.each(Object.entries(examples).flatMap(([id, texts]) => texts.map(([path, text]) => [id, path, text] as const)))(
    'changes nothing for %s in %s',
    async (_, path, make) => {
      for (const around of ['', 'x = 1\n'.repeat(40)]) {
        const text = around + make() + around;
        if (path === 'b.json' || (path.endsWith('.json') && around !== '')) continue;
        const all = await shown(path, text, true);
        expect(all).not.toEqual([]);
        expect(await shown(path, text, false)).toEqual(all);
      }
    },
  );

  it('changes nothing for shuffled pieces of the examples', async () => {
    const pieces = Object.values(examples).flatMap((texts) => texts.map(([, text]) => text()));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
        fc.string(),
        fc.nat(60),
        async (chosen, noise, cut) => {
          const text = chosen.map((one) => one.slice(0, Math.max(1, one.length - cut))).join(`\n${noise}\n`);
          for (const path of ['a.py', 'a.json', 'package.json', '.npmrc']) {
            expect(await shown(path, text, false)).toEqual(await shown(path, text, true));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lets plain code pass by', () => {
    const mayHold = createPresetFilter();
    expect(mayHold('a.ts', 'const url = "https://contoso.dev/a"; msg.send(asia, secretAccessKey);')).toBe(false);
    expect(mayHold('a.json', '{"secret":"x"}')).toBe(false);
  });
});
