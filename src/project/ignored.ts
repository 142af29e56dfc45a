import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { Files } from '../core/files';
import { ancestors, join } from '../core/paths';

/** The rules of one folder. Deeper folders speak first, as in git. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** What is ignored in a folder: the rules of the folder and of those above it, deepest first. */
export type IgnoreRules = readonly Layer[];

/** In one folder the later file has the last word: `.secretlintignore` can take back what `.gitignore` says. */
const files = ['.gitignore', '.secretlintignore'] as const;

/** The rules inside `folder`, given those of the folder above it. `names` are the files known to be there. */
export async function rulesIn(
  access: Files,
  folder: string,
  outer: IgnoreRules,
  names?: ReadonlySet<string>,
): Promise<IgnoreRules> {
  const texts: string[] = [];
  for (const name of folder === '' ? ['.git/info/exclude', ...files] : files) {
    if (names && !name.includes('/') && !names.has(name)) continue;
    const file = await access.read(join(folder, name));
    if (file.kind === 'text') texts.push(file.text);
  }
  return texts.length > 0 ? [{ folder, rules: parse(texts.join('\n')) }, ...outer] : outer;
}

/** The rules that hold in `folder`, read from the root down. A folder that is itself ignored begins afresh: it was asked for. */
export async function rulesAbove(access: Files, folder: string): Promise<IgnoreRules> {
  let rules: IgnoreRules = [];
  for (const above of ancestors(folder).reverse()) {
    if (isIgnored(rules, above, true)) rules = [];
    if (above !== folder) rules = await rulesIn(access, above, rules);
  }
  return rules;
}

/** Whether the rules exclude a path. Its folder must not be excluded itself: walks do not enter excluded folders. */
export function isIgnored(rules: IgnoreRules, path: string, folder: boolean): boolean {
  for (const layer of rules) {
    const relative = layer.folder === '' ? path : path.slice(layer.folder.length + 1);
    if (relative === '') continue;
    const { ignored, unignored } = layer.rules.test(folder ? `${relative}/` : relative);
    // These rules exclude the folder, yet the walk is in it: a deeper file took that back, for what is in it too.
    if (ignored && excludesFolderOf(layer, relative)) continue;
    if (ignored || unignored) return ignored;
  }
  return false;
}

const excludesFolderOf = ({ rules }: Layer, relative: string): boolean =>
  relative.includes('/') && rules.test(relative.slice(0, relative.lastIndexOf('/') + 1)).ignored;

/** Git compares with case on most systems; a rule too narrow only means that more is looked at. */
const parse = (text: string): Ignore => ignore({ ignorecase: false }).add(text);
