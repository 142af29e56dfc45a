// Starts and stops a real VS Code server on a loopback address. Everything it writes goes into a throw-away folder.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../process.mjs';

/** A quiet VS Code: no welcome, no tips, no requests to anywhere. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'npm.autoDetect': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Starts the server and waits until it listens.
 * @param {Awaited<ReturnType<import('./setup.mjs')['setUpVSCode']>>} vscode
 * @param {object} [options]
 * @param {string} [options.folder] the folder to open; without it an empty throw-away one.
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones.
 * @param {string[]} [options.vsix] packages to install first.
 * @param {NodeJS.ProcessEnv} [options.env] for the server, and so for the extension host.
 * @param {boolean} [options.verbose] shows the server's log.
 */
export async function startServer(vscode, { folder, settings = {}, vsix = [], env = {}, verbose = false } = {}) {
  const own = mkdtempSync(path.join(os.tmpdir(), 'secretless-vscode-'));
  let workspace = folder;
  const data = path.join(own, 'data');
  const temporary = path.join(own, 't');
  const settingsFile = path.join(data, 'data/User/settings.json');
  for (const made of [path.dirname(settingsFile), path.join(own, 'extensions'), temporary])
    mkdirSync(made, { recursive: true });
  if (!workspace) {
    workspace = path.join(own, 'workspace');
    mkdirSync(workspace);
  }
  writeFileSync(settingsFile, JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  const serverEnv = {
    ...withoutVSCode(process.env),
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    XDG_RUNTIME_DIR: temporary,
    TMPDIR: temporary,
    ...env,
  };
  const folders = ['--server-data-dir', data, '--extensions-dir', path.join(own, 'extensions')];
  const removeOwn = () => rmSync(own, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  for (const file of vsix) {
    const args = [
      vscode.server,
      ...folders,
      '--accept-server-license-terms',
      '--install-extension',
      path.resolve(file),
    ];
    const { code, output } = await run(vscode.node, args, { env: serverEnv, quiet: true });
    if (code !== 0 || !output.includes('successfully installed')) {
      removeOwn();
      throw new Error(`installing ${file} failed (${code}):\n${output}`);
    }
  }

  const flags = [
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--telemetry-level',
    'off',
  ];
  // A built workbench takes `extensionDevelopmentPath` from the address only with the smoke test driver on.
  const args = [
    vscode.server,
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    ...flags,
    '--enable-smoke-test-driver',
    ...folders,
  ];
  // A process group of its own, so that stopping it takes extension hosts and watchers along.
  const server = spawn(vscode.node, args, {
    env: serverEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const gone = new Promise((resolve) => server.once('exit', (code, signal) => resolve(code ?? signal)));
  const kill = () => {
    try {
      if (process.platform === 'win32') server.kill();
      else process.kill(-server.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const atExit = () => {
    kill();
    removeOwn();
  };
  process.once('exit', atExit);
  const stop = async () => {
    kill();
    await gone;
    // Members of the group may still be writing.
    await sleep(50);
    removeOwn();
    process.off('exit', atExit);
  };
  try {
    const port = await listening(server, gone, verbose);
    const authority = `127.0.0.1:${port}`;
    return {
      version: vscode.version,
      workspace,
      gone,
      stop,
      /** The user's settings. A workbench that is open does not notice a change of this file before it is reloaded. */
      settingsFile,
      /** The address of the workbench; `payload` holds what a desktop VS Code takes as flags. */
      url: (payload = []) =>
        `http://${authority}/?folder=${encodeURIComponent(workspace)}` +
        (payload.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''),
      /** How the workbench names a file of this machine. */
      remote: (file) => `vscode-remote://${authority}${path.resolve(file)}`,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nothing of a surrounding VS Code may leak in; the extension host inherits what is left. */
function withoutVSCode(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name) && name !== 'NODE_OPTIONS'),
  );
}

function listening(server, gone, verbose) {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (data) => {
      log += data;
      if (verbose) process.stderr.write(data);
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port) resolve(Number(port));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    void gone.then((how) => reject(new Error(`VS Code's server ended (${how}) before it listened:\n${log}`)));
    setTimeout(() => reject(new Error(`VS Code's server does not listen after 60 s:\n${log}`)), 60_000).unref();
  });
}

/** Calls `stop` on Ctrl+C and its like, then ends the process with `code`. */
export function stopOnSignals(stop, code = 130) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void Promise.resolve(stop()).finally(() => process.exit(code)));
  }
}
