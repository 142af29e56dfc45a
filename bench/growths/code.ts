import { times } from './growth';
import type { Growth } from './growth';
import { fake, key, secret } from './values';

const CS_HEAD = 'using Azure.Storage.Blobs;\nclass A {\n';
const CS_ENV = 'System.Environment.GetEnvironmentVariable';
const TS_HEAD = 'import { BlobServiceClient } from "@azure/storage-blob";\n';

const clientsCSharp = (n: number): string =>
  `${CS_HEAD}const string C = "${secret}";\nvoid M() {\n${times(n, () => 'new BlobServiceClient(C);\n')}}\n}\n`;
const clientsTypeScript = (n: number): string =>
  `${TS_HEAD}const c = "${secret}";\n${times(n, () => 'BlobServiceClient.fromConnectionString(c);\n')}`;

/** A hundredth of them, which is as many as one run moves at most. */
const valuesCSharp = (n: number): string => `class A {\n${times(n / 100, () => `string a = "${secret}";\n`)}}\n`;
const valuesTypeScript = (n: number): string => times(n / 100, () => `export const a = "${secret}";\n`);

/** Code that was, or could be, analysed slower than linear. */
export const codeGrowths: readonly Growth[] = [
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
  {
    what: 'plan: C#, calls around a client',
    path: 'a.cs',
    text: (n) => `${CS_HEAD}void M() { ${'F('.repeat(n)}new BlobServiceClient("${secret}")${')'.repeat(n)}; }\n}\n`,
    task: 'plan',
  },
  { what: 'plan: C#, clients from one constant', path: 'a.cs', text: clientsCSharp, task: 'plan' },
  { what: 'plan: TypeScript, clients from one constant', path: 'a.ts', text: clientsTypeScript, task: 'plan' },
  { what: 'plan: C#, values that go into settings', path: 'a.cs', text: valuesCSharp, task: 'keep' },
  { what: 'plan: TypeScript, values that go into settings', path: 'a.ts', text: valuesTypeScript, task: 'keep' },
];
