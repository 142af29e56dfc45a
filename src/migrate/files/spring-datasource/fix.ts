import type { TextEdit } from '../../../core/edit';
import { editedOrNull } from '../../../core/edit';
import { say } from '../../../core/message';
import type { Setting } from '../../../formats/format';
import { readSettings } from '../../../formats/index';
import { settingCovering, settingsOf } from '../../../formats/of-document';
import { isSpring } from '../../../formats/yaml/format';
import { noFollowUp } from '../../../steps/follow-up';
import { beforeOnLine, lineEndOf, refused, wholeLines } from '../file-fix';
import type { Around, FileChange, FileFix, FileRefusal } from '../file-fix';
import { databaseOf, passwordlessUrl } from './jdbc';
import { hasNewDriver, STARTER } from './packages';

const PROPERTIES = /(?:^|\/)(?:application|bootstrap)(?:-[\w-]{1,100})?\.properties$/i;

/** The settings of the datasource of Spring Boot in a file. */
interface Datasource {
  readonly url: Setting;
  readonly user: Setting | null;
  readonly password: Setting | null;
  /** The text of the URL. */
  readonly address: string;
}

const PLACE = 'spring.datasource.';

function datasourceIn(settings: readonly Setting[]): Datasource | null {
  const all = (name: string): Setting[] => settings.filter((one) => one.name === PLACE + name);
  const [urls, users, passwords] = [all('url'), all('username'), all('password')];
  const [url] = urls;
  if (url?.value.kind !== 'literal' || urls.length > 1 || users.length > 1 || passwords.length > 1) return null;
  return { url, user: users[0] ?? null, password: passwords[0] ?? null, address: url.value.value.reveal() };
}

/** A file that reads the login by itself, beside Spring; null where none is known. */
async function otherReader(path: string, around: Around): Promise<string | null> {
  for (const name of ['password', 'username']) {
    const { readers } = await around.settingFacts(PLACE + name, path);
    const other = readers.find((one) => one.nearness !== 'other' && one.path !== path && !one.doubtful);
    if (other) return other.path;
  }
  return null;
}

/** The lines of settings that go. Null where one shares its lines. */
function gone(text: string, settings: readonly (Setting | null)[]): TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const setting of settings) {
    if (!setting) continue;
    const { span } = setting;
    const isLines = /[\r\n]$/.test(text.slice(span.start, span.end));
    const lines = isLines ? span : wholeLines(text, span);
    if (!lines) return null;
    edits.push({ span: lines, newText: '' });
  }
  return edits;
}

/** Azure SQL: the driver itself signs in. */
function sqlEdits(text: string, { url, user, password, address }: Datasource): TextEdit[] | null {
  const wanted = passwordlessUrl(address);
  const written = text.slice(url.valueSpan.start, url.valueSpan.end);
  const lines = gone(text, [user, password]);
  // Escapes would not survive.
  if (wanted === null || !written.includes(address) || !lines) return null;
  return [{ span: url.valueSpan, newText: written.replace(address, () => wanted) }, ...lines];
}

/** The databases of the Spring starters: the starter signs in, as the user that stays. */
function starterEdits(path: string, text: string, { password }: Datasource): TextEdit[] | null {
  if (!password) return null;
  const key = `${PLACE}azure.passwordless-enabled`;
  const { span, nameSpan, valueSpan } = password;
  if (PROPERTIES.test(path)) {
    const joint = text.slice(nameSpan.end, valueSpan.start);
    return [{ span: { start: nameSpan.start, end: valueSpan.end }, newText: `${key}${joint}true` }];
  }
  const pad = beforeOnLine(text, span.start);
  if (!/^ *$/.test(pad) || text.slice(nameSpan.start, nameSpan.end) !== 'password') return null;
  return [{ span, newText: `azure:${lineEndOf(text)}${pad}  passwordless-enabled: true` }];
}

function changeOf(datasource: Datasource, edits: TextEdit[], service: string): FileChange {
  return {
    kind: 'change',
    title: say('Connect Spring to the database with an identity instead of a password'),
    service,
    edits,
    work: {
      ...noFollowUp,
      services: [{ service, access: null, leaked: true, values: {} }],
    },
    steps: [
      {
        id: `set-setting:spring:${service}`,
        kind: 'set-setting',
        title: say('Delete the password of the datasource where the app runs'),
        text: [
          say('SPRING_DATASOURCE_PASSWORD and other sources override the file.'),
          ...(datasource.user && service !== 'sql'
            ? [say('The user name stays in the file: it must be the one that the identity has in the database.')]
            : []),
        ],
        code: null,
      },
    ],
  };
}

/** True where the edited file can be read, and the password is in it no more. */
async function isDone(path: string, text: string, edits: readonly TextEdit[]): Promise<boolean> {
  const after = await readSettings(path, editedOrNull(text, edits) ?? '');
  return after !== null && after.length > 0 && !after.some(({ name }) => name === `${PLACE}password`);
}

async function planned(
  path: string,
  text: string,
  datasource: Datasource,
  around: Around,
): Promise<FileChange | FileRefusal> {
  const database = databaseOf(datasource.address);
  if (!database) return refused('spring-datasource');
  const reader = await otherReader(path, around);
  if (reader !== null) return refused('setting-read-otherwise', { file: reader });
  const project = await around.projectOf(path);
  if (database === 'sql') {
    if (!project || !(await hasNewDriver(project, around))) return refused('jdbc-driver');
  } else if (!project?.dependencies.has(STARTER[database]))
    return refused('spring-starter', { package: STARTER[database].split(':')[1] ?? '' });
  const edits = database === 'sql' ? sqlEdits(text, datasource) : starterEdits(path, text, datasource);
  return edits && (await isDone(path, text, edits)) ? changeOf(datasource, edits, database) : refused('file-not-read');
}

/** The datasource of Spring Boot in properties or YAML: an identity instead of the password. */
export const springDatasource: FileFix = {
  id: 'spring-datasource',
  rules: ['hardcoded/'],
  handles: (path) => PROPERTIES.test(path) || isSpring(path),
  async plan(document, span, around) {
    const { path, text } = document;
    const settings = await settingsOf(document);
    if (!settings) return refused('file-not-read');
    const own = settingCovering(settings, span);
    if (!own?.name.startsWith(PLACE) || !/^(?:url|password)$/.test(own.name.slice(PLACE.length))) return null;
    const datasource = datasourceIn(settings);
    return datasource ? planned(path, text, datasource, around) : refused('spring-datasource');
  },
};
