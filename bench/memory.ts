import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSession } from '../src/session/session';
import { refOf } from '../src/session/store';
import { createFakeEditor } from '../test/session/fake-editor';

/** Memory after some rescans: megabytes of JavaScript's heap, of what lies beside it (WebAssembly), of the process. */
interface Sample {
  readonly rescans: number;
  readonly heap: number;
  readonly beside: number;
  readonly process: number;
}

const MEGABYTE = 1024 * 1024;

const TYPESCRIPT = `import { BlobServiceClient } from '@azure/storage-blob';

export const client = BlobServiceClient.fromConnectionString(process.env.STORAGE_CONNECTION!);
`;

const CSHARP = `using Azure.Storage.Blobs;

public class Files
{
    private readonly BlobServiceClient client = new(System.Environment.GetEnvironmentVariable("STORAGE_CONNECTION"));
`;

/** Ordinary code of so many UTF-16 units around one use. */
const typescriptOf = (size: number): string =>
  TYPESCRIPT + filled(size, (i) => `export function f${i}(a: number): string {\n  return \`value \${a + ${i}}\`;\n}\n`);

const csharpOf = (size: number): string =>
  `${CSHARP}${filled(size, (i) => `    public string F${i}(int a)\n    {\n        return "value " + (a + ${i});\n    }\n`)}}\n`;

function filled(size: number, part: (i: string) => string): string {
  const parts: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const one = part(String(i));
    parts.push(one);
    length += one.length;
  }
  return parts.join('');
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function sample(rescans: number): Sample {
  collect();
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  const of = (bytes: number): number => Math.round(bytes / MEGABYTE);
  return { rescans, heap: of(heapUsed), beside: of(Math.max(external, arrayBuffers)), process: of(rss) };
}

/** How often a plan is made between rescans. */
const PLANS = 50;

/** Types into a document, waits for its findings, and plans now and then, as an editor does for a day. */
async function rescans(file: string, text: string, count: number): Promise<Sample[]> {
  const key = `file:///work/${file}`;
  const editor = createFakeEditor({
    [key]: text,
    'file:///work/package.json': '{\n  "dependencies": {}\n}\n',
    'file:///work/App.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n',
  });
  const session = editor.attach(createSession(editor.host, { pause: 0 }));
  editor.open(key);
  await session.live.settled(key);
  const samples: Sample[] = [];
  for (let i = 1; i <= count; i++) {
    // A line comes and goes, far from the use.
    if (i % 2 === 1) editor.replace(key, text.length, 0, '// typed\n');
    else editor.replace(key, text.length, '// typed\n'.length, '');
    await session.live.settled(key);
    const [found] = session.store.get(key)?.findings ?? [];
    if (!found) throw new Error(`nothing was found after ${String(i)} rescans`);
    if (i % PLANS === 0) {
      const plan = await session.planner.plan(key, { kind: 'one', finding: refOf(key, found), fix: 'identity' });
      if (plan.kind === 'refused') throw new Error('no plan');
    }
    if (i === Math.ceil(count / 10) || i === Math.ceil(count / 2) || i === count) {
      samples.push(sample(i));
      if (process.env['SECRETLESS_BENCH_LOUD']) console.error(file, samples.at(-1));
    }
  }
  session.dispose();
  return samples;
}

/** The command line over many large files of C#: how many findings, and the most memory that it held, in megabytes. */
function commandLine(files: number): { readonly findings: number; readonly peak: number } {
  const root = path.resolve(import.meta.dirname, '..');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'secretless-memory-'));
  try {
    execFileSync('node', [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    const text = csharpOf(200 * 1024);
    for (let i = 0; i < files; i++) writeFileSync(path.join(folder, `F${String(i)}.cs`), text);
    const peak = path.join(folder, 'peak.cjs');
    writeFileSync(
      peak,
      "process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`));\n",
    );
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', peak, path.join(root, 'dist/cli.js'), 'scan', '--format', 'json', '.'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 },
    );
    const { findings } = JSON.parse(stdout) as { findings: unknown[] };
    return { findings: findings.length, peak: Math.round(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TEXTS = [
  { what: '100 KB of TypeScript', file: 'a.ts', text: () => typescriptOf(100 * 1024) },
  { what: '100 KB of C#', file: 'A.cs', text: () => csharpOf(100 * 1024) },
] as const;

const COMMAND = 'command line';

/**
 * Markdown: memory while somebody types, and of a large run.
 * @param only a part of what is measured: `C#`, `command line`
 */
export async function memoryReport(count: number, files: number, only = ''): Promise<string> {
  const lines = ['| what | rescans | heap MB | beside it MB | process MB |', '| --- | ---: | ---: | ---: | ---: |'];
  for (const { what, file, text } of TEXTS.filter((one) => one.what.includes(only)))
    for (const { rescans: after, heap, beside, process: whole } of await rescans(file, text(), count))
      lines.push(`| ${what} | ${String(after)} | ${String(heap)} | ${String(beside)} | ${String(whole)} |`);
  const typed = lines.join('\n');
  if (!COMMAND.includes(only)) return typed;
  const { findings, peak } = commandLine(files);
  return `${typed}\n\nCommand line, ${String(files)} C# files of 200 KB: ${String(findings)} findings, peak ${String(peak)} MB (bar: ${String(files)} findings, 600 MB)`;
}
