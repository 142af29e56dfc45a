import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, it } from 'vitest';
import { otherKinds } from '../../src/detect/others';

it('names every rule of the preset', () => {
  const renamed: Record<string, string> = { privatekey: 'private-key', databricks: 'databricks-pat' };
  const ids = rules
    .map(({ meta }) => meta.id.replace('@secretlint/secretlint-rule-', ''))
    .filter((id) => id !== 'filter-comments')
    .map((id) => renamed[id] ?? id);
  expect(otherKinds.map(({ id }) => id).sort()).toEqual(ids.sort());
});
