import { describe, expect, test } from 'vitest';
import { createModel } from '../../src/project/model';
import { memoryFiles } from '../support/memory-files';

const importers = async (files: Record<string, string>, path: string, name: string | null) => {
  const { files: found, complete } = await createModel(memoryFiles(files)).importersOf(path, name);
  expect(complete).toBe(true);
  return found.map((one) => (one.how === 'import' || one.how === 'mention' ? one.path : `${one.path} (${one.how})`));
};

const CLIENT = 'export const blobs = make();\nexport const other = 1;\nexport default other;\n';

describe('who imports an export of TypeScript and JavaScript', () => {
  test.each([
    ["import { blobs } from './client';", true],
    ["import { other, type blobs as b } from './client.js';", true],
    ["import {\n  other,\n} from './client';", false],
    ["import type { blobs } from './client';", true],
    ["import * as all from './client';\nall.blobs;", true],
    ["import * as all from './client';\nall.other;", false],
    ["import * as all from './client';\nuse(all);", true],
    ["import def from './client';", false],
    ["import './client';", false],
    ["const { blobs: b } = require('./client');", true],
    ["const { other } = require('./client');", false],
    ["const all = require('./client');\nall.blobs.x();", true],
    ["const b = require('./client').blobs;", true],
    ["const b = require('./client').other;", false],
    ["require('./client');", false],
    ["use(require('./client'));", true],
    ["import all = require('./client');\nall?.blobs", true],
    ["import { blobs } from './elsewhere/client';", false],
    ["import { blobs } from '../client';", false],
    ["import { blobs } from '@/client';", true],
    ["import { blobs } from '~/src/client';", true],
    ["import { blobs } from 'client';", false],
    ["import { blobs } from '@azure/client';", false],
    ['// blobs of client\nconst blobs = 1;', false],
  ])('%j: %s', async (text, expected) => {
    const files = {
      'src/client.ts': CLIENT,
      'src/user.ts': text,
      'package.json': '{"name":"app","dependencies":{"@azure/client":"1"}}',
    };
    expect(await importers(files, 'src/client.ts', 'blobs')).toEqual(expected ? ['src/user.ts'] : []);
  });

  test('a dynamic import, a mock, the default export', async () => {
    const files = {
      'client.js': 'module.exports = make();',
      'a.js': "const client = require('./client');",
      'b.mjs': "import client from './client.js';",
      'c.ts': "const { default: x } = await import('./client');\nexport const y = x;",
      'd.test.ts': "vi.mock('./client', () => ({}));",
      'e.ts': "import { named } from './client';",
    };
    expect(await importers(files, 'client.js', 'default')).toEqual([
      'a.js',
      'b.mjs',
      'c.ts (dynamic)',
      'd.test.ts (mock)',
    ]);
  });

  test('through modules that hand it on, by other names, in circles', async () => {
    const files = {
      'lib/client.ts': CLIENT,
      'lib/index.ts': "export * from './client';\nexport * from './more';",
      'lib/more.ts': "export { blobs as storage } from './client';\nexport * from '.';",
      'lib/local.ts': "import { blobs } from './client';\nexport { blobs as mine };",
      'app/a.ts': "import { storage } from '../lib';",
      'app/b.ts': "import { blobs } from '../lib/index.js';",
      'app/c.ts': "import { other } from '../lib';",
      'app/d.ts': "import { mine } from '../lib/local';",
      'app/e.js': "module.exports = { ...require('../lib/client') };",
      'app/f.js': "require('./e').blobs;",
    };
    expect(await importers(files, 'lib/client.ts', 'blobs')).toEqual([
      'app/a.ts',
      'app/b.ts',
      'app/d.ts',
      'app/e.js (re-export)',
      'app/f.js',
      'lib/index.ts (re-export)',
      'lib/local.ts',
      'lib/more.ts (re-export)',
    ]);
  });

  test("a name of the module's own, whatever it is exported as; a member of what is exported", async () => {
    const as = async (own: string, user: string) =>
      importers({ 'own.ts': `const conn = "x";\n${own}`, 'user.ts': user }, 'own.ts', 'conn');
    expect(await as('export default conn;', "import c from './own';")).toEqual(['user.ts']);
    expect(await as('module.exports = conn;', "const c = require('./own');")).toEqual(['user.ts']);
    expect(await as('export { conn as other };', "import { other } from './own';")).toEqual(['user.ts']);
    expect(await as('module.exports = { other: conn };', "const { other } = require('./own');")).toEqual(['user.ts']);
    expect(await as('exports.other = conn;', "require('./own').other;")).toEqual(['user.ts']);
    expect(await as('export { conn as other };\nexport const x = 1;', "import { x } from './own';")).toEqual([]);
    const members = {
      'settings.ts': 'export const settings = { conn: "x", other: 1 };\nexport class Keys { static conn = "x"; }',
      'again.ts': "export { settings as all } from './settings';",
      'a.ts': "import { settings } from './settings';\nsettings.conn;",
      'b.ts': "import { Keys } from './settings';\nKeys.conn;",
      'c.ts': "import { all } from './again';\nall.conn;",
      'd.ts': "import { settings } from './settings';\nsettings.other;",
    };
    expect(await importers(members, 'settings.ts', 'conn')).toEqual(['a.ts', 'b.ts', 'c.ts']);
  });

  test('by the name of a package of the workspace', async () => {
    const files = {
      'package.json': '{"workspaces":["*"]}',
      'db/package.json': '{"name":"@me/db"}',
      'db/src/index.ts': CLIENT,
      'api/package.json': '{"name":"api","dependencies":{"@me/db":"*"}}',
      'api/a.ts': "import { blobs } from '@me/db';",
      'api/b.ts': "import { blobs } from '@me/dbx';",
    };
    expect(await importers(files, 'db/src/index.ts', 'blobs')).toEqual(['api/a.ts']);
  });

  test('from views', async () => {
    const files = { 'storage.ts': CLIENT, 'App.vue': "<script setup>\nimport { blobs } from './storage';\n</script>" };
    expect(await importers(files, 'storage.ts', 'blobs')).toEqual(['App.vue']);
    expect(await importers(files, 'storage.ts', null)).toEqual(['App.vue']);
  });
});

