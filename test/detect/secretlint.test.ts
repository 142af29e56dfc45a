import { describe, expect, it } from 'vitest';
import { othersIn } from '../../src/detect/secretlint';
import { createFake, createRandom } from '../support/fake-secrets';

const random = createRandom(9);
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const githubToken = (): string => `gh${'p'}_${random.text(36, ALNUM)}`;

async function found(text: string, path = 'src/a.ts'): Promise<{ kind: string; value: string }[]> {
  const candidates = await othersIn({ path, text });
  for (const { span, value } of candidates) expect(value.reveal()).toBe(text.slice(span.start, span.end));
  return candidates.map(({ kind, value }) => ({ kind, value: value.reveal() }));
}

describe('othersIn', () => {
  it('gives what secretlint finds, with its range', async () => {
    const token = githubToken();
    expect(await found(`const token = '${token}';`)).toEqual([{ kind: 'github', value: token }]);
  });

  it('counts from the start of a text with a byte-order mark', async () => {
    const token = githubToken();
    expect(await found(`\ufeffconst token = '${token}';`)).toEqual([{ kind: 'github', value: token }]);
  });

  it('narrows a private key to its body', async () => {
    const body = `MII${random.text(61, ALNUM)}\n${random.text(64, ALNUM)}`;
    const dashes = '-'.repeat(5);
    const text = `${dashes}BEGIN RSA PRIVATE KEY${dashes}\n${body}\n${dashes}END RSA PRIVATE KEY${dashes}\n`;
    expect(await found(text, 'key.pem')).toEqual([{ kind: 'private-key', value: body }]);
  });

  it('narrows a database URL to its password', async () => {
    const password = createFake(4).password();
    expect(await found(`url = postgres://app:${password}@db.internal.net/orders`)).toEqual([
      { kind: 'database-connection-string', value: password },
    ]);
  });

  it('finds nothing of Azure and nothing in plain text', async () => {
    expect(await found(createFake(1).storageConnectionString())).toEqual([]);
    expect(await found('hello')).toEqual([]);
  });

  it('leaves nothing behind in the performance timeline', async () => {
    for (let i = 0; i < 5; i++) await othersIn({ path: 'a.ts', text: 'x' });
    expect(performance.getEntriesByType('mark')).toHaveLength(0);
    expect(performance.getEntriesByType('measure')).toHaveLength(0);
  });
});
