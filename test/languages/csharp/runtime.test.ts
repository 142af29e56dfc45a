import { afterEach, expect, it, vi } from 'vitest';
import { createTreeSitter } from 'web-tree-sitter?own';

afterEach(() => vi.unstubAllGlobals());

it('what is freed in a memory that an abort has broken does not end the process', () => {
  const handlers: ((held: unknown) => void)[] = [];
  class Registry {
    constructor(handler: (held: unknown) => void) {
      handlers.push(handler);
    }
  }
  vi.stubGlobal('FinalizationRegistry', Registry);
  createTreeSitter();
  expect(handlers.length).toBeGreaterThan(1);
  // Before its start the library has no memory at all.
  for (const handler of handlers) expect(() => handler([1, 2])).not.toThrow();
});
