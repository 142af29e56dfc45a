// `import grammar from '....wasm'`: the module's bytes, packed with gzip, in the importing bundle. Packed, a grammar of
// 5 MB is 0.3 MB; src/languages/tree-sitter/unpack.ts opens it again.
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

// A name of its own keeps vitest from handing the file to Node.
const VIRTUAL = '\0packed:';

/** For Vite, and so for vitest. */
export const wasmInVite = {
  name: 'wasm',
  enforce: 'pre',
  resolveId: (specifier) => (specifier.endsWith('.wasm') ? VIRTUAL + resolve(specifier) : null),
  load: (id) =>
    id.startsWith(VIRTUAL)
      ? `export default Uint8Array.from(atob('${packed(id.slice(VIRTUAL.length)).toString('base64')}'), (one) => one.charCodeAt(0));`
      : null,
};