describe('who names a member of C#', () => {
  const project = '<Project Sdk="Microsoft.NET.Sdk" />';
  const P = 'public static class P { public const string Conn = "x"; }';

  test.each([
    ['class A { string x = P.Conn; }', true],
    ['using static Demo.P;\nclass A { string x = Conn; }', true],
    ['partial class P { string x = Conn; }', true],
    ['class A { string Conn; }', false],
    ['class A { P p; }', false],
    ['class A(IP p) { string x = p.Conn; }', true],
    ['class A { string Connection = P.Other; }', false],
  ])('%s: %s', async (text, expected) => {
    const files = { 'App.csproj': project, 'P.cs': P, 'A.cs': text };
    expect(await importers(files, 'P.cs', 'P.Conn')).toEqual(expected ? ['A.cs'] : []);
    expect(await importers(files, 'P.cs', 'Conn')).toEqual(expected ? ['A.cs'] : []);
  });

  test('through classes that derive from it, in projects that see it, in views', async () => {
    const files = {
      'Lib/Lib.csproj': project,
      'Lib/Base.cs': 'public abstract class Base { protected string Conn; }',
      'Lib/Middle.cs': 'public class Middle<T> : Base, IDisposable where T : class { }',
      'App/App.csproj':
        '<Project Sdk="x"><ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup></Project>',
      'App/Top.cs': 'class Top : Middle<string> { string x => Conn; }',
      'App/View.cshtml': '@Model.Conn',
      'Else/Else.csproj': project,
      'Else/Top.cs': 'class Top : Base { string x => Conn; }',
    };
    expect(await importers(files, 'Lib/Base.cs', 'Base.Conn')).toEqual(['App/Top.cs', 'App/View.cshtml']);
  });

  test('a limit makes the answer incomplete', async () => {
    const model = createModel(memoryFiles({ 'P.cs': P, 'A.cs': 'P.Conn', 'B.cs': 'P.Conn', 'C.cs': 'P.Conn' }), {
      files: 100,
      bytes: 1000,
      found: 2,
    });
    expect(await model.importersOf('P.cs', 'P.Conn')).toMatchObject({ complete: false });
  });
});
