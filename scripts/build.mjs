#!/usr/bin/env node
// Bundles src/ into dist/.   node scripts/build.mjs [--dev] [--outdir DIR] [--root DIR]
//   --browser: bundles the engine and the session for a browser instead, as a check that nothing of Node is left; written
//   only where --outdir says. scripts/browser/bundle.mjs says how.
//
// Every dynamic `import()` in src/ becomes a bundle of its own beside the entry, required only when that line runs:
// so a keystroke never pays for the TypeScript parser, and the command and the editor share one file of each.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundleForBrowser, loadedWith } from './browser/bundle.mjs';
import { Advice, isMain, projectRoot, reportAndExit } from './process.mjs';
import { raw } from './raw.mjs';
import { wasm } from './wasm.mjs';

/** A library larger than this, in bytes of the bundle, may only be reached through a dynamic import, and from one bundle. */
const HEAVY = 300_000;

const NODE_ENTRIES = [
  { name: 'extension', source: 'src/editor/extension.ts', required: true },
  { name: 'cli', source: 'src/cli/main.ts', required: true, command: true },
  { name: 'secretlint-rule', source: 'src/secretlint-rule/index.ts', required: false },
];

/**
 * Builds everything and replaces `outdir` with the result.
 * @returns {Promise<{ file: string, bytes: number, lazy: boolean, libraries: string[], grammars: string[] }[]>} the bundles;
 *   `libraries` are the folders of the packages that went into each, `grammars` the WebAssembly files.
 */
export async function build({ root = projectRoot, outdir = path.join(root, 'dist'), dev = false } = {}) {
  const entries = nodeEntries(root);
  const bundles = [];
  const known = new Map(entries.map(({ name, source }) => [path.join(root, source), name]));
  // The list grows while it is walked: each bundle may name further chunks.
  for (const entry of entries) {
    const chunk = lazyImports(root, known, (found) => entries.push(found));
    bundles.push(await bundle(root, entry, { ...nodeOptions(root, dev), plugins: [wasm, raw, chunk] }));
  }
  for (const source of webviewSources(root)) {
    const name = `webview/${path.basename(source, '.ts')}`;
    bundles.push(await bundle(root, { name, source }, webviewOptions(root, dev)));
  }
  refuseHeavy(bundles);
  write(outdir, bundles);
  return bundles.map(({ file, files, lazy, weights }) => ({
    file,
    bytes: files.reduce((sum, { contents }) => sum + contents.length, 0),
    lazy,
    libraries: [...new Set([...weights.keys()].map(libraryOf))].sort(),
    grammars: [...weights.keys()].filter((input) => input.endsWith('.wasm')).sort(),
  }));
}

function nodeEntries(root) {
  const missing = NODE_ENTRIES.filter(({ source, required }) => required && !existsSync(path.join(root, source)));
  if (missing.length > 0) {
    throw new Advice(
      `cannot build, missing: ${missing.map(({ name, source }) => `${source} (dist/${name}.js)`).join(', ')}`,
    );
  }
  return NODE_ENTRIES.filter(({ source }) => existsSync(path.join(root, source)));
}

function webviewSources(root) {
  const folder = path.join(root, 'src/editor/webview');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => `src/editor/webview/${name}`);
}

const commonOptions = (root, dev) => ({
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  minify: !dev,
  sourcemap: dev ? 'inline' : false,
  legalComments: 'none',
  logLevel: 'silent',
});

const nodeOptions = (root, dev) => ({
  ...commonOptions(root, dev),
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Packages that ship both: the ES modules shake better, and jsonc-parser's UMD build cannot be bundled at all.
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // `import()` in CommonJS output becomes a `require`: the same loader for the extension host and for plain Node.
  supported: { 'dynamic-import': false },
  // @secretlint/profiler keeps every mark for as long as the process lives.
  alias: { '@secretlint/profiler': path.join(projectRoot, 'scripts/no-op-profiler.mjs') },
});

const webviewOptions = (root, dev) => ({
  ...commonOptions(root, dev),
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
});

/** Turns `import('./file')` inside src/ into a `require` of a bundle beside this one, and asks for that bundle. */
function lazyImports(root, known, ask) {
  const inside = path.join(root, 'src') + path.sep;
  return {
    name: 'lazy-imports',
    setup(esbuildRun) {
      esbuildRun.onResolve({ filter: /./ }, async ({ path: specifier, kind, importer, resolveDir }) => {
        if (kind !== 'dynamic-import' || !importer.startsWith(inside)) return undefined;
        const found = await esbuildRun.resolve(specifier, { kind: 'import-statement', importer, resolveDir });
        if (found.errors.length > 0 || found.external) return found;
        if (!known.has(found.path)) {
          const name = chunkName(root, found.path);
          if ([...known.values()].includes(name))
            throw new Advice(`two sources want to be dist/${name}.js: ${found.path}`);
          known.set(found.path, name);
          ask({ name, source: path.relative(root, found.path), lazy: true });
        }
        return { path: `./${known.get(found.path)}.js`, external: true };
      });
    },
  };
}

