/** Where the secret comes from: statements before, and the expression. `$N` is the name of the setting, `$V` a value. */
export interface Source {
  readonly name: string;
  readonly imports?: string;
  readonly before: string;
  readonly code: string;
  /** Where the statements may be. */
  readonly at?: 'module' | 'function';
  readonly files?: Readonly<Record<string, string>>;
  readonly typescript?: true;
  /** Refused for good reason, or known to be: one in twenty is enough. */
  readonly rare?: true;
}

export const SOURCES: readonly Source[] = [
  { name: 'in place', before: '', code: 'process.env.$N!' },
  { name: 'in place, as string', before: '', code: '(process.env.$N as string)' },
  { name: 'in place, default', before: '', code: "process.env.$N ?? ''" },
  { name: 'in place, default in brackets', before: '', code: "(process.env.$N || '')" },
  { name: 'in place, indexed', before: '', code: "process.env['$N']!" },
  { name: 'String()', before: '', code: 'String(process.env.$N)' },
  { name: 'template', before: '', code: '`${process.env.$N}`' },
  { name: 'imported process', imports: "import process from 'node:process';", before: '', code: 'process.env.$N!' },
  { name: 'imported env', imports: "import { env } from 'node:process';", before: '', code: 'env.$N!' },
  { name: 'constant', before: 'const secret = process.env.$N!;', code: 'secret' },
  { name: 'constant with a type', before: "const secret: string = process.env.$N ?? '';", code: 'secret' },
  { name: 'constant, default at the use', before: 'const secret = process.env.$N;', code: "secret ?? ''" },
  { name: 'constant, bang at the use', before: 'const secret = process.env.$N;', code: 'secret!' },
  { name: 'destructured', before: 'const { $N } = process.env;', code: '$N!' },
  { name: 'destructured, renamed', before: 'const { $N: secret } = process.env;', code: 'secret as string' },
  { name: 'destructured, default', before: "const { $N: secret = '' } = process.env;", code: 'secret' },
  {
    name: 'guard throws',
    before: "const secret = process.env.$N;\nif (!secret) {\n  throw new Error('$N is not set');\n}",
    code: 'secret',
  },
  {
    name: 'guard on undefined',
    before: "const secret = process.env.$N;\nif (secret === undefined) throw new Error('$N');",
    code: 'secret',
  },
  {
    name: 'guard, second constant',
    before: "const raw = process.env.$N;\nif (!raw) throw new Error('$N is not set');\nconst secret: string = raw;",
    code: 'secret',
  },
  {
    name: 'guard logs',
    before: "const secret = process.env.$N ?? '';\nif (!secret) console.error('$N is not set');",
    code: 'secret',
  },
  {
    name: 'guard asserts',
    imports: "import assert from 'node:assert';",
    before: "const secret = process.env.$N;\nassert(secret, '$N is not set');",
    code: 'secret',
  },
  {
    name: 'guard asserts ok',
    imports: "import * as assert from 'node:assert/strict';",
    before: 'const secret = process.env.$N;\nassert.ok(secret);',
    code: 'secret',
  },
  { name: 'guard in place', before: "if (!process.env.$N) throw new Error('$N is not set');", code: 'process.env.$N!' },
  {
    name: 'helper with a name',
    before:
      'function required(name: string): string {\n  const value = process.env[name];\n  if (!value) throw new Error(`${name} is not set`);\n  return value;\n}',
    code: "required('$N')",
  },
  {
    name: 'helper arrow',
    before: "const required = (name: string): string => process.env[name] ?? '';",
    code: "required('$N')",
  },
  {
    name: 'helper that fails',
    before: "const fail = (): never => {\n  throw new Error('$N');\n};",
    code: 'process.env.$N ?? fail()',
  },
  { name: 'function of the setting', before: 'const secret = () => process.env.$N!;', code: 'secret()' },
  {
    name: 'function with a body',
    before: "function secret(): string {\n  return process.env.$N ?? '';\n}",
    code: 'secret()',
  },
  {
    name: 'object',
    before: 'const settings = { secret: process.env.$N!, size: 20 };\nconsole.log(settings.size);',
    code: 'settings.secret',
  },
  {
    name: 'typed object',
    at: 'module',
    typescript: true,
    before: 'interface Settings {\n  secret: string;\n}\nconst settings: Settings = { secret: process.env.$N! };',
    code: 'settings.secret',
  },
  {
    name: 'nested object',
    before: 'const settings = { azure: { secret: process.env.$N! } };',
    code: 'settings.azure.secret',
  },
  { name: 'let', before: 'let secret = process.env.$N!;', code: 'secret' },
  { name: 'literal', before: '', code: "'$V'" },
  { name: 'literal in a constant', before: "const secret = '$V';", code: 'secret' },
  {
    name: 'imported constant',
    imports: "import { secret } from './config';",
    before: '',
    code: 'secret',
    files: { config: 'export const secret = process.env.$N!;\n' },
  },
  {
    name: 'imported default object',
    imports: "import config from './config';",
    before: '',
    code: 'config.secret',
    files: { config: 'const config = { secret: process.env.$N!, size: 20 };\nexport default config;\n' },
  },
  {
    name: 'imported object',
    imports: "import { config } from './config';",
    before: '',
    code: 'config.secret',
    files: { config: 'export const config = {\n  secret: process.env.$N!,\n  size: 20,\n};\n' },
  },
  {
    name: 'imported, checked there',
    imports: "import { secret } from './config';",
    before: '',
    code: 'secret',
    files: {
      config:
        "const value = process.env.$N;\nif (!value) throw new Error('$N is not set');\nexport const secret = value;\n",
    },
  },
  {
    name: 'imported namespace',
    imports: "import * as config from './config';",
    before: '',
    code: 'config.secret',
    files: { config: "export const secret = process.env.$N ?? '';\n" },
  },
  { name: 'default literal', before: '', code: "process.env.$N ?? '$V'" },
  { name: 'or default literal', before: "const secret = process.env.$N || '$V';", code: 'secret' },
  { name: 'name in a constant', before: "const NAME = '$N';", code: 'process.env[NAME]!' },
  { name: 'env in a constant', before: 'const { env } = process;', code: 'env.$N!' },
  {
    name: 'destructured, checked',
    before: "const { $N } = process.env;\nif (!$N) {\n  throw new Error('Missing $N');\n}",
    code: '$N',
  },
  { name: 'destructured, two', before: 'const { $N, PORT } = process.env;\nconsole.log(PORT);', code: '$N!' },
  {
    name: 'guard exits',
    before: "const secret = process.env.$N;\nif (!secret) {\n  console.error('$N is not set');\n  process.exit(1);\n}",
    code: 'secret',
  },
  {
    name: 'guard on null',
    before: "const secret = process.env.$N;\nif (secret == null) throw new Error('no $N');",
    code: 'secret',
  },
  {
    name: 'guard on length',
    before: "const secret = process.env.$N ?? '';\nif (secret.length === 0) throw new Error('no $N');",
    code: 'secret',
  },
  {
    name: 'guard of two',
    before:
      "const secret = process.env.$N;\nconst region = process.env.REGION;\nif (!secret || !region) throw new Error('not configured');\nconsole.log(region);",
    code: 'secret',
  },
  {
    name: 'guard returns',
    at: 'function',
    before: "const secret = process.env.$N;\nif (!secret) {\n  console.warn('$N is not set');\n  return;\n}",
    code: 'secret',
  },
  {
    name: 'required list',
    rare: true,
    before:
      "for (const name of ['$N', 'REGION']) {\n  if (!process.env[name]) throw new Error(`${name} is not set`);\n}",
    code: 'process.env.$N!',
  },
  { name: 'conditional', before: "const secret = process.env.$N ? process.env.$N : '';", code: 'secret' },
  {
    name: 'assigned below',
    rare: true,
    before: "let secret = '';\nsecret = process.env.$N ?? '';",
    code: 'secret',
  },
  {
    name: 'as const object',
    before: "const settings = { secret: process.env.$N ?? '' } as const;",
    code: 'settings.secret',
    typescript: true,
  },
  {
    name: 'frozen object',
    before: "const settings = Object.freeze({ secret: process.env.$N ?? '' });",
    code: 'settings.secret',
  },
  {
    name: 'destructured object',
    before: "const settings = { secret: process.env.$N ?? '' };\nconst { secret } = settings;",
    code: 'secret',
  },
  {
    name: 'static field of a class',
    at: 'module',
    before: "class Settings {\n  static readonly secret = process.env.$N ?? '';\n}",
    code: 'Settings.secret',
  },
  { name: 'dotenv', imports: "import 'dotenv/config';", before: '', code: 'process.env.$N!' },
  {
    name: 'dotenv called',
    at: 'module',
    imports: "import * as dotenv from 'dotenv';",
    before: 'dotenv.config();',
    code: 'process.env.$N!',
  },
  { name: 'upper constant', before: 'const CONNECTION_STRING = process.env.$N!;', code: 'CONNECTION_STRING' },
  {
    name: 'exported constant',
    at: 'module',
    before: "export const secret = process.env.$N ?? '';",
    code: 'secret',
  },
  {
    name: 'imported, several',
    imports: "import { region, secret } from './config';",
    before: 'console.log(region);',
    code: 'secret',
    files: {
      config:
        "export const region = process.env.REGION ?? 'westeurope';\nexport const secret = process.env.$N ?? '';\n",
    },
  },
  {
    name: 'imported, renamed',
    imports: "import { secret as connection } from './config';",
    before: '',
    code: 'connection',
    files: { config: 'const secret = process.env.$N!;\nexport { secret };\n' },
  },
  {
    name: 'imported nested',
    imports: "import { config } from './config';",
    before: '',
    code: 'config.azure.secret',
    files: { config: "export const config = {\n  azure: {\n    secret: process.env.$N ?? '',\n  },\n};\n" },
  },
  {
    name: 'imported function',
    rare: true,
    imports: "import { secret } from './config';",
    before: '',
    code: 'secret()',
    files: { config: "export function secret(): string {\n  return process.env.$N ?? '';\n}\n" },
  },
];
