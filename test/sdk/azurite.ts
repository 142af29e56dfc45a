// The storage emulator with HTTPS and tokens, for code that runs before and after its migration: the same data, without the key.
// The identity is a local stand-in for the endpoint that App Service offers to code; nothing in the code knows of it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { connect, createServer as createSocketServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const sdk = path.resolve(import.meta.dirname, '../../.sdk-test');

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
export function run(file: string, env: Record<string, string>, args: readonly string[]): Promise<unknown> {
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

/** A running emulator for some accounts, with an identity that may use them. */
export interface Stage {
  /** Inside .sdk-test/, so that its packages are found. */
  readonly folder: string;
  /** The connection string of an account in the emulator. */
  connection(account: string): string;
  /** A text in which addresses of accounts in Azure are those of the emulator. */
  local(text: string): string;
  /** The environment of code that signs in with the identity. */
  readonly identity: Readonly<Record<string, string>>;
  /** The environment of code that uses a key. */
  readonly trusted: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The endpoint that App Service offers to code, with tokens for whatever is asked. */
async function identityServer(): Promise<Server> {
  const server = createServer((request, response) => {
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

type Ports = Readonly<Record<'blob' | 'queue' | 'table', number>>;

function emulatorOn(ports: Ports, folder: string, accounts: Accounts, secure: readonly string[]): ChildProcess {
  const azurite = path.join(sdk, 'node_modules/azurite/dist/src/azurite.js');
  const quiet = ['--disableTelemetry', '--silent', '--skipApiVersionCheck', '--location', folder];
  const at = Object.entries(ports).flatMap(([kind, port]) => [`--${kind}Port`, String(port)]);
  const names = Object.entries(accounts).map(([account, key]) => `${account}:${key}`);
  return spawn(process.execPath, [azurite, '--oauth', 'basic', ...secure, ...quiet, ...at], {
    env: { ...process.env, AZURITE_ACCOUNTS: names.join(';') },
    stdio: 'ignore',
  });
}

/** Accounts by name, with their keys. */
export type Accounts = Readonly<Record<string, string>>;

export async function startAzurite(accounts: Accounts): Promise<Stage> {
  const folder = mkdtempSync(path.join(sdk, 'azurite-'));
  const { cert, key } = await certificate(folder);
  const ports = { blob: await freePort(), queue: await freePort(), table: await freePort() };
  const server = await identityServer();
  const emulator = emulatorOn(ports, folder, accounts, ['--cert', cert, '--key', key]);
  const close = async (): Promise<void> => {
    const ended = new Promise((resolve) => emulator.once('close', resolve));
    emulator.kill();
    await ended;
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const port of Object.values(ports)) await listens(port);
  } catch (error) {
    await close();
    throw error;
  }
  const at = (kind: keyof Ports, account: string) => `https://127.0.0.1:${String(ports[kind])}/${account}`;
  const trusted = { NODE_EXTRA_CA_CERTS: cert };
  const { port } = server.address() as AddressInfo;
  return {
    folder,
    connection: (account) =>
      [
        'DefaultEndpointsProtocol=https',
        `AccountName=${account}`,
        `AccountKey=${accounts[account] ?? ''}`,
        `BlobEndpoint=${at('blob', account)}`,
        `QueueEndpoint=${at('queue', account)}`,
        `TableEndpoint=${at('table', account)}`,
      ].join(';'),
    local: (text) =>
      text.replace(
        /https:\/\/(\w+)\.(blob|queue|table)\.core\.windows\.net/g,
        (_, account: string, kind: keyof Ports) => at(kind, account),
      ),
    trusted,
    identity: {
      ...trusted,
      IDENTITY_ENDPOINT: `http://127.0.0.1:${String(port)}/msi/token`,
      IDENTITY_HEADER: 'local',
    },
    close,
  };
}
