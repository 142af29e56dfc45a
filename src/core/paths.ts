import { folderOf } from './document';

/** Joins a folder and a name; the root folder is `''`. */
export const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The folder and those above it up to the root `''`, nearest first. */
export function ancestors(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== '';) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}

/** True for a path that leads out of its root. */
export const isOutside = (path: string): boolean => path === '..' || path.startsWith('../') || path.startsWith('/');

/**
 * A path as texts in which a value is looked for, all as long as the path: as it is, and with the extension apart, which would
 * count as the end of a value.
 */
export const asTexts = (path: string): readonly string[] => [
  ...new Set([path, path.replace(/\.(?=[A-Za-z]\w{0,11}$)/, ' ')]),
];
