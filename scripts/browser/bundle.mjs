// Bundles parts of src/ for a browser: ES modules, one chunk for each `import()`, WebAssembly beside them and fetched when its
// chunk runs. No module of Node may be left: what libraries ask for without need is named here, anything else fails.
import { readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { Advice, projectRoot } from '../process.mjs';
import { raw } from '../raw.mjs';
import { treeSitter } from '../wasm.mjs';

/** What a browser runs of the product. Nothing of it is in the package yet. */
export const BROWSER_ENTRIES = ['src/engine/engine.ts', 'src/session/session.ts'];

const here = (file) => path.join(projectRoot, 'scripts/browser', file);

/** Libraries want these and run without them, or with what stands in for them. */
const INSTEAD = new Map([
  // The rules of secretlint look at names of files; typescript-estree makes a path of a name.
  ['node:path', here('path.mjs')],
  // typescript-estree reads projects from a disk when it is asked for types. It is not.
  ['node:fs', here('absent.mjs')],
  ['node:util', here('absent.mjs')],
  ['tinyglobby', here('absent.mjs')],
]);

const isBuiltin = (specifier) => specifier.startsWith('node:') || builtinModules.includes(specifier);

const withoutNode = {
  name: 'without-node',
  setup(run) {
    run.onResolve({ filter: /^[^./]/ }, async ({ path: specifier, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === withoutNode) return undefined;
      // Our own code does without.
      const instead = importer.includes('node_modules') ? INSTEAD.get(specifier) : undefined;
      if (instead !== undefined) return { path: instead };
      if (!isBuiltin(specifier)) return undefined;
      // Packages that say in their manifest that they do without it in a browser.
      const found = await run.resolve(specifier, { kind, importer, resolveDir, pluginData: withoutNode });
      if (found.errors.length === 0 && !found.external) return undefined;
      const from = path.relative(projectRoot, importer);
      return { errors: [{ text: `${from} needs ${specifier}, which a browser has not` }] };
    });
  },
};

/** `import grammar from '....wasm'`: the packed bytes, fetched from beside the chunk that asks for them. */
const fetchedWasm = (emit) => ({
  name: 'fetched-wasm',
  setup(run) {
    const { resolve } = createRequire(path.join(projectRoot, 'package.json'));
    run.onResolve({ filter: /\.wasm$/ }, ({ path: specifier }) => ({ path: resolve(specifier) }));
    run.onLoad({ filter: /\.wasm$/ }, ({ path: file }) => {
      const name = `${path.basename(file)}.gz`;
      emit({ name, contents: gzipSync(readFileSync(file), { level: 9 }) });
      return {
        contents: `const answer = await fetch(new URL('./${name}', import.meta.url));
if (!answer.ok) throw new Error('${name} could not be fetched');
export default new Uint8Array(await answer.arrayBuffer());`,
        loader: 'js',
      };
    });
  },
});

/**
 * @param {{ root?: string, entries?: string[], dev?: boolean }} [options] `entries`: files from the root.
 * @returns {Promise<{ name: string, contents: Uint8Array, entry: string | null, needs: string[], inputs: string[] }[]>} the files. `entry`: the
 *   source that it is the beginning of; `needs`: files that it loads at once; `inputs`: what went into it, from the root.
 */
export async function bundleForBrowser({ root = projectRoot, entries = BROWSER_ENTRIES, dev = false } = {}) {
  const beside = [];
  const { outputFiles, metafile } = await esbuild
    .build({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: 'browser',
      bundle: true,
      write: false,
      metafile: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      mainFields: ['browser', 'module', 'main'],
      entryNames: '[name]',
      chunkNames: '[name]-[hash]',
      minify: !dev,
      legalComments: 'none',
      logLevel: 'silent',
      inject: [here('process.mjs')],
      alias: { '@secretlint/profiler': path.join(projectRoot, 'scripts/no-op-profiler.mjs') },
      plugins: [fetchedWasm((file) => beside.push(file)), treeSitter, raw, withoutNode],
    })
    .catch((error) => {
      throw new Advice(
        `no bundle for a browser:\n${error.errors?.map(({ text }) => text).join('\n') ?? error.message}`,
      );
    });
  const outdir = path.join(root, 'browser');
  const files = outputFiles.map(({ path: file, contents }) => {
    const { imports, inputs, entryPoint } = metafile.outputs[path.relative(root, file)];
    const outside = imports.filter(({ external, path: imported }) => external && !imported.startsWith('data:'));
    if (outside.length > 0) throw new Advice(`${file} imports ${outside.map((one) => one.path).join(', ')}`);
    return {
      name: path.relative(outdir, file),
      contents,
      entry: entries.includes(entryPoint) ? entryPoint : null,
      needs: imports.filter(({ kind }) => kind === 'import-statement').map((one) => path.basename(one.path)),
      inputs: Object.keys(inputs),
    };
  });
  return [...files, ...beside.map((file) => ({ ...file, entry: null, needs: [], inputs: [] }))];
}

/** The files that are loaded with a file: itself, what it imports, and so on. */
export function loadedWith(files, name) {
  const loaded = new Set();
  const load = (wanted) => {
    const file = files.find((one) => one.name === wanted);
    if (!file || loaded.has(file)) return;
    loaded.add(file);
    file.needs.forEach(load);
  };
  load(name);
  return [...loaded];
}
