import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { wasmInVite } from './scripts/wasm.mjs';

export default defineConfig({
  plugins: [wasmInVite],
  resolve: {
    // @secretlint/profiler keeps every mark for ever; see ARCHITECTURE.md, "Libraries".
    alias: { '@secretlint/profiler': fileURLToPath(new URL('./scripts/no-op-profiler.mjs', import.meta.url)) },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/ui/**', 'test/sdk/**'],
    server: { deps: { inline: [/@secretlint\//] } },
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
    // Every core works: on a machine with two, vitest would leave one idle.
    maxWorkers: '100%',
  },
});
