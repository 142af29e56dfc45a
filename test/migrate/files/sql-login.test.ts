import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import { whyNoRewrite } from '../../../src/core/finding';
import { passwordless } from '../../../src/migrate/files/sql-login/passwordless';
import { engineOver } from '../../support/engine-over';
import { fake } from '../../support/fake-secrets';
import { stepTexts } from '../../support/steps';

const PATH = 'api/appsettings.json';
const password = fake.password();
const string = (login: string): string =>
  `Server=tcp:contoso.database.windows.net,1433;Initial Catalog=shop;${login}Encrypt=True;Connection Timeout=30;`;
const LOGIN = `User ID=app;Password=${password};`;
const IDENTITY = 'Authentication=Active Directory Default;';

const settings = (value: string): string => `{
  // shop
  "Logging": { "LogLevel": { "Default": "Information" } },
  "ConnectionStrings": {
    "Shop": "${value}"
  }
}
`;

const project = (packages: string): string =>
  `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <ItemGroup>\n${packages}  </ItemGroup>\n</Project>\n`;
const reference = (name: string, version: string): string =>
  `    <PackageReference Include="${name}" Version="${version}" />\n`;
const EF = reference('Microsoft.EntityFrameworkCore.SqlServer', '8.0.8');
const CODE = `var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<Shop>(o => o.UseSqlServer(builder.Configuration.GetConnectionString("Shop")));
`;

async function migrated(files: Readonly<Record<string, string>>, path = PATH): Promise<string> {
  const text = files[path] ?? '';
  const plan = await engineOver(files).plan({ path, text }, 'all', 'identity');
  if (plan.kind === 'refusal') return `refused: ${plan.id}`;
  return applyEdits(text, plan.files.find((file) => file.path === path)?.edits ?? []);
}

const app = (packages: string, code = CODE, value = string(LOGIN)): Record<string, string> => ({
  [PATH]: settings(value),
  'api/api.csproj': project(packages),
  'api/Program.cs': code,
});

describe('a connection string of Azure SQL in settings', () => {
  it.each([
    ['Entity Framework Core', EF, CODE],
    [
      'SqlClient',
      reference('Microsoft.Data.SqlClient', '5.2.1'),
      'using Microsoft.Data.SqlClient;\nclass A(IConfiguration c) { object B() => new SqlConnection(c.GetConnectionString("Shop")); }\n',
    ],
    [
      'SqlClient with its own package for Microsoft Entra',
      reference('Microsoft.Data.SqlClient', '7.0.0') + reference('Microsoft.Data.SqlClient.Extensions.Azure', '1.0.0'),
      'using Microsoft.Data.SqlClient;\nclass A(IConfiguration c) { object B() => new SqlConnection(c.GetConnectionString("Shop")); }\n',
    ],
  ])('names the identity where %s reads it', async (_, packages, code) => {
    expect(await migrated(app(packages, code))).toBe(settings(string(IDENTITY)));
  });

  it('is offered, and the reason says only why its reader stays as it is', async () => {
    const files = app(EF);
    const { findings } = await engineOver(files).scan({ path: PATH, text: files[PATH] ?? '' });
    expect(findings.map(({ fixes, refusal }) => [fixes.map(({ kind }) => kind), refusal?.id])).toEqual([
      [['setting'], 'only-the-setting'],
    ]);
    const [finding] = findings;
    expect(finding && whyNoRewrite(finding)).toBe(null);
    const plan = finding && (await engineOver(files).plan({ path: PATH, text: files[PATH] ?? '' }, finding, 'setting'));
    expect(plan?.kind).toBe('migration');
  });

  it('says what people do', async () => {
    const files = app(EF);
    const plan = await engineOver(files).plan({ path: PATH, text: files[PATH] ?? '' }, 'all', 'identity');
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('FROM EXTERNAL PROVIDER');
    expect(steps).toContain('Where ConnectionStrings:Shop is set for the app that runs');
    expect(steps).not.toContain(password);
  });

  it.each([
    ['an old version', reference('Microsoft.EntityFrameworkCore.SqlServer', '6.0.1'), CODE],
    ['a version that is not known', reference('Microsoft.EntityFrameworkCore.SqlServer', '$(Ef)'), CODE],
    ['the old client', EF + reference('System.Data.SqlClient', '4.8.6'), CODE],
    [
      'no package for Microsoft Entra',
      reference('Microsoft.Data.SqlClient', '7.0.0'),
      CODE.replace('UseSqlServer(', 'Use(x => new SqlConnection('),
    ],
    ['another library that takes it', EF, `${CODE}builder.Services.AddHangfire(c => c.UseSqlServerStorage("Shop"));\n`],
    ['no reader', EF, 'var builder = WebApplication.CreateBuilder(args);\n'],
  ])('stays with %s', async (_, packages, code) => {
    expect(await migrated(app(packages, code))).toMatch(/^refused/);
  });

  it('stays where a script reads it too', async () => {
    const files = { ...app(EF), 'api/run.sh': 'sqlcmd -S x -P "$ConnectionStrings__Shop"\n' };
    expect(await migrated(files)).toMatch(/^refused/);
  });

  it('of another server stays', async () => {
    expect(await migrated(app(EF, CODE, `Server=db.contoso.com;Database=shop;${LOGIN}`))).toMatch(/^refused/);
  });
});

