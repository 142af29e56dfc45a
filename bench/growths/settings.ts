import { setJson } from '../../src/formats/json';
import { formatOf } from '../../src/formats/index';
import { maskedIn } from '../../src/formats/mask';
import { PATHS } from '../../test/support/format-paths';
import { times } from './growth';
import type { Growth } from './growth';
import { key } from './values';

/** Texts made to be slow, by what is repeated. */
const SLOW = [
  '[',
  '{"a":',
  '{ a: ',
  'a: [',
  'A="',
  "A='",
  'ENV A="\n',
  'ENV A=b \\\n',
  'env { name = "a" }\n',
  'app_settings = {\n',
  'app_settings: [\n',
  "param a string = 'b'\n",
  'a = <<EOT\n',
  'a: &a b\n',
  '- &a [*a]\n',
  '<a>',
  '<add key="',
  '<!-- ',
  '--settings A="',
  '--settings ',
  'export A=$(',
  '\\\n',
  '${A:-',
  '${{',
  '# a=b c1d2e3f4\n',
  'services:\n  a:\n    environment:\n',
  '"\\"',
  "'''",
  'a.b.c=',
  '=',
  '%A',
  ' ',
  '\n',
];

/** Where a template begins, without which it is read as any JSON. */
const leadOf = (path: string): string =>
  path === 'azuredeploy.json' ? '{"$schema":"schema.management.azure.com/schemas/","a":' : '';

/** Each text that is made to be slow, of 4 characters times `n`. */
const slowTexts = (path: string): Growth => ({
  what: `settings: ${path}, texts made to be slow`,
  path,
  text: (n) => SLOW.map((unit) => leadOf(path) + unit.repeat(Math.ceil((4 * n) / unit.length))),
  async task(text) {
    const format = await formatOf(path);
    if (!format) throw new Error(path);
    format.read(text);
    maskedIn(format, text);
  },
});

/** Settings that are read, edited or masked. */
export const settingsGrowths: readonly Growth[] = [
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
  ...PATHS.map(slowTexts),
  {
    what: 'package.json: comments in one line',
    path: 'package.json',
    text: (n) => `{\n  "dependencies": {}${'/* */'.repeat(n)}\n}\n`,
    task: (text) => void setJson(text, ['dependencies', 'a'], '1'),
  },
];
