import type { ProjectFile } from '../core/files';
import { folderOf } from '../core/document';
import { applyEdits } from '../core/edit';
import { editsBetween } from '../core/edits-between';
import type { TextEdit } from '../core/edit';
import type { Message } from '../core/message';
import { say } from '../core/message';
import type { Redacted } from '../core/redacted';
import { editSettings } from '../formats/edit';
import type { Change, Setting, SettingsFormat } from '../formats/format';
import { compareVersions } from '../manifests/versions';
import { formats } from '../formats/index';
import type { Language } from '../languages/code';
import type { Service } from '../services/service';
import type { SettingChange } from './draft/model';
import { endpointOfValue, isPlaceholder } from './endpoint';
import type { FileEdit } from './migration';

/** The part of a migration outside the file of the finding. */
export interface ProjectChange {
  readonly files: readonly FileEdit[];
  readonly steps: readonly Message[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** A value with a secret stood in a settings file. */
  readonly leaked: boolean;
}

const isAbove = (folder: string, path: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** The manifest nearest above the document. */
function manifestOf(document: string, language: Language, files: readonly ProjectFile[]): ProjectFile | null {
  const above = files.filter(({ path }) => language.manifest.isManifest(path) && isAbove(folderOf(path), document));
  return above.sort((a, b) => folderOf(b.path).length - folderOf(a.path).length)[0] ?? null;
}

/** The package of a rewrite that the manifest asks for in a version too old for it, or null. */
export function outdated(
  document: string,
  language: Language,
  needs: readonly { readonly package: string; readonly since: string | null }[],
  files: readonly ProjectFile[],
): { readonly name: string; readonly found: string; readonly since: string } | null {
  const manifest = manifestOf(document, language, files);
  for (const { package: name, since } of manifest ? needs : []) {
    const found = manifest && since !== null ? language.manifest.version?.(manifest.text, name) : null;
    if (found && since !== null && compareVersions(found, since) === -1) return { name, found, since };
  }
  return null;
}

const mentions = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\w-])${name.replace(/\W/g, '\\$&')}(?![\\w-])`).test(text);

/** True when a text may read a setting: by its name, or by a part of a path `A:B`, whatever section that stands in. */
function reads(text: string, name: string): boolean {
  const [section = '', ...rest] = name.split(':');
  const last = rest.at(-1);
  if (last === undefined) return mentions(text, name);
  const parts = [
    name,
    name.replaceAll(':', '__'),
    `"${last}"`,
    ...(section === 'ConnectionStrings' ? [] : [`"${section}"`]),
  ];
  return parts.some((part) => mentions(text, part));
}

/** True when two names mean one setting: `A:B` is written `A__B` in the environment, and case is no matter there. */
export const sameSetting = (a: string, b: string): boolean =>
  a === b || (b.includes(':') && a.replaceAll('__', ':').toLowerCase() === b.toLowerCase());

/** The value of the endpoint setting that goes where the secret stood. */
function valueFor(old: Redacted, service: Service, example: boolean): string {
  const known = endpointOfValue(old, service);
  if (known !== null) return known;
  return example || isPlaceholder(old.reveal()) ? (service.identity.endpoint ?? '') : '';
}

export function changeProject(
  document: string,
  language: Language,
  packages: readonly string[],
  changes: readonly SettingChange[],
  files: readonly ProjectFile[],
  stillRead: ReadonlySet<string>,
): ProjectChange {
  const edits: FileEdit[] = [];
  const steps: Message[] = [];
  const added = new Set<string>();
  const removed = new Set<string>();
  let leaked = false;

  const manifest = manifestOf(document, language, files);
  const manifests = changeManifests(document, language, packages, manifest, files);
  edits.push(...manifests.files);
  steps.push(...manifests.steps);

  const names = changes.map(({ from }) => from);
  const belongs = settingsOfProject(document, language, names, files);
  const isCode = ({ path }: ProjectFile) =>
    path !== document && !language.manifest.isManifest(path) && !formats.some((one) => one.handles(path));
  const code = files.filter(isCode);
  const isRead = (name: string) =>
    stillRead.has(name) ||
    // A section that is handed on: `A:` for all that is below it.
    name.split(':').some((_, i, path) => i > 0 && stillRead.has(`${path.slice(0, i).join(':')}:`)) ||
    code.some((file) => reads(file.text, name));
  for (const file of files) {
    const format = formats.find((one) => one.handles(file.path));
    const settings = format?.read(file.text);
    if (!format || !settings || !belongs(file)) continue;
    const own = settingChanges(format, file, settings, changes, isRead);
    if (own.changes.length === 0) continue;
    if (file.editable === false) {
      steps.push(
        say('{file} cannot be written: replace {names} there by hand.', {
          file: file.path,
          names: own.names.join(', '),
        }),
      );
      continue;
    }
    const made = editSettings(format, file.text, own.changes);
    if (made.kind === 'unedited') {
      steps.push(
        say('{file} could not be edited: replace {names} there by hand.', {
          file: file.path,
          names: own.names.join(', '),
        }),
      );
      continue;
    }
    edits.push({ path: file.path, edits: made.edits });
    for (const name of own.added) added.add(name);
    for (const name of own.removed) removed.add(name);
    if (own.unknown.length > 0)
      steps.push(
        say('Set {names} in {file}: its value could not be derived.', {
          names: own.unknown.join(', '),
          file: file.path,
        }),
      );
    leaked ||= own.leaked;
  }
  for (const { to } of changes) if (to !== null) added.add(to);
  const old = [...new Set(changes.map(({ from }) => from))].filter((name) => !isRead(name));
  const projects = files.filter(({ path }) => language.manifest.isManifest(path));
  steps.push(...(language.manifest.settingsElsewhere?.(projects, document, [...added], old) ?? []));
  return { files: edits, steps, added: [...added], removed: [...removed], leaked };
}

/** The manifests with the packages added, one after the other: the edits of two may touch the same place. */
function changeManifests(
  document: string,
  language: Language,
  packages: readonly string[],
  manifest: ProjectFile | null,
  files: readonly ProjectFile[],
): Pick<ProjectChange, 'files' | 'steps'> {
  const before = files.filter(({ path }) => language.manifest.isManifest(path));
  const steps: Message[] = [];
  let after: readonly ProjectFile[] = before;
  const change = (path: string, edits: readonly TextEdit[]): void => {
    after = after.map((file) => (file.path === path ? { ...file, text: applyEdits(file.text, edits) } : file));
  };
  // The identity's package last: its version depends on what the others bring along.
  const last = (name: string) => Number(name === language.identityPackage);
  for (const name of [...packages].sort((a, b) => last(a) - last(b))) {
    if (language.manifest.addAcross) {
      const across = language.manifest.addAcross(after, document, name);
      for (const { path, edits } of across.files) change(path, edits);
      steps.push(...across.steps);
      continue;
    }
    const present = after.find(({ path }) => path === manifest?.path);
    const made = present && present.editable !== false ? language.manifest.add(present.text, name) : null;
    if (present && made) change(present.path, made);
    else
      steps.push(
        manifest
          ? say('{file} could not be edited: add the package {name} to it.', { file: manifest.path, name })
          : say('Install the package {name}.', { name }),
      );
  }
  const changed = before.flatMap(({ path, text }): FileEdit[] => {
    const made = after.find((file) => file.path === path)?.text ?? text;
    return made === text ? [] : [{ path, edits: editsBetween(text, made) }];
  });
  return { files: changed, steps };
}

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
  const done = new Set<string>();
  const taken = new Set<Setting>();
  let leaked = false;
  for (const { from, to, service } of changes) {
    const stays = isRead(from) || done.has(from);
    for (const setting of settings.filter(({ name }) => sameSetting(name, from))) {
      const keep = stays || taken.has(setting) || format.keeps?.(setting.name) === true;
      names.push(from);
      if (to !== null && !settings.some(({ name }) => name === to) && !added.includes(to)) {
        const value = valueFor(setting.value.value, service, format.isExample(file.path));
        made.push({ kind: keep ? 'insertAfter' : 'replace', setting, name: to, value });
        added.push(to);
        if (value === '') unknown.push(to);
      } else if (!keep) {
        made.push({ kind: 'remove', setting });
      } else continue;
      if (!keep) {
        removed.push(from);
        done.add(from);
        taken.add(setting);
        leaked ||= !isPlaceholder(setting.value.value.reveal());
      }
    }
  }
  return { changes: made, added, removed, unknown, names, leaked };
}
