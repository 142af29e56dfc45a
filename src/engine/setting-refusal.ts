import type { SourceDocument } from '../core/document';
import type { Refusal, Related } from '../core/finding';
import type { Span } from '../core/span';
import type { Candidate } from '../detect/candidate';
import { formats } from '../formats/index';
import { settingCovering, settingsOf } from '../formats/of-document';
import { settingBehind } from '../languages/trace';
import { sameSetting } from '../migrate/project';
import { refusal } from '../migrate/refusals';
import { relatedTo } from '../migrate/related';
import type { Model } from '../project/model';
import type { Analyser } from './analyse';
import { services } from '../services/index';
import { languageOf } from './tools';

/** Readers of one setting that are looked into: a person gets one of them named. */
const READERS = 20;

/** What the project says of a setting whose value is a secret. */
export interface SettingLook {
  /** Why there is no fix in the settings file; null where nothing says. */
  readonly refusal: Refusal | null;
  readonly related: readonly Related[];
  /** The setting's name, as it is written in the file; null where the file cannot be read. */
  readonly name: string | null;
}

/** The name of the setting whose value is at a place of a file that is not code; null where none is. */
export async function settingNameAt(document: SourceDocument, span: Span): Promise<string | null> {
  return settingCovering((await settingsOf(document)) ?? [], span)?.name ?? null;
}

/**
 * Why a hardcoded value of a settings file has no fix there: the client that reads it has a finding of its own, code reads it in
 * a way that has no rewrite, nothing is known to read it, or the file cannot be read. Null where the file holds no such setting.
 * @param analyser one that nobody else asks: it keeps the last document
 */
export async function settingRefusal(
  model: Model,
  analyser: Analyser,
  document: SourceDocument,
  { kind, span }: Candidate,
): Promise<SettingLook | null> {
  const isSettings = formats.some((format) => format.handles(document.path));
  const settings = await settingsOf(document);
  if (!settings) return isSettings ? { refusal: refusal('file-not-read'), related: [], name: null } : null;
  const name = settingCovering(settings, span)?.name;
  if (name === undefined) return null;
  const facts = await model.settingFacts(name, document.path);
  const related = relatedTo(name, facts, document.path);
  const near = facts.readers.filter((one) => one.nearness !== 'other' && one.path !== document.path);
  const code = near.filter((one) => one.kind === 'code' && languageOf({ path: one.path, text: '' }));
  for (const { path } of code.slice(0, READERS))
    if (await hasFinding(model, analyser, path, name)) return { refusal: refusal('migrate-the-reader'), related, name };
  // In other places what reads a setting may be elsewhere: a container that is built in another repository.
  if (!isSettings) return { refusal: null, related, name };
  const [first] = code;
  if (first) return { refusal: refusal(...unknownUse(kind, first.path)), related, name };
  // A binding, a template, a workflow; not code in a language that is not read here: its client is the one to migrate.
  const [other] = near.some(({ kind: reader }) => reader === 'code') ? [] : near;
  if (other?.kind === 'host') return { refusal: refusal('setting-of-host'), related, name };
  if (other) return { refusal: refusal('setting-used-elsewhere', '', { file: other.path }), related, name };
  const unread = near.length === 0 && facts.complete;
  return { refusal: unread ? refusal('setting-without-reader', '', { name }) : null, related, name };
}

/** True when a client in a file takes its secret from the setting, so that it is migrated there. */
async function hasFinding(model: Model, analyser: Analyser, path: string, name: string): Promise<boolean> {
  const [file] = await model.read([path]);
  if (!file) return false;
  return analyser.use({ path, text: file.text }, {}, ({ analysed }) => {
    const uses = analysed?.analysis.groups.flatMap((group) => group.uses) ?? [];
    return uses.some(({ trace }) => {
      const read = settingBehind(trace)?.name;
      return read !== undefined && (sameSetting(name, read) || sameSetting(read, name));
    });
  });
}

/** True where clients of the file's language take the login of such a string: it is part of the string itself. */
const refusesLogin = (kind: string, path: string): boolean => {
  const language = /-connection-string$/.test(kind) ? languageOf({ path, text: '' }) : null;
  const clients = services.filter(({ secrets }) => secrets.includes(kind)).map(({ clients: all }) => all);
  return (
    language !== null &&
    clients
      .flatMap((all) => all[language.id] ?? [])
      .flatMap(({ patterns }) => patterns)
      .some((one) => one.kind === 'refuse' && one.reason === 'sql-login-in-string')
  );
};

/** The reason where code reads the setting, but no client that is known takes it. */
function unknownUse(kind: string, file: string): Parameters<typeof refusal> {
  if (refusesLogin(kind, file)) return ['sql-login-in-string'];
  return /-url$/.test(kind) ? ['database-url'] : ['setting-read-otherwise', '', { file }];
}
