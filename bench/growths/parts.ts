import { fingerprint } from '../../src/core/fingerprint';
import { dotenv } from '../../src/formats/dotenv';
import { projectPackages, projectProperty, takesPackages } from '../../src/manifests/msbuild';
import type { Growth } from './growth';

/** Code of a client with one literal for each unit, which is repeated. */
const inLiterals = (
  what: string,
  path: string,
  head: string,
  [before, after]: readonly [string, string],
  units: readonly string[],
): Growth => ({
  what: `long literals of ${what}`,
  path,
  text: (n) => units.map((unit) => head + before + unit.repeat(n) + after),
});

function readDotenv(text: string): void {
  dotenv.read(text);
  dotenv.values?.(text);
  dotenv.besides?.(text);
}

function readMsbuild(text: string): void {
  projectPackages(text);
  projectProperty(text, 'A');
  takesPackages(text);
}

function fingerprintEach(text: string): void {
  const spans = [...text.matchAll(/v\d+/g)].map(({ 0: value, index }) => ({ start: index, end: index + value.length }));
  for (const span of spans) fingerprint('r', 'p', text, span, 0, spans);
}

/** Parts whose input anybody can write. */
export const partGrowths: readonly Growth[] = [
  inLiterals(
    'mongodb',
    'a.ts',
    'import {MongoClient} from "mongodb";\n',
    ['new MongoClient("', '");\n'],
    ['://a:', '://a:@', '://', '@.mongocluster', ':'],
  ),
  inLiterals(
    'redis',
    'a.ts',
    'import {createClient} from "redis";\n',
    ['createClient({ url: "', '" });\n'],
    ['://a:', '://a:@', '"', ':'],
  ),
  inLiterals(
    'StackExchange.Redis',
    'a.cs',
    'using StackExchange.Redis;\n',
    ['var c = ConnectionMultiplexer.Connect("', '");\n'],
    ['a:6380,', 'password=a,', "':6380,password=", '://a:'],
  ),
  inLiterals(
    'MySqlConnector',
    'a.cs',
    'using MySqlConnector;\n',
    ['var c = new MySqlConnection("', '");\n'],
    ['server=a;', 'server=a;password=b;', 'pwd ='],
  ),
  {
    what: 'SQL: values on one line',
    path: 'a.sql',
    text: (n) =>
      `INSERT INTO t VALUES ${Array.from({ length: n }, (_, i) => `('n.database.windows.net','password=${String(i)};')`).join(',')}`,
  },
  {
    what: '.env: quotes and blanks without an end',
    path: '.env',
    text: (n) =>
      ['A="x\n', 'A="\\"\\"\\"\\"\n', 'A="\nB=\'\nC=`\n', 'A=          \n', 'export export export\n'].map((line) =>
        line.repeat(n),
      ),
    task: readDotenv,
  },
  {
    what: 'MSBuild: comments, depth, attributes',
    path: 'a.csproj',
    text: (n) => [
      `<Project>${'<!--'.repeat(n)}`,
      `<Project>${'<!-- x -->'.repeat(n)}</Project>`,
      `<Project>${'<A Condition="x">'.repeat(n)}${'</A>'.repeat(n)}</Project>`,
      `<Project><PackageReference ${'a="1" '.repeat(n)}`,
    ],
    task: readMsbuild,
  },
  {
    what: 'fingerprints of one line',
    path: 'a.txt',
    text: (n) => Array.from({ length: n }, (_, i) => `p${String(i)}=v${String(i)};`).join(''),
    task: fingerprintEach,
  },
];
