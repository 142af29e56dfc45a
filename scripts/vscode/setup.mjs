#!/usr/bin/env node
// Puts a real VS Code (server, extension host, web workbench) into .vscode-test/, from the npm registry only.
//   node scripts/vscode/setup.mjs [--vscode newest|oldest]
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Advice, isMain, projectRoot, reportAndExit, run } from '../process.mjs';
import { haveCompiler, requireRipgrep } from './system.mjs';
import { releasesFor } from './versions.mjs';

/** Raised when the way a VS Code is set up changes: older folders are then made anew. */
const RECIPE = 1;

/**
 * Sets up one release, or finds it ready.
 * @param {import('./versions.mjs').Release} release
 * @returns {Promise<{ version: string, server: string, node: string }>} its version, the absolute paths of its server's
 *   script and of the Node to run it with.
 */
export async function setUpVSCode(release) {
  const folder = path.join(
    projectRoot,
    '.vscode-test',
    `vscode-${release.vscode}-${process.platform}-${process.arch}-r${RECIPE}`,
  );
  const ready = readReady(folder);
  if (ready) return ready;
  // Made under another name and moved when complete: two runs, or one that was stopped, never meet a half-made VS Code.
  const draft = `${folder}-${process.pid}`;
  removeAbandoned(folder);
  const remove = () => removeTree(draft);
  process.once('exit', remove);
  try {
    const started = Date.now();
    console.log(
      `setting up VS Code ${release.vscode} in ${path.relative(process.cwd(), folder)} (once; needs the npm registry)`,
    );
    await install(release, draft);
    if (!readReady(folder)) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
    }
    console.log(`VS Code ${release.vscode} is ready (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  } finally {
    remove();
    process.off('exit', remove);
  }
  const made = readReady(folder);
  if (!made) throw new Error(`VS Code was set up in ${folder}, but is not there`);
  return made;
}

/** Drafts of runs that were stopped while npm was still writing. */
function removeAbandoned(folder) {
  const parent = path.dirname(folder);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(`${path.basename(folder)}-`)
      ? Number(name.slice(path.basename(folder).length + 1))
      : NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) removeTree(path.join(parent, name));
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** As far as it goes: npm may still be writing into it when the process is stopped. The next set-up removes the rest. */
function removeTree(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EBUSY') throw error;
  }
}

function readReady(folder) {
  const file = path.join(folder, 'ready.json');
  if (!existsSync(file)) return undefined;
  const { version, server, node } = JSON.parse(readFileSync(file, 'utf8'));
  const nodePath = node === null ? process.execPath : path.join(folder, node);
  // Ours may have been replaced by another major version since.
  if (node === null && !isNodeFor(version)) return undefined;
  return { version, server: path.join(folder, server), node: nodePath };
}

const isNodeFor = (version) =>
  releasesFor(undefined).some(
    (release) => release.vscode === version && sameMajor(release.node, process.versions.node),
  );

const sameMajor = (one, other) => one.split('.')[0] === other.split('.')[0];

async function install(release, folder) {
  makePackage(folder, 'vscode-under-test');
  // Without its postinstall: that refuses root, builds kerberos, and in older releases fetches ripgrep from elsewhere.
  await npm(folder, 'install', '--ignore-scripts', `code-server@${release.codeServer}`);
  const server = path.join(folder, 'node_modules/code-server/lib/vscode');
  // The server's own dependencies, as its shrinkwrap pins them (`npm ci` calls that shrinkwrap out of sync).
  await npm(server, 'install', '--omit=dev', '--ignore-scripts');
  await npm(path.join(server, 'extensions'), 'install', '--omit=dev', '--ignore-scripts');
  const node = await installNode(release, folder);
  await buildNatives(server, node?.prefix ?? path.dirname(path.dirname(process.execPath)));
  await linkRipgrep(server);
  trim(server);
  const { version } = JSON.parse(readFileSync(path.join(server, 'package.json'), 'utf8'));
  if (version !== release.vscode)
    throw new Error(`code-server ${release.codeServer} holds VS Code ${version}, not ${release.vscode}`);
  const relative = (file) => path.relative(folder, file);
  const ready = {
    version,
    server: relative(path.join(server, 'out/server-main.js')),
    node: node ? relative(node.executable) : null,
  };
  writeFileSync(path.join(folder, 'ready.json'), JSON.stringify(ready, null, 2));
}

/** A folder that npm takes for a project of its own, so that it looks at nothing above. */
function makePackage(folder, name) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', private: true }));
}

async function npm(cwd, ...args) {
  const { code, output } = await run('npm', args, { cwd, quiet: true, env: cleanEnv() });
  if (code !== 0) throw new Advice(`npm ${args.join(' ')} failed in ${cwd}:\n${output.slice(-4000)}`);
}

/** `npm run` hands its own settings down in the environment; the project's must not govern the installs here. */
function cleanEnv(extra = {}) {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(config_(local_prefix|save|dev|omit|include|ignore_scripts|prefix)|package_|lifecycle_)/i.test(name),
  );
  return { ...Object.fromEntries(own), ...extra };
}

/**
 * The Node this release is made for, where ours is of another major version or came without its headers.
 * Null where ours will do.
 */
async function installNode(release, folder) {
  const headers = path.join(path.dirname(path.dirname(process.execPath)), 'include/node/node_api.h');
  if (sameMajor(release.node, process.versions.node) && existsSync(headers)) return null;
  const system = { win32: 'win', linux: 'linux', darwin: 'darwin' }[process.platform] ?? process.platform;
  const name = `node-${system}-${process.arch}`;
  const own = path.join(folder, 'node');
  makePackage(own, 'node-for-vscode');
  try {
    await npm(own, 'install', '--ignore-scripts', `${name}@${release.node}`);
  } catch (error) {
    if (sameMajor(release.node, process.versions.node)) return null;
    throw new Advice(
      `VS Code ${release.vscode} runs on Node ${release.node.split('.')[0]}, this is ${process.version}, and the npm package ` +
        `${name}@${release.node} cannot be installed. Run this with Node ${release.node.split('.')[0]}.\n${error.message}`,
    );
  }
  const prefix = path.join(own, 'node_modules', name);
  return { prefix, executable: path.join(prefix, 'bin', system === 'win' ? 'node.exe' : 'node') };
}

/** The two native modules of the server. They use N-API: headers of any Node will do. */
async function buildNatives(server, prefix) {
  const watchdog = ['@vscode/native-watchdog', 'native-watchdog'].find((name) =>
    existsSync(path.join(server, 'node_modules', name)),
  );
  if (!watchdog) throw new Error('this code-server has no native-watchdog: the recipe no longer fits');
  let problem = 'no python3, make and C++ compiler';
  if (await haveCompiler()) {
    const env = {
      JOBS: 'max',
      ...(existsSync(path.join(prefix, 'include/node/node_api.h')) ? { npm_config_nodedir: prefix } : {}),
    };
    const built = await run('npm', ['rebuild', watchdog, '@vscode/spdlog'], {
      cwd: server,
      quiet: true,
      env: cleanEnv(env),
    });
    if (built.code === 0) return;
    problem = built.output.slice(-2000);
  }
  // Without a watchdog the extension host does not start; without spdlog only the log files and output channels are empty.
  console.warn(
    `VS Code's native modules cannot be compiled here, a stand-in takes their place; output channels will be empty.\n${problem}`,
  );
  writeFileSync(path.join(server, 'node_modules', watchdog, 'index.js'), WATCHDOG);
}

