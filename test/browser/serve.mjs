// A page server for one test run: loopback only, files from memory, and a record of what was asked for.
import { createServer } from 'node:http';

const TYPES = { html: 'text/html', js: 'text/javascript', gz: 'application/octet-stream' };

/** No code but ours, no evaluation of text; WebAssembly may be compiled. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src data:";

/**
 * @param {Map<string, Uint8Array | string>} files by name
 * @returns {Promise<{ address: string, asked: Set<string>, missing: Set<string>, stop: () => Promise<void> }>}
 */
export async function serve(files) {
  const asked = new Set();
  const missing = new Set();
  const server = createServer(({ url = '/', method }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1) || 'index.html';
    const contents = method === 'GET' ? files.get(name) : undefined;
    (contents === undefined ? missing : asked).add(name);
    if (contents === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(contents);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked,
    missing,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
