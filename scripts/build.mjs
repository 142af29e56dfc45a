#!/usr/bin/env node
// Bundles src/ into dist/.   node scripts/build.mjs [--dev] [--outdir DIR] [--root DIR]
//   --browser: bundles the engine and the session for a browser instead, as a check that nothing of Node is left; written
//   only where --outdir says. scripts/browser/bundle.mjs says how.
//
// What the editor and the command share is one file, and every dynamic `import()` in src/ is a file of its own that is
// required only when that line runs: a keystroke never pays for the TypeScript parser. esbuild splits ES modules only, so
// each file is turned into CommonJS afterwards, which the extension host and plain Node load alike.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundleForBrowser, loadedWith } from './browser/bundle.mjs';
import { Advice, isMain, projectRoot, reportAndExit } from './process.mjs';
import { raw } from './raw.mjs';
import { wasm } from './wasm.mjs';

/** A library larger than this, in bytes of the bundle, may only be reached through a dynamic import. */
const HEAVY = 300_000;

const NODE_ENTRIES = [
  { name: 'extension', source: 'src/editor/extension.ts', required: true },
  { name: 'cli', source: 'src/cli/main.ts', required: true, command: true },
  { name: 'secretlint-rule', source: 'src/secretlint-rule/index.ts', required: false },
];

/**
 * Builds everything and replaces `outdir` with the result.
 * @returns {Promise<{ file: string, bytes: number, lazy: boolean, libraries: string[], grammars: string[] }[]>} the bundles;
 *   `lazy`: no entry loads it at once; `libraries` are the folders of the packages that went into each, `grammars` the
 *   WebAssembly files.
 */
export async function build({ root = projectRoot, outdir = path.join(root, 'dist'), dev = false } = {}) {
  const bundles = await bundleForNode(root, dev);
  refuseHeavy(bundles);
  for (const source of webviewSources(root)) bundles.push(await bundleForWebview(root, source, dev));
  write(outdir, bundles);
  const atOnce = new Set(bundles.filter(({ entry }) => entry).flatMap(({ name }) => loadedWith(bundles, name)));
  return bundles.map(({ name, contents, weights }) => ({
    file: name,
    bytes: contents.length,
    lazy: ![...atOnce].some((one) => one.name === name),
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
  format: 'esm',
  splitting: true,
  outdir: 'dist',
  // Packages that ship both: the ES modules shake better, and jsonc-parser's UMD build cannot be bundled at all.
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // @secretlint/profiler keeps every mark for as long as the process lives.
  alias: { '@secretlint/profiler': path.join(projectRoot, 'scripts/no-op-profiler.mjs') },
  plugins: [wasm, raw],
});

const webviewOptions = (root, dev) => ({
  ...commonOptions(root, dev),
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
});

/** The entries, what they load on demand and what several of these share, in CommonJS. */
async function bundleForNode(root, dev) {
  const entries = nodeEntries(root);
  const result = await esbuild.build({
    ...nodeOptions(root, dev),
    entryPoints: Object.fromEntries(entries.map(({ name, source }) => [name, source])),
  });
  await report(result);
  const entryOf = (source) => entries.find((one) => one.source === source);
  const names = namesOf(root, result.metafile, entryOf);
  return Promise.all(
    result.outputFiles.map(async ({ path: file, text }) => {
      const output = result.metafile.outputs[path.relative(root, file)];
      const entry = entryOf(output.entryPoint);
      const code = await toCommonJs(renamed(text, names), dev);
      // A file that already begins with a shebang keeps its own.
      const shebang = entry?.command && !code.startsWith('#!') ? '#!/usr/bin/env node\n' : '';
      return {
        name: names.get(path.basename(file)),
        contents: Buffer.from(shebang + code),
        mode: entry?.command ? 0o755 : 0o644,
        entry: entry !== undefined,
        needs: output.imports
          .filter(({ kind, external }) => kind === 'import-statement' && !external)
          .map((one) => names.get(path.basename(one.path))),
        weights: weightsOf(output),
      };
    }),
  );
}

/** esbuild's names of files, which hold a hash, and ours: of what is loaded on demand by its source, else by a number. */
function namesOf(root, { outputs }, entryOf) {
  const names = new Map();
  for (const [file, { entryPoint }] of Object.entries(outputs)) {
    const name =
      entryPoint === undefined
        ? `shared-${[...names.values()].filter((one) => one.startsWith('shared-')).length + 1}`
        : (entryOf(entryPoint)?.name ?? chunkName(entryPoint));
    if ([...names.values()].includes(`${name}.js`))
      throw new Advice(`two sources want to be dist/${name}.js: ${entryPoint}`);
    names.set(path.basename(file), `${name}.js`);
  }
  return names;
}

const renamed = (text, names) =>
  text.replace(/(["'])\.\/([\w.-]+\.js)\1/g, (whole, quote, file) =>
    names.has(file) ? `${quote}./${names.get(file)}${quote}` : whole,
  );

async function toCommonJs(text, dev) {
  const { code, warnings } = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: !dev,
    legalComments: 'none',
    // `import()` in CommonJS output becomes a `require`: the same loader for the extension host and for plain Node.
    supported: { 'dynamic-import': false },
  });
  // The bundle would read `undefined` where the source reads its own address.
  if (warnings.some(({ id }) => id === 'empty-import-meta'))
    throw new Advice('src/ reaches import.meta, which CommonJS lacks');
  return code;
}

/** `src/languages/typescript/parse.ts` -> `languages-typescript-parse`; a package's entry file -> `library-<package>`. */
function chunkName(source) {
  const library = libraryOf(source);
  if (library) return `library-${path.posix.basename(library)}`;
  return source
    .replace(/^src\//, '')
    .replace(/(\/index)?\.\w+$/, '')
    .replaceAll('/', '-');
}

async function bundleForWebview(root, source, dev) {
  const name = `webview/${path.basename(source, '.ts')}`;
  const result = await esbuild.build({
    ...webviewOptions(root, dev),
    entryPoints: { [name]: source },
    outdir: 'dist',
  });
  await report(result);
  const [{ contents }] = result.outputFiles;
  const [output] = Object.values(result.metafile.outputs);
  return { name: `${name}.js`, contents, mode: 0o644, entry: true, needs: [], weights: weightsOf(output) };
}

async function report({ warnings }) {
  if (warnings.length === 0) return;
  const texts = await esbuild.formatMessages(warnings, { kind: 'warning', color: process.stdout.isTTY });
  process.stderr.write(texts.join(''));
}

/** Bytes of each library in a bundle. */
function weightsOf({ inputs }) {
  const weights = new Map();
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    // Grammars are many in one package: each weighs by itself.
    const library = input.endsWith('.wasm') ? input : libraryOf(input);
    if (library) weights.set(library, (weights.get(library) ?? 0) + bytesInOutput);
  }
  return weights;
}

/** The folder of the package a file belongs to, from the project's root: `node_modules/@scope/name`. */
function libraryOf(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function refuseHeavy(bundles) {
  for (const { name } of bundles.filter(({ entry }) => entry)) {
    for (const { weights } of loadedWith(bundles, name)) {
      const heavy = [...weights].find(([, bytes]) => bytes >= HEAVY);
      if (heavy)
        throw new Advice(
          `dist/${name} loads ${heavy[0]} (${heavy[1]} bytes) at once: reach it through a dynamic import`,
        );
    }
  }
}

/** Files that stay are overwritten in place, so that a VS Code that runs on `outdir` never finds one missing. */
function write(outdir, files) {
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
