import { editedOrNull } from '../core/edit';
import type { ProjectFile } from '../core/files';
import type { CodeFile } from '../languages/contract/file';
import { newTrouble } from '../languages/trouble';
import type { Analysis } from './analysis';
import type { OtherFile } from './draft/model';
import type { Plan } from './migration';
import { refused } from './planning';
import type { Planning } from './planning';

/** What must be gone after a change. */
interface Expected {
  /** Uses that the change migrates: exactly so many fewer are left. */
  readonly uses?: number;
  /** Groups that are left at most; default as many as before. */
  readonly groups?: number;
  /** Hardcoded values that are left at most; default as many as before. */
  readonly candidates?: number;
}

/**
 * True when a changed text is one that the scan accepts: no new parse error, every name that the new code uses is declared
 * above it, in reach and once, and what was to be removed is gone.
 */
export function readsBack(before: Analysis, after: Analysis, expected: Expected): boolean {
  const { uses = null, groups = before.groups.length, candidates = before.candidates.length } = expected;
  return (
    after.file.errors.length <= before.file.errors.length &&
    newTrouble(before.file, after.file).length === 0 &&
    (uses === null || usesIn(after) === usesIn(before) - uses) &&
    after.groups.length <= groups &&
    after.candidates.length <= candidates
  );
}

const usesIn = ({ groups }: Analysis): number => groups.reduce((sum, { uses }) => sum + uses.length, 0);

/** Other files of code after a change, and the settings that they read then. */
export interface OthersAfter {
  readonly changed: readonly ProjectFile[];
  /** By the path of the file. */
  readonly settings: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The other files of code once they are edited, read back; or why that fails. */
export function othersAfter(others: readonly OtherFile[], planning: Planning): Plan | OthersAfter {
  const changed: ProjectFile[] = [];
  for (const other of others.filter(({ edits }) => edits.length > 0)) {
    const after = whyNotEdited(other, planning) ?? editedOther(other);
    if ('kind' in after) return after;
    changed.push(after);
  }
  const settings = new Map(
    others.filter(({ edits }) => edits.length === 0).map(({ path, file }) => [path, file.settings]),
  );
  for (const file of changed) {
    const other = others.find(({ path }) => path === file.path);
    const read = other && settingsAfter(other, file, changed, planning);
    if (!read) return refused('cannot-read-back');
    settings.set(file.path, read);
  }
  return { changed, settings };
}

function whyNotEdited({ path }: OtherFile, planning: Planning): Plan | null {
  if (path === planning.path) return refused('secret-from-elsewhere');
  return planning.files.find((one) => one.path === path)?.editable === false ? refused('not-editable') : null;
}

function editedOther({ path, file, edits }: OtherFile): Plan | ProjectFile {
  const text = editedOrNull(ownText(file), edits);
  return text === null ? refused('edits-overlap') : { path, text };
}

/** The settings that another file reads after its edit, or null where it cannot be read back. */
function settingsAfter(
  { file }: OtherFile,
  { path, text }: ProjectFile,
  changed: readonly ProjectFile[],
  { reanalyse: again }: Planning,
): ReadonlySet<string> | null {
  if (file.lead !== '') return isJson(text) ? new Set() : null;
  const [before, after] = [again(file.text, [], path), again(text, changed, path)];
  return readsBack(before, after, {}) ? after.file.settings : null;
}

/** The text as it is in the file, where it is data that is read as code. */
export const ownText = ({ text, lead }: CodeFile): string => text.slice(lead.length);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
