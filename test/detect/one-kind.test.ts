import { expect, it, vi } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { createRandom } from '../support/fake-secrets';

/*
 * A secret kind is one file, and its line in the list of kinds/index.ts. Here the list is that of the product with one
 * more kind, and nothing else is changed: no landmark, word, sentence, rule or title elsewhere.
 */
vi.mock(import('../../src/detect/kinds/index'), async (original) => {
  const [{ secretKinds }, { contosoKey }] = await Promise.all([original(), import('./contoso-key')]);
  return { secretKinds: [...secretKinds, contosoKey] };
});

const random = createRandom(11);
const hex = random.text(32, '0123456789abcdef');
const text = random.text(24, 'abcdefghijklmnopqrstuvwxyz234567');

/** What is found, as rule and exact text. */
async function found(code: string): Promise<string[]> {
  const { findings } = await createEngine().scan({ path: 'src/a.ts', text: code });
  return findings.map(({ rule, span }) => `${rule} ${code.slice(span.start, span.end) === hex ? 'hex' : 'text'}`);
}

it.each([
  ['its own look', `const order = "teapot=${text}";`, 'hardcoded/contoso-key text'],
  ['its words and its landmark, in a name', `const contosoBrewSpout = "${hex}";`, 'hardcoded/contoso-key hex'],
  ['its call', `new BrewMaster("${hex}")`, 'hardcoded/contoso-key hex'],
])('is found by %s', async (_, code, finding) => {
  expect(await found(code)).toEqual([finding]);
});

it('is silent without its landmark', async () => {
  expect(await found(`const spout = "${hex}";`)).toEqual([]);
});

it('has a rule, and guidance that says what it opens', () => {
  const engine = createEngine();
  expect(engine.rules.find(({ id }) => id === 'hardcoded/contoso-key')?.title).toBe('Hardcoded Contoso key');
  expect(engine.explain('hardcoded/contoso-key')?.why).toContain('Anyone who has the key can order tea.');
});