/** `src/languages/typescript/parse.ts` -> `languages-typescript-parse`; a package's entry file -> `library-<package>`. */
function chunkName(root, file) {
  const relative = path.relative(root, file).split(path.sep).join('/');
  const library = libraryOf(relative);
  if (library) return `library-${path.posix.basename(library)}`;
  return relative
    .replace(/^src\//, '')
    .replace(/(\/index)?\.\w+$/, '')
    .replaceAll('/', '-');
}

async function bundle(root, { name, source, command = false, lazy = false }, options) {
  // A file that already begins with a shebang keeps its own.
  const shebang = command && !readFileSync(path.join(root, source), 'utf8').startsWith('#!');
  const result = await esbuild.build({
    ...options,
    entryPoints: { [name]: source },
    outdir: 'dist',
    ...(shebang ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  });
  if (result.warnings.length > 0) {
    const texts = await esbuild.formatMessages(result.warnings, { kind: 'warning', color: process.stdout.isTTY });
    process.stderr.write(texts.join(''));
    // The bundle would read `undefined` where the source reads its own address.
    if (result.warnings.some(({ id }) => id === 'empty-import-meta'))
      throw new Advice(`${source} reaches import.meta, which CommonJS lacks`);
  }
  const files = result.outputFiles.map((file) => ({
    name: path.relative(path.join(root, 'dist'), file.path),
    contents: file.contents,
    mode: command ? 0o755 : 0o644,
  }));
  return { file: `${name}.js`, files, lazy, weights: weightsOf(result.metafile) };
}

/** Bytes of each library in a bundle. */
function weightsOf(metafile) {
  const weights = new Map();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      // Grammars are many in one package: each weighs by itself.
      const library = input.endsWith('.wasm') ? input : libraryOf(input);
      if (library) weights.set(library, (weights.get(library) ?? 0) + bytesInOutput);
    }
  }
  return weights;
}

/** The folder of the package a file belongs to, from the project's root: `node_modules/@scope/name`. */
function libraryOf(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function refuseHeavy(bundles) {
  const homes = new Map();
  for (const { file, lazy, weights } of bundles) {
    for (const [library, bytes] of weights) {
      if (bytes < HEAVY) continue;
      if (!lazy && !file.startsWith('webview/')) {
        throw new Advice(
          `dist/${file} carries ${library} (${bytes} bytes) from the start: reach it through a dynamic import`,
        );
      }
      const other = homes.get(library);
      if (other)
        throw new Advice(
          `${library} (${bytes} bytes) stands in dist/${other} and in dist/${file}: let one file import it`,
        );
      homes.set(library, file);
    }
  }
}

/** Files that stay are overwritten in place, so that a VS Code that runs on `outdir` never finds one missing. */
function write(outdir, bundles) {
  const files = bundles.flatMap((one) => one.files);
  mkdirSync(outdir, { recursive: true });
  const wanted = new Set(files.map(({ name }) => name));
  for (const old of readdirSync(outdir, { recursive: true })) {
    const file = path.join(outdir, old);
    if (statSync(file).isFile() && !wanted.has(old)) rmSync(file);
  }
  for (const { name, contents, mode } of files) {
    const file = path.join(outdir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents, { mode });
  }
}

/** The bundles for a browser, checked: what is heavy waits until somebody needs it. */
async function buildForBrowser({ root, outdir, dev }) {
  const files = await bundleForBrowser({ root, dev });
  const entries = files.filter(({ entry }) => entry !== null);
  for (const { entry, name } of entries) {
    const heavy = loadedWith(files, name)
      .flatMap(({ inputs }) => inputs)
      .find((input) => /node_modules\/(typescript|web-tree-sitter|@secretlint)\//.test(input));
    if (heavy) throw new Advice(`${entry} loads ${heavy} from the start: reach it through a dynamic import`);
  }
  if (outdir)
    write(
      outdir,
      files.map(({ name, contents }) => ({ name, contents, mode: 0o644 })),
    );
  const sizeOf = (list) => list.reduce((sum, { contents }) => sum + contents.length, 0);
  for (const { entry, name } of entries) tell(sizeOf(loadedWith(files, name)), `with ${entry}`);
  for (const file of files.filter((one) => one.contents.length > 50_000)) tell(file.contents.length, file.name);
}

const tell = (bytes, what) => console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB  ${what}`);

if (isMain(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      dev: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      outdir: { type: 'string' },
      root: { type: 'string' },
    },
  });
  const { dev } = values;
  const root = path.resolve(values.root ?? projectRoot);
  const outdir = values.outdir === undefined ? undefined : path.resolve(values.outdir);
  const toDist = async () => {
    const to = outdir ?? path.join(root, 'dist');
    for (const { file, bytes, lazy } of await build({ root, outdir: to, dev }))
      tell(bytes, `${path.relative(process.cwd(), path.join(to, file))}${lazy ? '  (on demand)' : ''}`);
  };
  await (values.browser ? buildForBrowser({ root, outdir, dev }) : toDist()).catch(reportAndExit);
}
