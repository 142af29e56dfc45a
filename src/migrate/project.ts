import { folderOf } from '../core/document';
import type { ProjectFile } from '../core/files';
import { say } from '../core/message';
import type { Redacted } from '../core/redacted';
import type { Step } from '../core/step';
import { isEmulatorValue } from '../detect/emulator';
import { editSettings } from '../formats/edit';
import type { Change, Setting, SettingsFormat } from '../formats/format';
import { formats } from '../formats/index';
import type { Language } from '../languages/contract/language';
import type { Service } from '../services/service';
import { isHostSetting } from '../steps/follow-up';
import type { OldSetting, FollowUp } from '../steps/follow-up';
import type { SettingChange } from './draft/model';
import { endpointOfValue, isPlaceholder } from './endpoint';
import type { Facts } from './facts';
import type { FileEdit } from './migration';
import { changeManifests, isAbove, manifestOf } from './project-manifests';
import { readersIn } from './readers';
import { isSecretValue } from './secret-value';

/** The part of a migration outside the file of the finding. */
export interface ProjectChange {
  readonly files: readonly FileEdit[];
  /** What is left of it to people. */
  readonly work: Pick<FollowUp, 'installs' | 'old' | 'unknownValues' | 'emulators' | 'others'>;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** A value with a secret was in a settings file. */
  readonly leaked: boolean;
}

/** What a project change is made from. */
export interface ProjectFacts {
  readonly document: string;
  readonly language: Language;
  readonly files: readonly ProjectFile[];
  /** Settings that the code of the migration reads when it is done, by file. */
  readonly stillRead: ReadonlyMap<string, ReadonlySet<string>>;
  /** The files of code that the migration edits, as they are when it is done. */
  readonly textsAfter: ReadonlyMap<string, string>;
  /** What the project says of the settings. */
  readonly facts: Facts;
  /** Every file that may read the same settings is among `files`. */
  readonly complete: boolean;
  /** Paths of lock files in the folders of the manifests and above them. */
  readonly locks: readonly string[];
}

/** True when two names mean one setting: `A:B` is written `A__B` in the environment, and case is no matter there. */
export const sameSetting = (a: string, b: string): boolean =>
  a === b || (b.includes(':') && a.replaceAll('__', ':').toLowerCase() === b.toLowerCase());

/**
 * The value of the endpoint setting that goes where the secret was. One that was empty stays so: the app takes it from
 * elsewhere, or does without where the code asks for it.
 */
function valueFor(old: Redacted, service: Service, example: boolean): string {
  if (!example && isEmpty(old)) return '';
  const known = endpointOfValue(old, service);
  if (known !== null) return known;
  return example || isPlaceholder(old.reveal()) ? (service.identity.endpoint ?? '') : '';
}

const isEmpty = (value: Redacted): boolean => value.reveal().trim() === '';

export function changeProject(
  facts: ProjectFacts,
  packages: readonly string[],
  changes: readonly SettingChange[],
): ProjectChange {
  const { document, language, files } = facts;
  const manifest = manifestOf(document, language, files);
  const manifests = changeManifests(facts, packages, manifest);
  const named = changes.filter(({ property }) => !property);
  const old = oldSettings(facts, manifest, named);
  const settings = changeSettings(facts, old, named);
  const added = [...new Set([...settings.flatMap((one) => one.added), ...changes.flatMap(({ to }) => to ?? [])])];
  const gone = old.filter(({ host, readers }) => !host && readers.length === 0).map(({ name }) => name);
  const projects = files.filter(({ path }) => language.manifest.isManifest(path));
  return {
    files: [...manifests.files, ...settings.flatMap(({ edit }) => edit ?? [])],
    work: {
      installs: manifests.installs,
      old: [...old, ...oldProperties(facts, manifest, changes)],
      unknownValues: settings.flatMap(({ file, unknown }) => (unknown.length > 0 ? [{ names: unknown, file }] : [])),
      emulators: settings.flatMap(({ file, emulators }) => emulators.map((name) => ({ name, file }))),
      others: [
        ...manifests.steps,
        ...settings.flatMap(({ step }) => step ?? []),
        ...(language.manifest.settingsElsewhere?.(projects, document, added, gone) ?? []),
      ],
    },
    added,
    removed: [...new Set(settings.flatMap(({ removed }) => removed))],
    leaked: settings.some(({ leaked }) => leaked),
  };
}

/** The settings that the code read before, with who reads them once the migration is done. */
function oldSettings(
  facts: ProjectFacts,
  manifest: ProjectFile | null,
  changes: readonly SettingChange[],
): readonly OldSetting[] {
  const readersOf = readersIn(facts);
  return [...new Set(changes.map(({ from }) => from))].map((name) => ({
    name,
    project: folderOf(manifest?.path ?? facts.document),
    readers: readersOf(name),
    host: isHostSetting(name),
    searched: facts.complete,
  }));
}

