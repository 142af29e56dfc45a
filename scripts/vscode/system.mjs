// Programs that npm cannot bring: found on the machine, installed where we may, or asked for by name.
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { Advice, run } from '../process.mjs';

/** The file after a command's name, as the shell would find it; undefined where there is none. */
export function findCommand(name) {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => extensions.map((extension) => path.join(folder, name + extension))).find(runnable);
}

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether this is a Debian (or a child of it) on which we may install. */
export const mayInstall = () => process.getuid?.() === 0 && findCommand('apt-get') !== undefined;

/** Installs Debian packages. Nothing is asked on the way, and another apt-get is waited for. */
export async function aptInstall(packages) {
  console.log(`installing ${packages.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env, quiet: true });
  const updated = await apt('update');
  const installed = await apt('install', '-y', '--no-install-recommends', ...packages);
  if (installed.code !== 0) {
    throw new Advice(`apt-get install ${packages.join(' ')} failed:\n${updated.output}${installed.output}`);
  }
}

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  Boolean,
);

const CHROMIUM_PATHS = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: programFiles.flatMap((folder) => [
    path.join(folder, 'Google/Chrome/Application/chrome.exe'),
    path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
};

function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && !existsSync(wanted)) throw new Advice(`CHROMIUM_PATH names a file that is not there: ${wanted}`);
  const usual = CHROMIUM_PATHS[process.platform] ?? [];
  return wanted || usual.find(existsSync) || ['chromium', 'google-chrome', 'chrome'].map(findCommand).find(Boolean);
}

/**
 * The path of a browser of the Chromium family. Installs Debian's when root on a machine with apt-get.
 * @throws {Advice} that says what to install.
 */
export async function requireChromium() {
  const found = findChromium();
  if (found) return found;
  const packages = ['chromium', 'fonts-dejavu-core'];
  if (!mayInstall()) {
    throw new Advice(
      'The tests inside VS Code and in a worker need a browser of the Chromium family (Chromium, Chrome or Edge), and none was found.\n' +
        `On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}\n` +
        'Elsewhere: install one of them, or set CHROMIUM_PATH to its executable.',
    );
  }
  await aptInstall(packages);
  const installed = findChromium();
  if (!installed) throw new Advice('apt-get installed chromium, but it cannot be found; set CHROMIUM_PATH');
  return installed;
}

/** The path of ripgrep, which VS Code 1.100 takes from the system for Quick Open and search. */
export async function requireRipgrep() {
  const found = findCommand('rg');
  if (found) return found;
  if (!mayInstall())
    throw new Advice('VS Code 1.100 needs ripgrep (rg) for Quick Open and search: install the package ripgrep');
  await aptInstall(['ripgrep']);
  const installed = findCommand('rg');
  if (!installed) throw new Advice('apt-get installed ripgrep, but rg cannot be found on the PATH');
  return installed;
}

/** Whether native modules can be compiled here; tries to install what lacks. */
export async function haveCompiler() {
  const tools = { python3: 'python3', make: 'make', 'c++': 'g++' };
  const missing = Object.entries(tools)
    .filter(([command]) => !findCommand(command))
    .map(([, debian]) => debian);
  if (missing.length === 0) return true;
  if (!mayInstall()) return false;
  await aptInstall(missing);
  return true;
}
