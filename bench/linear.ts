import { createEngine } from '../src/engine/engine';
import type { Engine } from '../src/engine/engine';
import { carry, reconcile, reveal, settle } from '../src/session/carry';
import type { SourceDocument } from '../src/core/document';
import { memoryFiles } from '../test/support/memory-files';
import { createFake } from '../test/support/fake-secrets';

const fake = createFake(11);

/** A kind of input that grows: what of it is there n times, and what is done with it. */
interface Growth {
  readonly what: string;
  /** The text of one document with `n` of them, or the files around it. */
  readonly path: string;
  readonly text: (n: number) => string;
  readonly files?: (n: number) => Readonly<Record<string, string>>;
  readonly task?: 'scan' | 'plan' | 'type';
}

const times = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');

const CS_HEAD = 'using Azure.Storage.Blobs;\nclass A {\n';
const CS_ENV = 'System.Environment.GetEnvironmentVariable';
const TS_HEAD = 'import { BlobServiceClient } from "@azure/storage-blob";\n';
const secret = fake.storageConnectionString({ account: 'contoso' });
const key = fake.storageKey();
const opaque = (i: number): string => `ghp_${String(i).padStart(36, 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY')}`;

const clientsCSharp = (n: number): string =>
  `${CS_HEAD}const string C = "${secret}";\nvoid M() {\n${times(n, () => 'new BlobServiceClient(C);\n')}}\n}\n`;
const clientsTypeScript = (n: number): string =>
  `${TS_HEAD}const c = "${secret}";\n${times(n, () => 'BlobServiceClient.fromConnectionString(c);\n')}`;

