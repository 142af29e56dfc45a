// `import grammar from '....wasm'`: the module's bytes, packed with gzip, in the importing bundle. Packed, a grammar of
// 5 MB is 0.3 MB; src/languages/tree-sitter/runtime.ts opens it again. Beside it, the library that runs these modules.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './process.mjs';

const { resolve } = createRequire(path.join(projectRoot, 'package.json'));
const packed = (file) => gzipSync(readFileSync(file), { level: 9 });

/** What `import { createTreeSitter } from 'web-tree-sitter?own'` means: a library that starts anew whenever it is asked to. */
const OWN_RUNTIME = 'web-tree-sitter?own';
const library = resolve('web-tree-sitter').replace(/\.cjs$/, '.js');

/**
 * web-tree-sitter as a function that makes it. The library has one memory for as long as its module lives: once an abort has
 * broken that, nothing can be parsed any more. Two libraries share nothing, also not what their finalisers free.
 */
function ownRuntime() {
  const text = readFileSync(library, 'utf8');
  const exported = /\nexport \{[^}]*\};\s*(?:\/\/# sourceMappingURL=.*\s*)?$/;
  if (!exported.test(text)) throw new Error('web-tree-sitter ends otherwise than it did: see scripts/wasm.mjs');
  const finaliser = 'return new FinalizationRegistry(handler);';
  if (!text.includes(finaliser)) throw new Error('web-tree-sitter frees otherwise than it did: see scripts/wasm.mjs');
  const body = text
    .replace(exported, '\nreturn { Parser, Language };')
    // What is freed in a memory that an abort has broken throws, and there nobody could catch it: the process would end.
    .replace(
      finaliser,
      'return new FinalizationRegistry((held) => { try { handler(held); } catch { /* Nothing is left to free. */ } });',
    )
    // Nothing is read from a disk: the bytes are given.
    .replace(/(?<=var ENVIRONMENT_IS_NODE = ).*?;/, 'false;')
    // Its own address, which a CommonJS bundle lacks.
    .replaceAll('import.meta.url', JSON.stringify('file:///web-tree-sitter.js'));
  return `export function createTreeSitter() {\n${body}\n}\n`;
}

/** For esbuild: resolves and loads {@link OWN_RUNTIME}. */
export const treeSitter = {
  name: 'tree-sitter',
  setup(run) {
    run.onResolve({ filter: /^web-tree-sitter\?own$/ }, () => ({ path: library, suffix: '?own' }));
    run.onLoad({ filter: /web-tree-sitter\.js$/ }, ({ suffix }) =>
      suffix === '?own' ? { contents: ownRuntime(), loader: 'js', resolveDir: path.dirname(library) } : undefined,
    );
  },
};

/** For esbuild. */
export const wasm = {
  name: 'wasm',
  setup(run) {
    run.onResolve({ filter: /\.wasm$/ }, ({ path: specifier }) => ({ path: resolve(specifier) }));
    run.onLoad({ filter: /\.wasm$/ }, ({ path: file }) => ({ contents: packed(file), loader: 'binary' }));
    treeSitter.setup(run);
  },
};

const files = new Map();

/** For Vite, and so for vitest, which would hand a file under node_modules to Node: it goes by another name. */
export const wasmInVite = {
  name: 'wasm',
  enforce: 'pre',
  resolveId(specifier) {
    if (specifier === OWN_RUNTIME) return `${projectRoot}packed/${OWN_RUNTIME.replace('?', '-')}.js`;
    if (!specifier.endsWith('.wasm')) return null;
    const id = `${projectRoot}packed/${path.basename(specifier)}.js`;
    files.set(id, resolve(specifier));
    return id;
  },
  load(id) {
    if (id.endsWith(`packed/${OWN_RUNTIME.replace('?', '-')}.js`)) return ownRuntime();
    const file = files.get(id);
    if (file === undefined) return null;
    // Packed when the test asks: a module of half a megabyte takes longer to transform.
    return `import { readFileSync } from 'node:fs'; import { gzipSync } from 'node:zlib'; export default gzipSync(readFileSync(${JSON.stringify(file)}), { level: 1 });`;
  },
};
