import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { masked } from '../../../src/session/mask/masked';
import { createFake } from '../../support/fake-secrets';
import { engineOver } from '../../support/engine-over';

const engine = createEngine();
const fake = createFake(5);
const key = fake.storageKey();
const halves = [key.slice(0, 44), key.slice(44)] as const;
/** Looks like a placeholder, and like nothing else that is known. */
const WEAK = 'SampleDb#Pass99x';

/** The two texts of a diff, as migrate shows them: of a migration of everything. */
async function preview(path: string, text: string): Promise<string> {
  const over = engineOver({ [path]: text });
  const { text: after } = await over.planFile({ path, text }, { fix: 'identity' });
  const shown = await masked(over, path, text, after);
  return shown.join('\n======\n');
}

const parts = (secret: string): string[] =>
  Array.from({ length: Math.max(1, secret.length - 7) }, (_, i) => secret.slice(i, i + 8));

const leaks = (shown: string, ...secrets: string[]): string[] =>
  secrets.flatMap(parts).filter((part) => shown.includes(part));

const IMPORT = "import { BlobServiceClient } from '@azure/storage-blob';\n";

describe('a diff of code', () => {
  it.each([
    [
      'joined by +',
      `${IMPORT}export const c = BlobServiceClient.fromConnectionString('DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=' + '${halves[0]}' + '${halves[1]}' + ';EndpointSuffix=core.windows.net');\n`,
    ],
    [
      'joined on lines',
      `${IMPORT}const s =\n  'DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=' +\n  '${halves[0]}' + // first\n  '${halves[1]}';\nexport const c = BlobServiceClient.fromConnectionString(s);\n`,
    ],
    [
      'in a template',
      `${IMPORT}const k = '${halves[0]}';\nexport const c = BlobServiceClient.fromConnectionString(\`AccountName=contoso;AccountKey=\${k}${halves[1]}\`);\n`,
    ],
    [
      'escaped',
      `${IMPORT}export const c = BlobServiceClient.fromConnectionString('AccountName=contoso;AccountKey=${halves[0]}\\x2b${halves[1]}');\n`,
    ],
    [
      'in a comment of a line that goes',
      `${IMPORT}const s = process.env.CONN!; // was ${halves[0]}${halves[1]}, pw ${WEAK}\nexport const c = BlobServiceClient.fromConnectionString(s);\n`,
    ],
  ])('shows no part of a key %s', async (_, text) => {
    const shown = await preview('a.ts', text);
    expect(shown).toContain('[redacted]');
    expect(leaks(shown, ...halves, WEAK)).toEqual([]);
  });

  it.each([
    [
      'a.ts',
      `import sql from 'mssql';\nexport const pool = await sql.connect({ server: 'x.database.windows.net', database: 'd', user: 'app', password: '${WEAK}', options: { encrypt: true } });\n`,
    ],
    [
      'a.ts',
      `import sql from 'mssql';\nexport const pool = await sql.connect({ server: 'x.database.windows.net', database: 'd', user: 'app', password: "${WEAK}\\n", options: { encrypt: true } });\n`,
    ],
    [
      'a.cs',
      `using Microsoft.Data.SqlClient;\nvar c = new SqlConnection("Server=tcp:x.database.windows.net,1433;Initial Catalog=d;User ID=app;Password='Falcon!l;${WEAK}';Encrypt=True;");\n`,
    ],
    [
      'a.cs',
      `using Microsoft.Data.SqlClient;\nvar c = new SqlConnection(@"Server=tcp:x.database.windows.net,1433;Initial Catalog=d;User ID=app;Password=""Falcon!l;${WEAK}"";Encrypt=True;");\n`,
    ],
    [
      'a.cs',
      `using Microsoft.Data.SqlClient;\nvar c = new SqlConnection("""\n  Server=tcp:x.database.windows.net,1433;Initial Catalog=d;\n  User ID=app;Password=${WEAK};\n  """);\n`,
    ],
    [
      'a.cs',
      `using Microsoft.Data.SqlClient;\nvar c = new SqlConnection($"Server=tcp:x.database.windows.net,1433;Initial Catalog=d;User ID=app;Password={"a"}${WEAK};");\n`,
    ],
  ])('shows no password that only its place tells: %s', async (path, text) => {
    expect(leaks(await preview(path, text), WEAK)).toEqual([]);
  });

  it('shows none beside a change: what goes into a client that stays is masked as well', async () => {
    const text = `import sql from 'mssql';
${IMPORT}export const c = BlobServiceClient.fromConnectionString(process.env.CONN!);
export const pool = (options) => sql.connect({ server: 'x.database.windows.net', password: '${WEAK}', ...options });
`;
    expect(leaks(await preview('a.ts', text), WEAK)).toEqual([]);
  });

  it.each([
    ['a.ts', `const pool = open('Host=db.example.net;User=app;Password=${WEAK};Timeout=5');\n`],
    ['a.ts', `const pool = open('Host=db.example.net;Password=${WEAK.slice(0, 6)}' + '${WEAK.slice(6)};Timeout 5');\n`],
    ['a.cs', `var pool = Open("Host=db.example.net;Pass" + "word=Falco${WEAK};Ssl Mode=Require");\n`],
  ])(
    '%s: shows no value beside a change that its own string calls a password, of whatever host: %s',
    async (path, line) => {
      const [, after] = await masked(engine, path, line, `// a comment\n${line}`);
      expect(after).toContain('// a comment');
      expect(leaks(after, WEAK, `Falco${WEAK}`)).toEqual([]);
    },
  );

  it.each([
    ['a.ts', `const a = 'x\n=${WEAK}'; const b = 'y';\n`],
    ['a.ts', `const a = "x\nconst b = 'y', c = ${WEAK}";\n`],
    ['a.cs', `var a = "User\rId=svc;Pass${WEAK}" + "z;";\n`],
    ['a.cs', `var a = "User\nId=svc;Pass${WEAK}" + "z;";\n`],
  ])('%s: shows nothing after a string that its line does not close: %j', async (path, lines) => {
    expect(leaks((await masked(engine, path, lines, ''))[0], WEAK)).toEqual([]);
    const [, after] = await masked(engine, path, lines, `// a comment\n${lines}`);
    expect(after).toContain('// a comment');
    expect(leaks(after, WEAK)).toEqual([]);
  });

  it.each(['a.ts', 'a.cs'])('%s: shows no half of a key among other words, whatever is before it', async (path) => {
    const line = `open("sb://a.example + 1net/;RootManageSharedAcey=${halves[0]}" +\n`;
    const [, after] = await masked(engine, path, line, `// a comment\n${line}`);
    expect(after).toContain('// a comment');
    expect(leaks(after, halves[0])).toEqual([]);
  });

  it('shows no half of a key of digits of base 16, which reads as the name of a setting', async () => {
    const half = `D${fake.hex(28).toUpperCase()}7`;
    const line = `  = "${half}" +\n`;
    expect(leaks((await masked(engine, 'a.cs', line, `// a comment\n${line}`))[1], half)).toEqual([]);
  });

  it('shows no token after an address that its string goes on behind', async () => {
    const token = `${fake.hex(26)}q${fake.hex(25)}`;
    const line = `open("https://contoso.services.ai.azure.com/models + 1 ${token}");\n`;
    expect(leaks((await masked(engine, 'a.ts', line, `// a comment\n${line}`))[1], token)).toEqual([]);
  });

  it.each(['a.ts', 'a.cs'])('%s: shows no key in a comment that stays, whatever is before it', async (path) => {
    const line = `* // "' */ = '${key}';\n`;
    expect(leaks((await masked(engine, path, line, `// a comment\n${line}`))[1], key)).toEqual([]);
  });

  it.each([
    [
      'quoted with braces, after words that are no driver',
      'Dri?ver={ODBC 17};Server=db.database.windows.net;Pwd={VALUE};',
    ],
    [
      'after a word that is no password any more',
      'host=db.postgres.database.azure.com user=app passw?rd=VALUE sslmode=require',
    ],
  ])('shows no password that stays: %s', async (_, string) => {
    const password = `${WEAK}${fake.hex(4)}`;
    const line = `  connection: "${string.replace('VALUE', password)}",\n`;
    const [, after] = await masked(engine, 'a.ts', line, `// a comment\n${line}`);
    expect(after).toContain('// a comment');
    expect(leaks(after, password)).toEqual([]);
  });

  it('shows a string with a hole in braces', async () => {
    const line = 'const dsn = "Driver={ODBC 17};Server={0};Pwd={password};";\n';
    expect((await masked(engine, 'a.ts', line, `// a comment\n${line}`))[1]).toContain(line);
  });

  it('shows no signature that lost its name and its string', async () => {
    const signature = encodeURIComponent(key.slice(0, 44));
    const line = `z:z=https%3A%2F%2Fcontoso.servicebus.windows.net%2Forders&endpoint=${signature}&se=1924992000\n`;
    expect(leaks((await masked(engine, 'a.ts', line, `// a comment\n${line}`))[1], signature)).toEqual([]);
  });

  it('shows nothing of a line whose quotes are broken', async () => {
    const line = `open(tenant, client, """"${key}");\n`;
    const [, after] = await masked(engine, 'a.ts', line, `// a comment\n${line}`);
    expect(leaks(after, key)).toEqual([]);
  });

  it('shows what is after a string that goes on in the next line', async () => {
    const text = "const a = 'x \\\ny';\nconst word = b;\n";
    expect((await masked(engine, 'a.ts', text, ''))[0]).toContain('const word = b;');
  });

  it('shows a string that asks for a password', async () => {
    const line = 'const url = `postgres:host=${host};password=${password}`;\n';
    expect((await masked(engine, 'a.ts', line, `// a comment\n${line}`))[1]).toBe(`// a comment\n${line}`);
  });

  it('shows no weak value of a file with a line of 20,000 characters', async () => {
    const text = `${IMPORT}export const c = BlobServiceClient.fromConnectionString(process.env.CONN!);
const adminPassword = 'Falcon2566!afA6lM'; // database.windows.net
const data = '${'x'.repeat(25_000)}', password = '${WEAK}';
`;
    expect(leaks(await preview('a.ts', text), 'Falcon2566!afA6lM', WEAK)).toEqual([]);
  });

  it('shows what the migration writes, names of settings and modules, and code that has nothing to do with it', async () => {
    const text = `${IMPORT}const label = "orders of today";
export const c = BlobServiceClient.fromConnectionString(process.env["CONN"]!);
if (!c) throw new Error("no client");
`;
    const shown = await preview('a.ts', text);
    for (const part of [
      '"orders of today"',
      'process.env["CONN"]',
      '"no client"',
      "'@azure/storage-blob'",
      '@azure/identity',
      'AZURE_STORAGEBLOB_RESOURCEENDPOINT',
    ])
      expect(shown).toContain(part);
    expect(shown).not.toContain('[redacted]');
  });

  it('keeps the lines of both texts, and masks a line that stays alike in both', async () => {
    const text = `${IMPORT}const s = 'DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${key}';
export const c = BlobServiceClient.fromConnectionString(s);
export const other = '${key}';\r\nexport const last = 1;
`;
    const [before, after] = await masked(engine, 'a.ts', text, text.replace(/const s.*\n/, ''));
    expect(before.split('\n').length).toBe(text.split('\n').length);
    expect(after.split('\n').length).toBe(text.split('\n').length - 1);
    expect(after).toContain("export const other = '[redacted]';\r\n");
  });
});

describe('a diff of a manifest', () => {
  it('shows packages, versions and tags', async () => {
    const text = `{
  "name": "app",
  "scripts": {
    "start": "PASSWORD=${WEAK} node ."
  },
  "dependencies": {
    "@azure/storage-blob": "^12.0.0",
    "private": "git+https://me:${WEAK}@contoso.example/x.git"
  }
}
`;
    const [, after] = await masked(
      engine,
      'package.json',
      text,
      text.replace('"@azure/s', '"@azure/identity": "^4.13.1",\n    "@azure/s'),
    );
    expect(after).toBe(`{
  "name": "app",
  "scripts": {
    [redacted]
  },
  "dependencies": {
    "@azure/identity": "^4.13.1",
    "@azure/storage-blob": "^12.0.0",
    [redacted]
  }
}
`);
  });

  it('shows of a project file no property', async () => {
    const text = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
    <Password>${WEAK}</Password>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Storage.Blobs" Version="12.22.0" />
  </ItemGroup>
</Project>
`;
    expect((await masked(engine, 'App.csproj', text, text))[1]).toBe(text.replace(/<Password>.*/, '[redacted]'));
  });
});
