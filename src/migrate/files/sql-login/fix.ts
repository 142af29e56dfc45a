import type { SourceDocument } from '../../../core/document';
import type { TextEdit } from '../../../core/edit';
import type { Span } from '../../../core/span';
import { say } from '../../../core/message';
import { editSettings } from '../../../formats/edit';
import { formats } from '../../../formats/index';
import { settingCovering, settingsOf } from '../../../formats/of-document';
import { isXmlConfig } from '../../../formats/xml/config';
import { compareVersions } from '../../../manifests/versions';
import type { Project } from '../../../project/project';
import { noFollowUp } from '../../../steps/follow-up';
import { refused } from '../file-fix';
import type { Around, FileFix, FileRefusal } from '../file-fix';
import { packageVersions } from '../package-versions';
import { isOdbc, passwordless } from './passwordless';

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

/** What a change of one setting needs: its name, its value without a login, and the edits. */
interface Rewritten {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** The setting of a file that can be edited, with the identity in its value. */
async function inSettings(document: SourceDocument, span: Span): Promise<Rewritten | FileRefusal | null> {
  const { path, text } = document;
  const format = formats.find((one) => one.handles(path));
  const setting = settingCovering((await settingsOf(document)) ?? [], span);
  if (!format || setting?.value.kind !== 'literal') return null;
  const before = setting.value.value.reveal();
  if (isOdbc(before)) return refused('odbc-login');
  const value = passwordless(before);
  const edited = value === null ? null : editSettings(format, text, [{ kind: 'set', setting, value }]);
  return edited?.kind === 'edited' ? { name: setting.name, edits: edited.edits } : null;
}

/** The same in `web.config` and `app.config`, where the element names the client. */
async function inConfig(document: SourceDocument, span: Span): Promise<Rewritten | FileRefusal | null> {
  const { text } = document;
  const settings = await settingsOf(document);
  if (!settings) return refused('file-not-read');
  const setting = settingCovering(settings, span);
  if (setting?.value.kind !== 'literal') return null;
  const element = text.slice(setting.span.start, setting.span.end);
  const provider = /\bproviderName\s{0,99}=\s{0,99}["']([^"']{1,200})["']/.exec(element)?.[1];
  if (isOdbc(setting.value.value.reveal())) return refused('odbc-login');
  if (provider !== 'Microsoft.Data.SqlClient' && setting.name.startsWith('ConnectionStrings:'))
    return refused('sql-old-client');
  const inner = { start: setting.valueSpan.start + 1, end: setting.valueSpan.end - 1 };
  const written = text.slice(inner.start, inner.end);
  // Entities hold semicolons of their own.
  const value = written.includes('&') ? null : passwordless(written);
  return value === null ? refused('file-not-read') : { name: setting.name, edits: [{ span: inner, newText: value }] };
}

const isEditable = (path: string): boolean =>
  formats.some((format) => format.change !== undefined && format.handles(path));

/** A connection string of Azure SQL in settings that C# reads: the identity in the place of user and password. */
export const sqlLogin: FileFix = {
  id: 'sql-login',
  rules: ['hardcoded/sql-connection-string', 'hardcoded/sql-password'],
  handles: (path) => isEditable(path) || isXmlConfig(path),
  async plan(document, span, around) {
    const { path } = document;
    const isXml = !isEditable(path);
    const made = await (isXml ? inConfig(document, span) : inSettings(document, span));
    if (!made || 'kind' in made) return made;
    const { name, edits } = made;
    if (!(await isRead(name, path, around))) return isXml ? refused('sql-login-in-string') : null;
    return {
      kind: 'change',
      title: say('Sign in to Azure SQL with an identity instead of a password ({name})', { name }),
      service: 'sql',
      fix: 'setting',
      because: 'only-the-setting',
      edits,
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
