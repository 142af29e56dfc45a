// A real VS Code in a headless browser: the server and one page, started and stopped together.
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';
import { setUpVSCode } from './setup.mjs';
import { requireChromium } from './system.mjs';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No outside host has an address: what works here works offline.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A headless browser that reaches this machine only. */
export const launchChromium = async () => (await chromiumLauncher())();

async function chromiumLauncher() {
  const executablePath = await requireChromium();
  return (options = {}) => chromium.launch({ executablePath, headless: true, args: CHROMIUM_FLAGS, ...options });
}

/**
 * @param {import('./versions.mjs').Release} release
 * @param {Parameters<typeof startServer>[1] & { viewport?: { width: number, height: number } }} [options]
 * @returns what `startServer` returns, and the `page`, which has not gone anywhere yet. `stop` ends both.
 */
export async function startWeb(release, { viewport = { width: 1280, height: 800 }, ...options } = {}) {
  // First: without a browser no server is needed.
  const launch = await chromiumLauncher();
  const server = await startServer(await setUpVSCode(release), options);
  let browser;
  const stop = async () => {
    await browser?.close().catch(() => undefined);
    await server.stop();
  };
  try {
    // The signals are ours to handle: Playwright would end the browser only.
    browser = await launch({ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
    const context = await browser.newContext({ viewport });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(server.url()).origin });
    return { ...server, page: await context.newPage(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
