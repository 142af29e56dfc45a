import { baseName, folderOf } from '../core/document';
import { applyEdits } from '../core/edit';
import type { TextEdit } from '../core/edit';
import { editsBetween } from '../core/edits-between';
import type { ProjectFile } from '../core/files';
import type { Step } from '../core/step';
import type { Language } from '../languages/contract/language';
import type { Service } from '../services/service';
import { compareVersions } from '../manifests/versions';
import { addByHand, installByHand, toolOf } from '../steps/install';
import type { Install } from '../steps/follow-up';
import type { FileEdit } from './migration';
import type { ProjectFacts } from './project';

export const isAbove = (folder: string, path: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** The manifest nearest above the document. */
export function manifestOf(document: string, language: Language, files: readonly ProjectFile[]): ProjectFile | null {
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

/** Packages that the rewritten code needs at run time, by the versions that the project has of others. */
export function companionsOf(
  document: string,
  { manifest }: Language,
  services: readonly Service[],
  files: readonly ProjectFile[],
): readonly string[] {
  const needs = services.flatMap(({ companions = [] }) => companions);
  const isThere = ({ package: name, since }: (typeof needs)[number]): boolean => {
    const version = manifest.versionAcross?.(files, document, name) ?? null;
    return version !== null && (compareVersions(version, since) ?? -1) >= 0;
  };
  return [...new Set(needs.filter(isThere).map((one) => one.needs))];
}

/** The manifests with the packages added, one after the other: the edits of two may touch the same place. */
export function changeManifests(
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
