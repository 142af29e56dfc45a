import type { Plugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/config';

export const wasm: Plugin;
export const treeSitter: Plugin;
export const wasmInVite: VitePlugin;
