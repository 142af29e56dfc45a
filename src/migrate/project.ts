import type { ProjectFile } from '../core/files';
import { baseName, folderOf } from '../core/document';
import { applyEdits } from '../core/edit';
import type { TextEdit } from '../core/edit';
import { say } from '../core/message';
import type { Redacted } from '../core/redacted';
import type { Step } from '../core/step';
import { compareVersions } from '../formats/csproj';
import { formats } from '../formats/index';
import type { SettingsFormat } from '../formats/settings-format';
import type { Language } from '../languages/code';
import type { Service } from '../services/service';
import type { SettingChange } from './code';
import { editsBetween } from './combine';
import { endpointOfValue, isPlaceholder } from './endpoint';
import { addByHand, installByHand, toolOf } from '../steps/install';
import { isHostSetting } from '../steps/work';
import type { Install, OldSetting, Work } from '../steps/work';
import type { FileEdit } from './migration';
import { readerKind } from './readers';
import { isEmulatorValue, isSecretValue } from './secret-value';

/** The part of a migration outside the file of the finding. */
export interface ProjectChange {
  readonly files: readonly FileEdit[];
  /** What is left of it to people. */
  readonly work: Pick<Work, 'installs' | 'old' | 'unknownValues' | 'emulators' | 'others'>;
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

/** What a project change is made from. */
export interface ProjectFacts {
  readonly document: string;
  readonly language: Language;
  readonly files: readonly ProjectFile[];
  /** Settings that the code of the migration reads when it is done, by file. */
  readonly stillRead: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every file that may read the same settings is among `files`. */
  readonly complete: boolean;
  /** Paths of lock files in the folders of the manifests and above them. */
  readonly locks: readonly string[];
}

/** Tells who reads a setting once the migration is done. */
function readersIn({ document, language, files, stillRead }: ProjectFacts): (name: string) => OldSetting['readers'] {
  const isCode = ({ path }: ProjectFile) =>
    path !== document && !language.manifest.isManifest(path) && !formats.some((one) => one.handles(path));
  const code = files.filter(isCode);
  return (name) => {
    // A section that is handed on: `A:` for all that is below it.
    const sections = name.split(':').flatMap((_, i, path) => (i > 0 ? [`${path.slice(0, i).join(':')}:`] : []));
    const own = [...stillRead].filter(([, names]) => [name, ...sections].some((one) => names.has(one)));
    return [
      ...own.map(([path]) => ({ path, kind: 'code' as const })),
      ...code
        .filter((file) => reads(file.text, name))
        .map(({ path, text }) => ({ path, kind: readerKind(path, text, name) })),
    ];
  };
}

export function changeProject(
  facts: ProjectFacts,
  packages: readonly string[],
  changes: readonly SettingChange[],
): ProjectChange {
  const { document, language, files } = facts;
  const edits: FileEdit[] = [];
  const others: Step[] = [];
  const unknownValues: { names: readonly string[]; file: string }[] = [];
  const emulators: { name: string; file: string }[] = [];
  const added = new Set<string>();
  const removed = new Set<string>();
  let leaked = false;

  const manifest = manifestOf(document, language, files);
  const manifests = changeManifests(facts, packages, manifest);
  edits.push(...manifests.files);
  others.push(...manifests.steps);

  const names = [...new Set(changes.map(({ from }) => from))];
  const belongs = settingsOfProject(document, language, names, files);
  const readersOf = readersIn(facts);
  const old = names.map((name): OldSetting => ({
    name,
    project: folderOf(manifest?.path ?? document),
    readers: readersOf(name),
    host: isHostSetting(name),
    searched: facts.complete,
  }));
  const isRead = (name: string) => old.some((setting) => setting.name === name && setting.readers.length > 0);
  for (const file of files) {
    const format = formats.find((one) => one.handles(file.path));
    const settings = format?.read(file.text);
    if (!format || !settings || !belongs(file)) continue;
    const own = settingEdits(format, file, settings, changes, isRead);
    emulators.push(...own.emulators.map((name) => ({ name, file: file.path })));
    if (own.edits.length === 0) continue;
    if (file.editable === false) {
      others.push({
        id: `set-setting:${file.path}`,
        kind: 'set-setting',
        title: say('{file} cannot be written: replace {names} there by hand.', {
          file: file.path,
          names: own.names.join(', '),
        }),
        text: [],
        code: null,
      });
      continue;
    }
    edits.push({ path: file.path, edits: own.edits });
    for (const name of own.added) added.add(name);
    for (const name of own.removed) removed.add(name);
    if (own.unknown.length > 0) unknownValues.push({ names: own.unknown, file: file.path });
    leaked ||= own.leaked;
  }
  for (const { to } of changes) if (to !== null) added.add(to);
  const gone = old.filter(({ host, readers }) => !host && readers.length === 0).map(({ name }) => name);
  const projects = files.filter(({ path }) => language.manifest.isManifest(path));
  others.push(...(language.manifest.settingsElsewhere?.(projects, document, [...added], gone) ?? []));
  const work = { installs: manifests.installs, old, unknownValues, emulators, others };
  return { files: edits, work, added: [...added], removed: [...removed], leaked };
}

/** The manifests with the packages added, one after the other: the edits of two may touch the same place. */
function changeManifests(
  { document, language, files, locks }: ProjectFacts,
  packages: readonly string[],
  manifest: ProjectFile | null,
): { readonly files: readonly FileEdit[]; readonly steps: readonly Step[]; readonly installs: readonly Install[] } {
  const before = files.filter(({ path }) => language.manifest.isManifest(path));
  const steps: Step[] = [];
  const gained = new Map<string, string[]>();
  let after: readonly ProjectFile[] = before;
  const change = (path: string, edits: readonly TextEdit[], name: string): void => {
    if (edits.length > 0) gained.set(path, [...(gained.get(path) ?? []), name]);
    after = after.map((file) => (file.path === path ? { ...file, text: applyEdits(file.text, edits) } : file));
  };
  // The identity's package last: its version depends on what the others bring along.
  const last = (name: string) => Number(name === language.identityPackage);
  for (const name of [...packages].sort((a, b) => last(a) - last(b))) {
    if (language.manifest.addAcross) {
      const across = language.manifest.addAcross(after, document, name);
      for (const { path, edits } of across.files) change(path, edits, name);
      steps.push(...across.steps);
      continue;
    }
    const present = after.find(({ path }) => path === manifest?.path);
    const made = present && present.editable !== false ? language.manifest.add(present.text, name) : null;
    if (present && made) change(present.path, made, name);
    else steps.push(manifest ? addByHand(manifest.path, name) : installByHand(name));
  }
  const changed = before.flatMap(({ path, text }): FileEdit[] => {
    const made = after.find((file) => file.path === path)?.text ?? text;
    return made === text ? [] : [{ path, edits: editsBetween(text, made) }];
  });
  return { files: changed, steps, installs: installsOf(manifest, gained, locks) };
}

/** The package manager's turn, once for each project: a file that only holds versions is read with the project. */
function installsOf(
  manifest: ProjectFile | null,
  gained: ReadonlyMap<string, readonly string[]>,
  locks: readonly string[],
): Install[] {
  if (gained.size === 0) return [];
  const path = manifest && gained.has(manifest.path) ? manifest.path : ([...gained.keys()][0] ?? '');
  const around = locks
    .filter((lock) => isAbove(folderOf(lock), path))
    .sort((a, b) => folderOf(b).length - folderOf(a).length)
    .map(baseName);
  return [
    { packages: [...new Set([...gained.values()].flat())], manifest: path, tool: toolOf(baseName(path), around) },
  ];
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

function settingEdits(
  format: SettingsFormat,
  file: ProjectFile,
  settings: NonNullable<ReturnType<SettingsFormat['read']>>,
  changes: readonly SettingChange[],
  isRead: (name: string) => boolean,
) {
  const edits: FileEdit['edits'][number][] = [];
  const [added, removed, unknown, names]: [string[], string[], string[], string[]] = [[], [], [], []];
  const emulators: string[] = [];
  const done = new Set<string>();
  let leaked = false;
  for (const { from, to, service } of changes) {
    for (const setting of settings.filter(({ name }) => sameSetting(name, from))) {
      if (isEmulatorValue(setting.value)) {
        emulators.push(setting.name);
        continue;
      }
      const keep = isRead(from) || done.has(from) || format.keeps?.(setting.name) === true;
      names.push(from);
      if (to !== null && !settings.some(({ name }) => name === to) && !added.includes(to)) {
        const value = valueFor(setting.value, service, format.isExample(file.path));
        edits.push(
          ...(keep ? format.insertAfter(file.text, setting, to, value) : format.replace(file.text, setting, to, value)),
        );
        added.push(to);
        if (value === '') unknown.push(to);
      } else if (!keep) {
        edits.push(...format.remove(file.text, setting));
      } else continue;
      if (!keep) {
        removed.push(from);
        done.add(from);
        leaked ||= isSecretValue(setting.value);
      }
    }
  }
  return { edits, added, removed, unknown, names, emulators, leaked };
}
