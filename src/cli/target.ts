import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { isManifest } from '../project/manifests';
import type { Skip } from '../core/files';
import { skip } from '../core/skips';
import { troubleOf } from './node-files';

/** Where a PATH argument is: in which project, and under which name there. */
export interface Target {
  /** Absolute path of the project's root folder; ignore rules, manifests and settings files are looked for up to here. */
  readonly root: string;
  /** The argument relative to the root, with `/`; `''` is the root itself. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** Of a path relative to the root: the path relative to the working directory, as people are shown it. */
  readonly shown: (path: string) => string;
  /** The path relative to the root of one that people are shown. */
  readonly inside: (shown: string) => string;
}

export function placeOf(cwd: string, argument: string): Target | Skip {
  try {
    const given = resolve(cwd, argument);
    // Of a link, what it points to: a file is read and written where it is.
    const target = lstatSync(given).isSymbolicLink() ? realpathSync(given) : given;
    const stat = statSync(target);
    if (!stat.isFile() && !stat.isDirectory()) return skip('not-a-file');
    const root = rootOf(cwd, stat.isFile() ? dirname(target) : target);
    return {
      root,
      path: slashed(relative(root, target)),
      kind: stat.isFile() ? 'file' : 'folder',
      shown: (path) => slashed(relative(cwd, join(root, path))),
      inside: (shown) => slashed(relative(root, join(cwd, shown))),
    };
  } catch (error) {
    return troubleOf(error);
  }
}

/** The git repository round a folder; else the outer one of the working directory and the nearest folder with a manifest. */
function rootOf(cwd: string, folder: string): string {
  const repository = climb(folder, (at) => existsSync(join(at, '.git')));
  if (repository !== null) return repository;
  const project = climb(folder, hasManifest);
  if (!isInside(cwd, folder) || isShared(cwd)) return project ?? folder;
  return project !== null && isInside(project, cwd) ? project : cwd;
}

/** The path of a folder from the root of its repository, with a slash at the end; empty for the root, and without a repository. */
export function repositoryPrefix(folder: string): string {
  const root = climb(folder, (at) => existsSync(join(at, '.git')));
  const path = root === null ? '' : slashed(relative(root, folder));
  return path === '' ? '' : `${path}/`;
}

/** The nearest of a folder and those above it that passes, short of the folders that many projects share. */
function climb(folder: string, passes: (folder: string) => boolean): string | null {
  for (let at = folder; !isShared(at); at = dirname(at)) if (passes(at)) return at;
  return null;
}

const isShared = (folder: string): boolean => [homedir(), tmpdir(), parse(folder).root].includes(folder);

/** True for a path below a folder, or the folder itself, as the names say: no link is asked. */
export const isInside = (outer: string, inner: string): boolean => {
  const path = relative(outer, inner);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
};

const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

function hasManifest(folder: string): boolean {
  try {
    return readdirSync(folder).some(isManifest);
  } catch {
    return false;
  }
}