/** The properties of options that the code read before: they may be read or asked for anywhere, and stay until a person looks. */
const oldProperties = (
  { document }: ProjectFacts,
  manifest: ProjectFile | null,
  changes: readonly SettingChange[],
): readonly OldSetting[] =>
  [...new Set(changes.flatMap(({ from, property }) => (property ? from : [])))].map((name) => ({
    name,
    project: folderOf(manifest?.path ?? document),
    readers: [],
    host: false,
    searched: false,
    property: true,
  }));

/** What becomes of one settings file. */
interface ChangedSettings {
  readonly file: string;
  readonly edit: FileEdit | null;
  /** Set where the file cannot be edited. */
  readonly step: Step | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly unknown: readonly string[];
  readonly emulators: readonly string[];
  readonly leaked: boolean;
}

function changeSettings(
  { document, language, files }: ProjectFacts,
  old: readonly OldSetting[],
  changes: readonly SettingChange[],
): readonly ChangedSettings[] {
  const names = old.map(({ name }) => name);
  const belongs = settingsOfProject(document, language, names, files);
  const isRead = (name: string): boolean => old.some((one) => one.name === name && one.readers.length > 0);
  return files.flatMap((file) => {
    const format = formats.find((one) => one.handles(file.path));
    const settings = format?.read(file.text);
    return format && settings && belongs(file) ? [changeFile(format, file, settings, changes, isRead)] : [];
  });
}

function changeFile(
  format: SettingsFormat,
  file: ProjectFile,
  settings: readonly Setting[],
  changes: readonly SettingChange[],
  isRead: (name: string) => boolean,
): ChangedSettings {
  const { emulators, names, ...own } = settingChanges(format, file, settings, changes, isRead);
  const none = {
    file: file.path,
    edit: null,
    step: null,
    added: [],
    removed: [],
    unknown: [],
    emulators,
    leaked: false,
  };
  if (own.changes.length === 0) return none;
  const args = { file: file.path, names: names.join(', ') };
  if (file.editable === false)
    return { ...none, step: byHand(file.path, say('{file} cannot be written: replace {names} there by hand.', args)) };
  const made = editSettings(format, file.text, own.changes);
  if (made.kind === 'unedited')
    return {
      ...none,
      step: byHand(file.path, say('{file} could not be edited: replace {names} there by hand.', args)),
    };
  return { ...none, ...own, edit: { path: file.path, edits: made.edits } };
}

const byHand = (file: string, title: Step['title']): Step => ({
  id: `set-setting:${file}`,
  kind: 'set-setting',
  title,
  text: [],
  code: null,
});

/**
 * Tells the settings files of the document's project, where one of them holds a setting that changes: other projects may
 * have settings of the same name. All of them, where the project has none: a library reads those of its host.
 */
export function settingsOfProject(
  document: string,
  language: Language,
  names: readonly string[],
  files: readonly ProjectFile[],
): (file: ProjectFile) => boolean {
  const manifest = manifestOf(document, language, files);
  const home = manifest && folderOf(manifest.path);
  const isOwn = ({ path }: ProjectFile): boolean => {
    const nearest = manifestOf(path, language, files);
    return isAbove(folderOf(path), document) || (nearest !== null && folderOf(nearest.path) === home);
  };
  const holds = ({ path, text }: ProjectFile): boolean =>
    (formats.find((one) => one.handles(path))?.read(text) ?? []).some(({ name }) =>
      names.some((wanted) => sameSetting(name, wanted)),
    );
  return home !== null && files.some((file) => isOwn(file) && holds(file)) ? isOwn : () => true;
}

/** What the settings of one file become, in order. */
function settingChanges(
  format: SettingsFormat,
  file: ProjectFile,
  settings: readonly Setting[],
  changes: readonly SettingChange[],
  isRead: (name: string) => boolean,
) {
  const made: Change[] = [];
  const [added, removed, unknown, names]: [string[], string[], string[], string[]] = [[], [], [], []];
  const emulators: string[] = [];
  const done = new Set<string>();
  const taken = new Set<Setting>();
  let leaked = false;
  for (const { from, to, service } of changes) {
    const stays = isRead(from) || done.has(from);
    for (const setting of settings.filter(({ name }) => sameSetting(name, from))) {
      if (isEmulatorValue(setting.value.value.reveal())) {
        emulators.push(setting.name);
        continue;
      }
      const keep = stays || taken.has(setting) || format.keeps?.(setting.name) === true;
      names.push(from);
      if (to !== null && !settings.some(({ name }) => name === to) && !added.includes(to)) {
        const value = valueFor(setting.value.value, service, format.isExample(file.path));
        made.push({ kind: keep ? 'insertAfter' : 'replace', setting, name: to, value });
        added.push(to);
        if (value === '' && !isEmpty(setting.value.value)) unknown.push(to);
      } else if (!keep) {
        made.push({ kind: 'remove', setting });
      } else continue;
      if (!keep) {
        removed.push(from);
        done.add(from);
        taken.add(setting);
        leaked ||= isSecretValue(setting.value.value);
      }
    }
  }
  return { changes: made, added, removed, unknown, names, emulators, leaked };
}
