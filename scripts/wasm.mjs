// `import grammar from '....wasm'`: the module's bytes, packed with gzip, in the importing bundle. Packed, a grammar of
// 5 MB is 0.3 MB; src/languages/tree-sitter/runtime.ts opens it again.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './process.mjs';

const { resolve } = createRequire(path.join(projectRoot, 'package.json'));
const packed = (file) => gzipSync(readFileSync(file), { level: 9 });

/** For esbuild. */
export const wasm = {
  name: 'wasm',
  setup(run) {
    run.onResolve({ filter: /\.wasm$/ }, ({ path: specifier }) => ({ path: resolve(specifier) }));
    run.onLoad({ filter: /\.wasm$/ }, ({ path: file }) => ({ contents: packed(file), loader: 'binary' }));
  },
};

const files = new Map();

/** For Vite, and so for vitest, which would hand a file under node_modules to Node: it goes by another name. */
export const wasmInVite = {
  name: 'wasm',
  enforce: 'pre',
  resolveId(specifier) {
    if (!specifier.endsWith('.wasm')) return null;
    const id = `${projectRoot}packed/${path.basename(specifier)}.js`;
    files.set(id, resolve(specifier));
    return id;
  },
  load(id) {
    const file = files.get(id);
    if (file === undefined) return null;
    // Packed when the test asks: a module of half a megabyte takes longer to transform.
    return `import { readFileSync } from 'node:fs'; import { gzipSync } from 'node:zlib'; export default gzipSync(readFileSync(${JSON.stringify(file)}), { level: 1 });`;
  },
};
