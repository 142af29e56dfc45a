// Runs code before and after its migration against the storage emulator: the same data, without the key.
// The identity is a local stand-in for the endpoint that App Service offers to code; nothing in the code knows of it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect, createServer as createSocketServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { applyEdits } from '../../src/core/edit';
import { createEngine, createTools } from '../../src/engine/engine';
import { memoryFiles } from '../support/memory-files';
import { programs } from './azurite-programs';

const sdk = path.resolve(import.meta.dirname, '../../.sdk-test');
const account = 'contoso';

interface Generated {
  readonly private: string;
  readonly cert: string;
}
type Generate = (attributes: object[], options: object) => Promise<Generated>;

/** A certificate for 127.0.0.1: with a token, the SDKs speak HTTPS only. */
async function certificate(folder: string): Promise<{ cert: string; key: string }> {
  const { generate } = createRequire(path.join(sdk, 'package.json'))('selfsigned') as { generate: Generate };
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const [cert, key] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.private);
  return { cert, key };
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token as the emulator's basic check wants it: issuer, audience and times, and nobody's signature. */
function token(audience: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { aud: audience, iss: 'https://sts.windows.net/fake/', iat: now - 60, nbf: now - 60, exp: now + 3600 };
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.${randomBytes(32).toString('base64url')}`;
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listens(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      }).on('error', () => resolve(false));
    });
    if (open) return;
    await pause(100);
  }
  throw new Error(`the emulator does not listen on port ${String(port)}`);
}

/** Runs a program of its own and returns what it printed as JSON. */
function run(file: string, env: Record<string, string>, args: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: sdk,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [printed, complaint] = ['', ''];
    child.stdout.on('data', (data) => (printed += String(data)));
    child.stderr.on('data', (data) => (complaint += String(data)));
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(printed));
      else reject(new Error(complaint));
    });
  });
}

/** Checks the programs against a running emulator. Resolves to the number that failed. */
export async function checkAgainstAzurite(): Promise<number> {
  const folder = mkdtempSync(path.join(sdk, 'azurite-'));
  const children: ChildProcess[] = [];
  const identity = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        access_token: token(searchParams.get('resource') ?? ''),
        expires_on: String(Math.floor(Date.now() / 1000) + 3600),
        resource: searchParams.get('resource'),
        token_type: 'Bearer',
      }),
    );
  });
  let failed = 0;
  try {
    const { cert, key } = await certificate(folder);
    const accountKey = randomBytes(64).toString('base64');
    const [blob, queue, table] = [await freePort(), await freePort(), await freePort()];
    await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
    const emulator = spawn(
      process.execPath,
      [
        path.join(sdk, 'node_modules/azurite/dist/src/azurite.js'),
        ...[
          '--oauth',
          'basic',
          '--cert',
          cert,
          '--key',
          key,
          '--disableTelemetry',
          '--silent',
          '--skipApiVersionCheck',
        ],
        ...[
          '--location',
          folder,
          '--blobPort',
          String(blob),
          '--queuePort',
          String(queue),
          '--tablePort',
          String(table),
        ],
      ],
      { env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${accountKey}` }, stdio: 'ignore' },
    );
    children.push(emulator);
    for (const port of [blob, queue, table]) await listens(port);

    const at = (port: number) => `https://127.0.0.1:${String(port)}/${account}`;
    const connection = [
      'DefaultEndpointsProtocol=https',
      `AccountName=${account}`,
      `AccountKey=${accountKey}`,
      `BlobEndpoint=${at(blob)}`,
      `QueueEndpoint=${at(queue)}`,
      `TableEndpoint=${at(table)}`,
    ].join(';');
    // The migration is made for an account in Azure: a setting of the emulator keeps its key. The run leads to the emulator.
    const inAzure = `DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${accountKey};EndpointSuffix=core.windows.net`;
    const local = (address: string): string =>
      [['blob', blob] as const, ['queue', queue] as const, ['table', table] as const].reduce(
        (now, [kind, port]) => now.replace(`https://${account}.${kind}.core.windows.net`, at(port)),
        address,
      );
    const tools = createTools();
    for (const { service, setting, text } of programs) {
      const document = { path: 'program.ts', text };
      const engine = createEngine({
        files: memoryFiles({ '.env': `${setting}=${inAzure}\n`, 'package.json': '{}' }),
        tools,
      });
      const plan = await engine.plan(document, 'all', 'identity');
      if (plan.kind === 'refusal') throw new Error(`${service} was refused: ${plan.id}`);
      const edited = (name: string, old: string) =>
        applyEdits(old, plan.files.find((file) => file.path === name)?.edits ?? []);
      // The settings of the run are those that the migration wrote.
      const settings = Object.fromEntries(
        edited('.env', `${setting}=${inAzure}\n`)
          .split('\n')
          .filter((line) => line.includes('='))
          .map((line) => [line.slice(0, line.indexOf('=')), local(line.slice(line.indexOf('=') + 1))]),
      );
      const bundle = async (side: string, contents: string): Promise<string> => {
        const outfile = path.join(folder, `${service}-${side}.mjs`);
        await build({
          stdin: { contents, loader: 'ts', resolveDir: sdk },
          outfile,
          bundle: true,
          packages: 'external',
          platform: 'node',
          format: 'esm',
          logLevel: 'error',
        });
        return outfile;
      };
      const trusted = { NODE_EXTRA_CA_CERTS: cert };
      try {
        const before = await run(await bundle('before', text), { ...trusted, [setting]: connection }, ['first']);
        const { port } = identity.address() as AddressInfo;
        const environment = {
          ...trusted,
          ...settings,
          IDENTITY_ENDPOINT: `http://127.0.0.1:${String(port)}/msi/token`,
          IDENTITY_HEADER: 'local',
        };
        if (Object.values(settings).some((value) => value.includes(accountKey)))
          throw new Error('the key is still there');
        const after = await run(await bundle('after', edited('program.ts', text)), environment, ['second']);
        const [old, present] = [before, after].map((items) => JSON.stringify(items));
        const wanted = JSON.stringify(['first', 'second']);
        if (old !== JSON.stringify(['first']) || present !== wanted)
          throw new Error(`read ${String(old)} before and ${String(present)} after`);
        console.log(`${service.padEnd(24)} ran before and after: the same data, and more written with the identity`);
      } catch (error) {
        failed++;
        console.log(
          `${service.padEnd(24)} ${(error instanceof Error ? error.message : String(error)).replaceAll(accountKey, '[redacted]')}`,
        );
      }
    }
  } finally {
    await Promise.all(
      children.map((child) => {
        const ended = new Promise((resolve) => child.once('close', resolve));
        child.kill();
        return ended;
      }),
    );
    identity.close();
    identity.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
  return failed;
}
