import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import { engineOver } from '../../support/engine-over';
import { fake } from '../../support/fake-secrets';
import { stepTexts } from '../../support/steps';
import { passwordlessUrl } from '../../../src/migrate/files/spring-datasource/jdbc';

const PROPERTIES = 'src/main/resources/application.properties';
const YAML = 'src/main/resources/application.yml';
const password = fake.password();

const pom = (boot: string, ...dependencies: string[]): string =>
  `<project>\n  <parent>\n    <groupId>org.springframework.boot</groupId>\n    <artifactId>spring-boot-starter-parent</artifactId>\n    <version>${boot}</version>\n  </parent>\n  <artifactId>shop</artifactId>\n  <dependencies>\n${dependencies
    .map((one) => one.split(':'))
    .map(
      ([group, name]) => `    <dependency><groupId>${group}</groupId><artifactId>${name}</artifactId></dependency>\n`,
    )
    .join('')}  </dependencies>\n</project>\n`;
const SQL = ['com.microsoft.sqlserver:mssql-jdbc', 'com.azure:azure-identity'];
const POSTGRES = 'com.azure.spring:spring-cloud-azure-starter-jdbc-postgresql';

async function migrated(path: string, files: Readonly<Record<string, string>>): Promise<string> {
  const text = files[path] ?? '';
  const plan = await engineOver(files).plan({ path, text }, 'all', 'identity');
  if (plan.kind === 'refusal') {
    const { findings } = await engineOver(files).scan({ path, text });
    return `refused: ${[...new Set(findings.map((one) => one.refusal?.id))].join()}`;
  }
  return applyEdits(text, plan.files.find((file) => file.path === path)?.edits ?? []);
}

const SERVER = 'jdbc:sqlserver://contoso.database.windows.net:1433;database=shop;encrypt=true';
const DB = 'jdbc:postgresql://contoso.postgres.database.azure.com:5432/shop?sslmode=require';

const properties = (lines: string): string => `# shop\nserver.port=8080\n${lines}spring.jpa.open-in-view=false\n`;
const yaml = (lines: string): string =>
  `server:\n  port: 8080 # http\nspring:\n  datasource:\n${lines}  jpa:\n    open-in-view: false\n`;

describe('a datasource of Spring', () => {
  it('of Azure SQL in properties', async () => {
    const before = `spring.datasource.url=${SERVER}\nspring.datasource.username=app\nspring.datasource.password=${password}\n`;
    const after = `spring.datasource.url=${SERVER};authentication=ActiveDirectoryDefault\n`;
    const files = { 'pom.xml': pom('3.3.1', ...SQL), [PROPERTIES]: properties(before) };
    expect(await migrated(PROPERTIES, files)).toBe(properties(after));
  });

  it('of Azure SQL in YAML, with the login in the URL', async () => {
    const before = `    url: "${SERVER};user=app;password=${password};loginTimeout=30;"\n`;
    const after = `    url: "${SERVER};authentication=ActiveDirectoryDefault;loginTimeout=30;"\n`;
    const files = { 'pom.xml': pom('3.3.1', ...SQL), [YAML]: yaml(before) };
    expect(await migrated(YAML, files)).toBe(yaml(after));
  });

  it('of PostgreSQL: the user stays', async () => {
    const lines = (last: string): string => `spring.datasource.url=${DB}\nspring.datasource.username = app\n${last}`;
    const files = {
      'pom.xml': pom('3.3.1', POSTGRES),
      [PROPERTIES]: properties(lines(`spring.datasource.password = ${password}\n`)),
    };
    expect(await migrated(PROPERTIES, files)).toBe(
      properties(lines('spring.datasource.azure.passwordless-enabled = true\n')),
    );
    const text = files[PROPERTIES];
    const plan = await engineOver(files).plan({ path: PROPERTIES, text }, 'all', 'identity');
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('The user name stays in the file');
    expect(steps).not.toContain(password);
  });

  it('of PostgreSQL in YAML, line ends and comments kept', async () => {
    const lines = (last: string): string => `    url: ${DB} # prod\n    username: app\n${last}`;
    const files = {
      'pom.xml': pom('3.3.1', POSTGRES),
      [YAML]: yaml(lines(`    password: ${password}\n`)).replaceAll('\n', '\r\n'),
    };
    expect(await migrated(YAML, files)).toBe(
      yaml(lines('    azure:\n      passwordless-enabled: true\n')).replaceAll('\n', '\r\n'),
    );
  });

  it.each([
    ['jdbc-driver', pom('3.0.9', ...SQL), SERVER],
    ['jdbc-driver', pom('3.3.1', 'com.microsoft.sqlserver:mssql-jdbc'), SERVER],
    ['spring-starter', pom('3.3.1', 'org.postgresql:postgresql'), DB],
  ])('stays (%s)', async (id, manifest, url) => {
    const lines = `spring.datasource.url=${url}\nspring.datasource.username=app\nspring.datasource.password=${password}\n`;
    expect(await migrated(PROPERTIES, { 'pom.xml': manifest, [PROPERTIES]: properties(lines) })).toBe(`refused: ${id}`);
  });

  it('stays where code reads the password by itself', async () => {
    const lines = `spring.datasource.url=${SERVER}\nspring.datasource.username=app\nspring.datasource.password=${password}\n`;
    const files = {
      'pom.xml': pom('3.3.1', ...SQL),
      [PROPERTIES]: properties(lines),
      'src/main/java/A.java': 'class A { @Value("${spring.datasource.password}") String p; }\n',
    };
    expect(await migrated(PROPERTIES, files)).toBe('refused: setting-read-otherwise');
  });
});

describe('a URL of the driver for SQL Server', () => {
  it.each([
    [`${SERVER};`, `${SERVER};authentication=ActiveDirectoryDefault;`],
    [`${SERVER};authentication=SqlPassword;user=a;password=b`, null],
    ['jdbc:sqlserver://localhost:1433;user=a;password=b', null],
    [`${SERVER};password={a;b}`, null],
  ])('%#', (url, wanted) => {
    expect(passwordlessUrl(url)).toBe(wanted);
  });
});