/** Inputs that were, or could be, slower than linear. All of them go up to 20,000. */
export const growths: readonly Growth[] = [
  {
    what: 'C#: nested calls',
    path: 'a.cs',
    text: (n) =>
      `${CS_HEAD}void M() { ${'F('.repeat(n)}1${')'.repeat(n)}; var c = new BlobServiceClient("${secret}"); }\n}\n`,
  },
  {
    what: 'C#: open brackets `A<`',
    path: 'a.cs',
    text: (n) => `${CS_HEAD}void M() { new BlobServiceClient("${secret}"); ${'A<'.repeat(n)}`,
  },
  { what: 'C#: clients from one constant', path: 'a.cs', text: clientsCSharp },
  {
    what: 'C#: clients from one field of settings',
    path: 'a.cs',
    text: (n) =>
      `${CS_HEAD}void M() {\nvar c = System.Environment.GetEnvironmentVariable("CONN");\n${times(n, () => 'new BlobServiceClient(c);\n')}}\n}\n`,
  },
  {
    what: 'C#: clients, each with its own constant',
    path: 'a.cs',
    text: (n) =>
      `${CS_HEAD}void M() {\n${times(n, (i) => `var c${String(i)} = E.G("C${String(i)}"); new BlobServiceClient(c${String(i)});\n`)}}\n}\n`,
  },
  {
    what: 'C#: methods with a client each',
    path: 'a.cs',
    text: (n) => `${CS_HEAD}${times(n, (i) => `void M${String(i)}(string c) { new BlobServiceClient(c); }\n`)}}\n`,
  },
  {
    what: 'C#: variables of one function from one setting',
    path: 'a.cs',
    text: (n) =>
      `${CS_HEAD}void M() {\n${times(n, (i) => `var c${String(i)} = ${CS_ENV}("CONN");\nnew BlobServiceClient(c${String(i)});\n`)}}\n}\n`,
  },
  {
    what: 'C#: fields of one class from one setting',
    path: 'a.cs',
    text: (n) =>
      `${CS_HEAD}${times(n, (i) => `string c${String(i)} = ${CS_ENV}("CONN");\nBlobServiceClient F${String(i)}() => new BlobServiceClient(c${String(i)});\n`)}}\n`,
  },
  {
    what: 'C#: calls that give one parameter a setting',
    path: 'a.cs',
    text: (n) =>
      `${CS_HEAD}static BlobServiceClient F(string c) => new BlobServiceClient(c);\nvoid M() {\n${times(n, () => `F(${CS_ENV}("CONN"));\n`)}}\n}\n`,
  },
  {
    what: 'C#: using directives',
    path: 'a.cs',
    text: (n) =>
      `${times(n, (i) => `using N${String(i)};\n`)}${CS_HEAD}void M() { new BlobServiceClient(${CS_ENV}("CONN")); }\n}\n`,
  },
  {
    what: 'C#: long concatenation',
    path: 'a.cs',
    text: (n) => `${CS_HEAD}void M() {\nnew BlobServiceClient("${secret}" ${times(n, () => '+ "a" ')});\n}\n}\n`,
  },
  { what: 'TypeScript: clients from one constant', path: 'a.ts', text: clientsTypeScript },
  {
    what: 'TypeScript: clients from one setting',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}const c = process.env.CONN!;\n${times(n, () => 'BlobServiceClient.fromConnectionString(c);\n')}`,
  },
  {
    what: 'TypeScript: clients, each with its own setting',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}const f = BlobServiceClient;\n${times(n, (i) => `BlobServiceClient.fromConnectionString(process.env.C${String(i)});\n`)}`,
  },
  {
    what: 'TypeScript: variables of one function from one setting',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}export function f() {\n${times(n, (i) => `const c${String(i)} = process.env.CONN!;\nBlobServiceClient.fromConnectionString(c${String(i)});\n`)}}\n`,
  },
  {
    what: 'TypeScript: functions with a variable each, from one setting',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}${times(n, (i) => `export function f${String(i)}() { const c = process.env.CONN!; return BlobServiceClient.fromConnectionString(c); }\n`)}`,
  },
  {
    what: 'TypeScript: calls that give one parameter a literal',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}function f(c: string) { return BlobServiceClient.fromConnectionString(c); }\n${times(n, () => `f("${secret}");\n`)}`,
  },
  {
    what: 'TypeScript: imports',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}${times(n, (i) => `import { a${String(i)} } from "./m${String(i)}";\n`)}BlobServiceClient.fromConnectionString(process.env.CONN!);\n`,
  },
  {
    what: 'TypeScript: literals',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}${times(n, (i) => `const k${String(i)} = "AccountKey=${i % 2 ? key : fake.storageKey()}";\n`)}`.slice(
        0,
        3_000_000,
      ),
  },
  {
    what: 'TypeScript: long concatenation',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}const c = "${secret}" ${times(n, () => '+ "a" ')};\nBlobServiceClient.fromConnectionString(c);\n`,
  },
  {
    what: 'TypeScript: nested brackets',
    path: 'a.ts',
    text: (n) =>
      `${TS_HEAD}const c = "${secret}";\nf(${'['.repeat(n)}${']'.repeat(n)});\nBlobServiceClient.fromConnectionString(c);\n`,
  },
  { what: 'text: tokens for secretlint', path: 'a.txt', text: (n) => times(n, (i) => `token = "${opaque(i)}"\n`) },
  { what: 'text: secrets on one line', path: 'a.txt', text: (n) => times(n, () => `AccountKey=${fake.storageKey()};`) },
  {
    what: 'text: directives',
    path: 'a.ts',
    text: (n) => `const k = "AccountKey=${key}";\n${times(n, () => '// secretlint-disable-next-line\nconst a = 1;\n')}`,
  },
  {
    what: 'text: directives with a secret each',
    path: 'a.ts',
    text: (n) => times(n, () => `// secretlint-disable-next-line\nconst a = "AccountKey=${key}";\n`),
  },
  {
    what: 'settings: JSON, deep',
    path: 'appsettings.json',
    text: (n) => `${'{"a":'.repeat(n)}"AccountKey=${key}"${'}'.repeat(n)}`,
  },
  {
    what: 'settings: JSON, wide',
    path: 'appsettings.json',
    text: (n) => `{${times(n, (i) => `"a${String(i)}":"x",`)}"b":"AccountKey=${key}"}`,
  },
  {
    what: 'settings: JSON, secrets',
    path: 'appsettings.json',
    text: (n) => `{${times(n, (i) => `"a${String(i)}":"AccountKey=${key}",\n`)}"b":1}`,
  },
  {
    what: 'settings: YAML, deep',
    path: 'a.yaml',
    text: (n) => `${times(Math.min(n, 2_000), (i) => `${' '.repeat(i)}a:\n`)}${times(n, () => 'b: 1\n')}`,
  },
  {
    what: 'settings: YAML, flow, deep',
    path: 'a.yaml',
    text: (n) => `a: ${'['.repeat(n)}"AccountKey=${key}"${']'.repeat(n)}\n`,
  },
  {
    what: 'settings: YAML, secrets',
    path: 'a.yaml',
    text: (n) => `a:\n${times(n, (i) => `  k${String(i)}: "AccountKey=${key}"\n`)}`,
  },
  {
    what: 'settings: .env, secrets',
    path: '.env',
    text: (n) => times(n, (i) => `K${String(i)}="AccountKey=${key}"\n`),
  },
  {
    what: 'Dockerfile: secrets',
    path: 'Dockerfile',
    text: (n) => `FROM a\n${times(n, (i) => `ENV K${String(i)}="AccountKey=${key}"\n`)}`,
  },
  {
    what: 'shown findings: carried over a change at each',
    path: 'a.txt',
    text: (n) => times(n, () => `AccountKey=${key}\n`),
    task: 'type',
  },
  {
    what: 'project: a dependency, repeated',
    path: 'a.ts',
    text: () => clientsTypeScript(1),
    files: (n) => ({
      'package.json': `{"dependencies":{${times(n, () => '"@azure/storage-blob":"^12.0.0",')}"b":"1"}}`,
    }),
    task: 'plan',
  },
  {
    what: 'project: files that read one setting',
    path: 'a.ts',
    text: () => `${TS_HEAD}BlobServiceClient.fromConnectionString(process.env.CONN!);\n`,
    files: (n) => ({
      'package.json': '{}',
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`f${String(i)}.ts`, 'export const c = process.env.CONN;\n']),
      ),
    }),
    task: 'plan',
  },
  { what: 'plan: C#, clients from one constant', path: 'a.cs', text: clientsCSharp, task: 'plan' },
  { what: 'plan: TypeScript, clients from one constant', path: 'a.ts', text: clientsTypeScript, task: 'plan' },
];

