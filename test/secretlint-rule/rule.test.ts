import { lintSource } from '@secretlint/core';
import { describe, expect, it } from 'vitest';
import { creator, type Options } from '../../src/secretlint-rule/index';
import { createFake } from '../support/fake-secrets';

const fake = createFake(61);

async function lint(content: string, options: Options = {}, allowMessageIds: string[] = []) {
  const { messages } = await lintSource({
    source: { filePath: 'src/a.ts', content, contentType: 'text', ext: '.ts' },
    options: {
      config: { rules: [{ id: 'secretless-azure/secretlint-rule', rule: creator, options, allowMessageIds }] },
    },
  });
  return messages;
}

describe('the secretlint rule', () => {
  const key = fake.storageKey();
  const text = `const key = '${key}';`;

  it('reports the range and the kind, never the value', async () => {
    const [message] = await lint(text);
    expect(text.slice(message?.range[0], message?.range[1])).toBe(key);
    expect(message?.messageId).toBe('storage-account-key');
    expect(message?.message).toBe('Hardcoded Azure Storage account key');
    expect(JSON.stringify(message)).not.toContain(key.slice(0, 12));
  });

  it('leaves out disabled kinds, expired tokens and what directives name', async () => {
    expect(await lint(text, {}, ['storage-account-key'])).toEqual([]);
    const expired = `'${fake.sasUrl({ expires: '2020-01-01T00:00:00Z' })}'`;
    expect(await lint(expired)).toEqual([]);
    expect(await lint(expired, { expired: true })).toHaveLength(1);
    expect(await lint(`${text} // secretlint-disable-line hardcoded -- a test value`)).toEqual([]);
  });

  it('finds nothing in plain code', async () => {
    expect(await lint('export const answer = 42;')).toEqual([]);
  });
});
