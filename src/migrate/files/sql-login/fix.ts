import { contains } from '../../../core/span';
import { say } from '../../../core/message';
import { editSettings } from '../../../formats/edit';
import { formats } from '../../../formats/index';
import { compareVersions } from '../../../manifests/versions';
import type { Project } from '../../../project/project';
import { noFollowUp } from '../../../steps/follow-up';
import type { Around, FileFix } from '../file-fix';
import { packageVersions } from '../package-versions';
import { passwordless } from './passwordless';

/** Ways of code to use the string that take the identity from it, and others that may not. */
const READS = /\bUseSqlServer\s{0,99}\(|\bSqlConnection\s{0,99}\(/;
const OTHERS =
  /System\.Data\.SqlClient|UseSqlServerStorage|AddHangfire|DeployChanges|MSSqlServer\s{0,99}\(|AddSqlServer\s{0,99}\(|UseSqlServer\s{0,99}\(\s{0,99}\)/;

/** Packages that know Active Directory Default, from a version on. */
const SINCE: Readonly<Record<string, string>> = {
  'microsoft.data.sqlclient': '3.0.0',
  'microsoft.entityframeworkcore.sqlserver': '7.0.0',
};
/** From this version on SqlClient has Microsoft Entra in a package of its own. */
const APART = '7.0.0';

/** True where all that a project opens databases with knows the identity in the connection string. */
async function knowsIdentity(project: Project, around: Around): Promise<boolean> {
  if (!project.readable || project.dependencies.has('system.data.sqlclient')) return false;
  const used = Object.keys(SINCE).filter((name) => project.dependencies.has(name));
  const versionOf = await packageVersions(project, around);
  const isNew = (name: string): boolean => {
    const version = versionOf(name);
    return version !== null && (compareVersions(version, SINCE[name] ?? '') ?? -1) >= 0;
  };
  const client = versionOf('microsoft.data.sqlclient');
  const isApart = client !== null && (compareVersions(client, APART) ?? 0) >= 0;
  if (isApart && !project.dependencies.has('microsoft.data.sqlclient.extensions.azure')) return false;
  return used.length > 0 && used.every(isNew);
}

/** True where every reader of a setting is C# that opens a database with it, in projects that know the identity. */
async function isRead(name: string, path: string, around: Around): Promise<boolean> {
  const { readers, complete } = await around.settingFacts(name, path);
  const near = readers.filter((one) => one.nearness !== 'other' && one.path !== path);
  if (!complete || near.length === 0 || near.some((one) => one.kind !== 'code' || !/\.cs$/i.test(one.path)))
    return false;
  const texts = await around.read([...new Set(near.map((one) => one.path))]);
  if (texts.some(({ text }) => !READS.test(text) || OTHERS.test(text))) return false;
  const projects = new Map(near.flatMap(({ project }) => (project ? [[project.id, project] as const] : [])));
  if (near.some(({ project }) => project === null)) return false;
  for (const project of projects.values()) if (!(await knowsIdentity(project, around))) return false;
  return true;
}

/** A connection string of Azure SQL in settings that C# reads: the identity in the place of user and password. */
export const sqlLogin: FileFix = {
  id: 'sql-login',
  rules: ['hardcoded/sql-connection-string', 'hardcoded/sql-password'],
  handles: (path) => formats.some((format) => format.change !== undefined && format.handles(path)),
  async plan({ path, text }, span, around) {
    const format = formats.find((one) => one.handles(path));
    const setting = format?.read(text)?.find(({ valueSpan }) => contains(valueSpan, span));
    if (!format || setting?.value.kind !== 'literal') return null;
    const value = passwordless(setting.value.value.reveal());
    if (value === null || !(await isRead(setting.name, path, around))) return null;
    const edited = editSettings(format, text, [{ kind: 'set', setting, value }]);
    if (edited.kind !== 'edited') return null;
    const { name } = setting;
    return {
      kind: 'change',
      title: say('Sign in to Azure SQL with an identity instead of a password ({name})', { name }),
      service: 'sql',
      fix: 'setting',
      edits: edited.edits,
      work: { ...noFollowUp, services: [{ service: 'sql', access: null, leaked: true, values: {} }] },
      steps: [
        {
          id: `set-setting:sql:${name}`,
          kind: 'set-setting',
          title: say('Where {name} is set for the app that runs, give it the same value', { name }),
          text: [say('Environments and Key Vault override the file.')],
          code: null,
        },
      ],
    };
  },
};
