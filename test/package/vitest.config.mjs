import { defineConfig } from 'vitest/config';

/** Apart from the units: these tests need the package that `npm run package` makes. */
export default defineConfig({
  test: { include: ['test/package/*.test.mjs'] },
});
