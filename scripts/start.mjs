#!/usr/bin/env node
// `npm start`: a real VS Code with the extension and a demo workspace, until Ctrl+C.
//   npm start                   in the browser, served on a loopback address
//   npm start -- --desktop      in the VS Code that is installed (its command `code`)
//   npm start -- --no-open      prints the address only
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_SETTINGS, makeDemo } from './demo.mjs';
import { packageExtension } from './package.mjs';
import { Advice, projectRoot, reportAndExit, run } from './process.mjs';
import { startServer, stopOnSignals } from './vscode/server.mjs';
import { setUpVSCode } from './vscode/setup.mjs';
import { findCommand } from './vscode/system.mjs';
import { releasesFor } from './vscode/versions.mjs';

const { values: options } = parseArgs({
  options: {
    desktop: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    vscode: { type: 'string', default: 'newest' },
  },
});
const demo = path.join(projectRoot, '.demo');
/** The file that is open at the start. */
const FIRST = 'src/upload.ts';

let running;
let stopping = false;
stopOnSignals(() => {
  stopping = true;
  return running?.stop();
}, 0);
try {
  const [release] = releasesFor(options.vscode);
  const removeDemo = () => rmSync(demo, { recursive: true, force: true });
  removeDemo();
  process.once('exit', removeDemo);
  await makeDemo(demo);
  await (options.desktop ? startDesktop() : startInBrowser(release));
} catch (error) {
  reportAndExit(error);
}

async function startInBrowser(release) {
  const vscode = await setUpVSCode(release);
  console.log('building the extension');
  const vsix = await packageExtension();
  const server = await startServer(vscode, { folder: demo, settings: DEMO_SETTINGS, vsix: [vsix] });
  running = server;
  const address = server.url([['openFile', server.remote(path.join(demo, FIRST))]]);
  console.log(`\nVS Code ${server.version} with Secretless for Azure:\n\n  ${address}\n\nCtrl+C stops it.`);
  if (options['no-open'] || !(await openInBrowser(address)))
    console.log('Open the address in a browser on this machine.');
  await server.gone;
  if (!stopping) throw new Error('VS Code ended by itself');
}

/** Opens the default browser where there is a display; false where there is none. */
async function openInBrowser(address) {
  if (process.platform === 'darwin') return (await run('open', [address], { quiet: true })).code === 0;
  if (process.platform === 'win32')
    return (await run('rundll32', ['url.dll,FileProtocolHandler', address], { quiet: true })).code === 0;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  return (await run('xdg-open', [address], { quiet: true })).code === 0;
}

async function startDesktop() {
  if (!findCommand('code')) {
    throw new Advice(
      '--desktop needs an installed VS Code whose command `code` is on the PATH ("Shell Command: Install \'code\' command").',
    );
  }
  const { build } = await import('./build.mjs');
  await build();
  const args = [
    '--new-window',
    '--wait',
    '--disable-workspace-trust',
    `--extensionDevelopmentPath=${projectRoot}`,
    demo,
    path.join(demo, FIRST),
  ];
  console.log('VS Code is open on the demo; this ends when its window is closed.');
  const { code } = await run('code', args);
  process.exit(code);
}
