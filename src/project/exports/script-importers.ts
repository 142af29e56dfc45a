import { folderOf } from '../../core/document';
import type { Home } from '../nearness';
import { isBelow } from '../resolve';
import { mentions } from '../mentions';
import type { FoundFile, Workspace } from '../workspace';
import type { Importer, Importers } from './importers';
import { exportsOf, isIndex, mayMean, packageOf, usesOfModules, wordOfModule } from './modules';
import type { ModuleUse, TakenName } from './modules';

/** Modules that hand a name on, one after the other; longer chains are taken for complete. */
const HOPS = 8;

interface Wanted {
  readonly path: string;
  /** As this module exports it; null for anything of it. */
  readonly name: string | null;
}

/** The files that import an export of a TypeScript or JavaScript module, through modules that hand it on as well. */
export async function scriptImporters(
  workspace: Workspace,
  path: string,
  exportedName: string | null,
  home: Home,
): Promise<Importers> {
  const found = new Map<string, Importer>();
  const asked = new Set<string>();
  let open: readonly Wanted[] = await namesOf(workspace, path, exportedName);
  for (let hop = 0; open.length > 0; hop++) {
    const next: Wanted[] = [];
    for (const wanted of open) {
      const key = `${wanted.path}\0${wanted.name ?? ''}`;
      if (asked.has(key)) continue;
      asked.add(key);
      if (hop >= HOPS || found.size > workspace.limits.found) return { files: ordered(found), complete: false };
      for await (const { file, use } of usersOf(workspace, wanted, home)) {
        if (takes(use, wanted.name, file.file.text)) await keep(workspace, found, file, use);
        next.push(...handedOn(use, wanted.name, file));
      }
    }
    open = next;
  }
  found.delete(path);
  return { files: ordered(found), complete: workspace.isComplete() };
}

/** What a module exports a name of its own as: `export { name as other }`, `export default name`. */
async function namesOf(workspace: Workspace, path: string, name: string | null): Promise<readonly Wanted[]> {
  if (name === null) return [{ path, name }];
  const own = await workspace.files.read(path, workspace.limits.bytes);
  const exported = own.kind === 'text' ? exportsOf(own.text).filter(({ local }) => local === name) : [];
  return [...new Set([name, ...exported.map((one) => one.exported)])].map((one) => ({ path, name: one }));
}

/** The files that take something from a module, use by use. */
async function* usersOf(
  workspace: Workspace,
  { path }: Wanted,
  home: Home,
): AsyncGenerator<{ readonly file: FoundFile; readonly use: ModuleUse }> {
  const packages = await packagesOf(workspace, path);
  const folder = folderOf(path);
  const below = (other: string): boolean => isIndex(path) && isBelow(other, folder);
  const passes = [
    workspace.holding([wordOfModule(path), ...packages].filter(Boolean), home, (other) => !below(other)),
    ...(isIndex(path) ? [workspace.holding(['from', 'require', 'import'], home, below)] : []),
  ];
  for (const pass of passes) {
    for await (const file of pass) {
      if (file.path === path) continue;
      for (const use of usesOfModules(file.file.text)) {
        const name = packageOf(use.specifier);
        const isForeign =
          name !== null && !packages.includes(name) && file.project?.dependencies.has(name.toLowerCase());
        if (!isForeign && mayMean(use.specifier, file.path, path, packages)) yield { file, use };
      }
    }
  }
}

const ordered = (found: ReadonlyMap<string, Importer>): Importer[] =>
  [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));

/** A package's own name stands for its modules where another package of the workspace imports it. */
async function packagesOf(workspace: Workspace, path: string): Promise<readonly string[]> {
  const project = await workspace.projects.of(path);
  return project?.npm?.name ? [project.npm.name] : [];
}

/**
 * Whether a use of a module takes a name. Where the module goes on as a whole, it may; and what takes another name may find
 * this one in it, if it says so: the member of an object or a class.
 */
function takes({ names, namespace, how }: ModuleUse, wanted: string | null, text: string): boolean {
  if (wanted === null || how === 'mock') return true;
  if (names !== null) {
    if (names.some(({ exported }) => exported === wanted)) return true;
    return wanted !== 'default' && names.length > 0 && mentions(text, wanted);
  }
  if (wanted === 'default') return true;
  return how === 're-export' || namespace === null || mentions(text, wanted) || goesOn(text, namespace);
}

/** True where a namespace is more than the object of members: passed on, spread, taken apart. */
function goesOn(text: string, namespace: string): boolean {
  const name = namespace.replace(/[^\w]/g, '\\$&');
  const uses = text.matchAll(
    new RegExp(
      `(?<![\\w$.])${name}(?![\\w$])(\\s{0,9}\\??\\.\\s{0,9}[\\w$]|\\s{0,9}=\\s{0,9}require|\\s{1,9}from)?`,
      'g',
    ),
  );
  return [...uses].some(([, member]) => member === undefined);
}

/** The names under which a module hands on what it takes. */
function handedOn({ how, names, namespace }: ModuleUse, wanted: string | null, { path, file }: FoundFile): Wanted[] {
  if (how !== 'import' && how !== 're-export') return [];
  // What is handed on under another name may hold the wanted one, as a member.
  const isWanted = ({ exported }: TakenName): boolean => wanted !== 'default' || exported === wanted;
  const wantedName = (taken: string, name: string): Wanted => ({
    path,
    name: wanted === null ? null : taken === wanted ? name : wanted,
  });
  if (how === 're-export') {
    if (names === null) return [{ path, name: namespace ?? wanted }];
    return names.filter(isWanted).map(({ exported, local }) => wantedName(exported, local));
  }
  const locals = new Map(names?.filter(isWanted).map(({ exported, local }) => [local, exported]));
  if (names === null && namespace !== null) locals.set(namespace, '');
  return exportsOf(file.text).flatMap(({ exported, local }) => {
    const taken = locals.get(local);
    return taken === undefined ? [] : wantedName(taken, exported);
  });
}

async function keep(
  { files }: Workspace,
  found: Map<string, Importer>,
  { path, file }: FoundFile,
  { how }: ModuleUse,
): Promise<void> {
  const known = found.get(path);
  if (known && known.how !== 'mock') return;
  found.set(path, { path, text: file.text, how, editable: file.exact && (await files.editable(path)) });
}
