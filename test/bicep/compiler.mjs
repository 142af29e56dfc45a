// The real Bicep compiler, from NuGet: one process compiles all files (JSON-RPC over standard input and output).
import { spawn } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Advice, projectRoot, run } from '../../scripts/process.mjs';

const [PACKAGE, VERSION] = ['Azure.Bicep.CommandLine.linux-x64', '0.49.2'];
/** Git-ignored. */
const folder = path.join(projectRoot, '.sdk-test/bicep');

/** Restores the compiler with the .NET SDK, once, from the sources of this machine. */
async function restored() {
  const project = path.join(folder, 'compiler.proj.csproj');
  const packages = path.join(folder, 'packages');
  await mkdir(folder, { recursive: true });
  await writeFile(
    project,
    `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup>` +
      `<ItemGroup><PackageDownload Include="${PACKAGE}" Version="[${VERSION}]" /></ItemGroup></Project>\n`,
  );
  const { code, output } = await run('dotnet', ['restore', project, '--packages', packages], {
    cwd: folder,
    quiet: true,
    minutes: 10,
  });
  if (code !== 0) throw new Advice(`The Bicep compiler could not be restored, so nothing was compiled:\n${output}`);
  const program = path.join(packages, PACKAGE.toLowerCase(), VERSION, 'tools/bicep');
  await chmod(program, 0o755);
  return program;
}

/** The messages of a stream, each with its length before it. */
function reader(onMessage) {
  let rest = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, head).toString())?.[1]);
      if (rest.length < head + 4 + length) return;
      onMessage(JSON.parse(rest.subarray(head + 4, head + 4 + length).toString()));
      rest = rest.subarray(head + 4 + length);
    }
  };
}

/**
 * Starts the compiler.
 * @returns {Promise<{ compile: (file: string) => Promise<{ level: string, code: string, message: string, line: number }[]>, stop: () => void }>}
 *   `compile` gives what the compiler and its linter say of a file.
 */
export async function startCompiler() {
  const child = spawn('nice', [await restored(), 'jsonrpc', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  const waiting = new Map();
  child.stdout.on(
    'data',
    reader(({ id, result, error }) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
    }),
  );
  child.once('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the compiler ended'));
  });
  let last = 0;
  const ask = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set((last += 1), { resolve, reject });
      const text = JSON.stringify({ jsonrpc: '2.0', id: last, method, params });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    });
  return {
    async compile(file) {
      const { diagnostics } = await ask('bicep/compile', { path: file });
      return diagnostics.map(({ level, code, message, range }) => ({
        level,
        code,
        message,
        line: range.start.line + 1,
      }));
    },
    stop: () => child.kill(),
  };
}
