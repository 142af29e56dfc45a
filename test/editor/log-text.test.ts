import { expect, test } from 'vitest';
import { withoutMessage } from '../../src/editor/log-text';

test('the log says where an error happened, and nothing of its message, whatever that looks like', () => {
  const value = ['Zeb', 'ra12!'].join('');
  const text = withoutMessage(new RangeError(`cannot read\n    at ${value} (a.ts)\n    at ${value}`));
  expect(text).not.toContain(value);
  expect(text).toMatch(/^RangeError\n\s+at /);
  expect(withoutMessage(value)).toBe('unknown error');
});