/** Ends the process when the one it belongs to is gone, as the native module does. */
const WATCHDOG = `exports.start = (pid) => {
  setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 1000).unref();
};
exports.exit = (code) => process.exit(code || 0);
`;

/** Newer releases ship ripgrep; older ones fetch it on install, which we did not let them. */
async function linkRipgrep(server) {
  const home = path.join(server, 'node_modules/@vscode/ripgrep');
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  if (!existsSync(home) || existsSync(path.join(home, 'bin', name))) return;
  const ripgrep = await requireRipgrep();
  mkdirSync(path.join(home, 'bin'), { recursive: true });
  symlinkSync(ripgrep, path.join(home, 'bin', name));
}

/** Drops what nobody here uses: 250 MB of other platforms' binaries and agent runtimes. */
function trim(server) {
  const modules = path.join(server, 'node_modules');
  const platform = `${process.platform}-${process.arch}`;
  const keepOnly = (folder, name) => {
    if (!existsSync(path.join(modules, folder))) return;
    for (const entry of readdirSync(path.join(modules, folder))) {
      if (entry !== name) rmSync(path.join(modules, folder, entry), { recursive: true, force: true });
    }
  };
  keepOnly('@vscode/ripgrep-universal/bin', platform);
  keepOnly('node-pty/prebuilds', platform);
  keepOnly('@github', 'copilot-sdk');
  rmSync(path.join(modules, '@microsoft/mxc-sdk'), { recursive: true, force: true });
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { vscode: { type: 'string' } } });
  try {
    for (const release of releasesFor(values.vscode)) {
      const { version, server } = await setUpVSCode(release);
      console.log(`VS Code ${version}: ${path.relative(process.cwd(), server)}`);
    }
  } catch (error) {
    reportAndExit(error);
  }
}
