import { expect, it } from 'vitest';
import { createDetector } from '../../../src/detect/detector';
import { fake } from '../../support/fake-secrets';

const kindsIn = (path: string, text: string): string[] =>
  createDetector([])
    .detect({ path, text })
    .candidates.map(({ kind }) => kind);

it.each([
  ['postgres', 'contoso.postgres.database.azure.com', 'postgres-password'],
  ['mysql', 'contoso.mysql.database.azure.com', 'mysql-password'],
  ['sql', 'contoso.database.windows.net', 'sql-password'],
])('gives a password of an administrator without a resource to the database that is near: %s', (_, host, kind) => {
  const text = `server: ${host}\nadministratorPassword: "${fake.password()}"\n`;
  expect(kindsIn('values.yaml', text)).toEqual([kind]);
});

it('gives a password of an administrator to the resource it is in', () => {
  const text = [
    '# moved from contoso.database.windows.net',
    'resource "azurerm_postgresql_flexible_server" "main" {',
    `  administrator_password = "${fake.password()}"`,
    '}',
  ].join('\n');
  expect(kindsIn('main.tf', text)).toEqual(['postgres-password']);
});

it('leaves a place to fill in alone, in an address', () => {
  const text = [
    "import sql from 'mssql';",
    "const client = new MongoClient('mongodb+srv://shop:<password>@contoso.mongocluster.cosmos.azure.com/?tls=true');",
  ].join('\n');
  expect(kindsIn('notes.md', text)).toEqual([]);
  expect(kindsIn('shop.ts', text)).toEqual([]);
});