describe('a connection string in web.config', () => {
  const web = (value: string, provider: string): string =>
    `<?xml version="1.0"?>\r\n<configuration>\r\n  <connectionStrings>\r\n    <!-- shop -->\r\n    <add name="Shop" connectionString="${value}"${provider} />\r\n  </connectionStrings>\r\n</configuration>\r\n`;
  const NEW = ' providerName="Microsoft.Data.SqlClient"';
  const files = (value: string, provider: string): Record<string, string> => ({
    'api/web.config': web(value, provider),
    'api/api.csproj': project(reference('Microsoft.Data.SqlClient', '5.2.1')),
    'api/Shop.cs':
      'using Microsoft.Data.SqlClient;\nclass A { object B() => new SqlConnection(ConfigurationManager.ConnectionStrings["Shop"].ConnectionString); }\n',
  });
  const reason = async (all: Record<string, string>): Promise<unknown> => {
    const { findings } = await engineOver(all).scan({ path: 'api/web.config', text: all['api/web.config'] ?? '' });
    return findings.map(({ fixes, refusal }) => (fixes.length > 0 ? 'fix' : refusal?.id));
  };

  it('names the identity where the new client reads it', async () => {
    expect(await migrated(files(string(LOGIN), NEW), 'api/web.config')).toBe(web(string(IDENTITY), NEW));
  });

  it.each([
    ['sql-old-client', string(LOGIN), ' providerName="System.Data.SqlClient"'],
    ['sql-old-client', string(LOGIN), ''],
    ['file-not-read', `${string(LOGIN)}App=a&amp;b;`, NEW],
  ])('refuses (%s)', async (id, value, provider) => {
    expect(await reason(files(value, provider))).toEqual([id]);
  });

  it('of ODBC is explained', async () => {
    const value = `Driver={ODBC Driver 18 for SQL Server};Server=tcp:contoso.database.windows.net,1433;Database=shop;Uid=app;Pwd=${password};`;
    expect(await reason(files(value, NEW))).toEqual(['odbc-login']);
  });
});

describe('a connection string without user and password', () => {
  it.each([
    [
      `Data Source=a.database.windows.net;Database=b;UID=c;PWD=${password}`,
      'Data Source=a.database.windows.net;Database=b;Authentication=Active Directory Default',
    ],
    [
      `Server=a.database.windows.net; User Id=c; Password=${password}; Database=b`,
      'Server=a.database.windows.net; Authentication=Active Directory Default; Database=b',
    ],
    [`Server=a.database.windows.net;Database=b;User ID=c;Password=${password};Authentication=Sql Password`, null],
    [`Server=a.database.windows.net;Database=b;User ID=c;Password='${password}'`, null],
    [`Server=localhost;Database=b;User ID=c;Password=${password}`, null],
    ['Server=a.database.windows.net;Database=b', null],
    ['Server=a.database.windows.net;nonsense;Password=x', null],
  ])('%#', (text, wanted) => {
    expect(passwordless(text)).toBe(wanted);
  });

  it('keeps every other pair as it is written, in its order', () => {
    const pair = fc.constantFrom(
      'Encrypt=True',
      'Max Pool Size=20',
      ' MultipleActiveResultSets=False',
      'Database=b',
      'App = x',
    );
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 5 }),
        fc.array(pair, { maxLength: 5 }),
        fc.boolean(),
        (before, after, end) => {
          const parts = (login: string[]): string =>
            ['Server=a.database.windows.net', ...before, ...login, ...after].join(';') + (end ? ';' : '');
          expect(passwordless(parts(['User ID=u', 'Password=p']))).toBe(
            parts(['Authentication=Active Directory Default']),
          );
        },
      ),
    );
  });
});