/** Seconds of processor time that this process has taken: what else runs on the machine has little say in them. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** What a session does when a document is formatted: each finding is moved, and found again. */
function typeInto(engine: Engine, document: SourceDocument): void {
  const { findings } = engine.scanText(document);
  const shown = reveal([], findings);
  const changes = findings.map(({ span }) => ({ rangeOffset: span.end, rangeLength: 0, text: ' ' }));
  const moved = carry(shown, changes);
  settle(
    reconcile(
      moved,
      moved.map(({ finding }) => finding),
    ).map(({ finding }) => finding),
    findings,
  );
}

async function seconds(growth: Growth, n: number): Promise<number> {
  const text = growth.text(n);
  const files = growth.files?.(n);
  const runs: number[] = [];
  // What is short is measured more than once: a collection of garbage would double it.
  do {
    const engine: Engine = createEngine(
      files ? { files: memoryFiles(Object.freeze({ ...files, [growth.path]: text })) } : {},
    );
    const start = processorSeconds();
    if (growth.task === 'plan') await engine.planFile({ path: growth.path, text }, { fix: 'identity' });
    else if (growth.task === 'type') typeInto(engine, { path: growth.path, text });
    else await engine.scan({ path: growth.path, text });
    runs.push(processorSeconds() - start);
  } while (runs.length < 3 && Math.min(...runs) < SHORT);
  return Math.min(...runs);
}

/** Seconds below which an input is measured again. */
const SHORT = 0.3;
const SIZES = [1_250, 2_500, 5_000, 10_000, 20_000];
/** Doubling the input may cost this much. */
const BAR = 2.5;
/** Below this many seconds a ratio says more of the machine than of the code. */
const NOISE = 0.05;
/** Seconds after which no larger input is tried. */
const LIMIT = 20;

/** Markdown: seconds of processor time by size, and the worst ratio of a size to the one before. */
export async function linearTable(only?: string): Promise<string> {
  const lines = [
    ['input, seconds of processor time for so many', ...SIZES.map((n) => n.toLocaleString('en')), 'worst ratio', ''],
    ['---', ...SIZES.map(() => '---:'), '---:', '---'],
  ];
  for (const growth of growths.filter(({ what }) => !only || what.includes(only))) {
    await seconds(growth, 100);
    const taken: number[] = [];
    for (const n of SIZES) {
      taken.push(await seconds(growth, n));
      if ((taken.at(-1) ?? 0) > LIMIT) break;
    }
    const ratios = taken.slice(1).map((now, i) => now / Math.max(taken[i] ?? 0, NOISE));
    const worst = Math.max(...ratios);
    lines.push([
      growth.what,
      ...SIZES.map((_, i) => taken[i]?.toFixed(2) ?? '-'),
      worst.toFixed(1),
      taken.length === SIZES.length && worst <= BAR ? 'held' : 'MISSED',
    ]);
    if (process.env['SECRETLESS_BENCH_LOUD']) console.error(lines.at(-1)?.join(' | '));
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
