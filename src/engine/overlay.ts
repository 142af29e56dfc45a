import { applyEdits } from '../core/edit';
import type { FileEdit } from '../migrate/migration';
import type { Files, FileText, Listing, Skip } from '../core/files';

/** One file of a plan, before and after it. `before` is null for a file that the plan makes. */
export interface Change {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly before: FileText | null;
  readonly after: FileText;
}

/** The files of a project with plans applied on top: later plans see what earlier ones did, written or not. */
export interface Overlay extends Files {
  /** What the edits would change. Throws RangeError when they do not fit the texts. */
  changesOf(edits: readonly FileEdit[]): Promise<Change[]>;
  apply(changes: readonly Change[]): void;
  /** Every file changed so far against its first text, by path. */
  total(): Change[];
}

/** Texts are remembered up to here, in UTF-16 units: every plan looks for the readers of its settings anew. */
const REMEMBERED = 64 * 1024 * 1024;

export function overlay(access: Files): Overlay {
  const changed = new Map<string, Change>();
  const texts = new Map<string, FileText | Skip>();
  const listings = new Map<string, Listing | Skip>();
  let remembered = 0;

  const read = async (path: string, limit?: number): Promise<FileText | Skip> => {
    const known = changed.get(path)?.after ?? texts.get(path);
    if (known) return known;
    const file = await access.read(path, limit);
    const size = file.kind === 'text' ? file.text.length : 0;
    // A refusal for a limit of the caller's is no fact about the file.
    if (remembered + size <= REMEMBERED && !(file.kind === 'skip' && file.reason === 'too-large')) {
      remembered += size;
      texts.set(path, file);
    }
    return file;
  };

  return {
    read,
    async list(folder) {
      const known = listings.get(folder);
      if (known) return known;
      const listing = await access.list(folder);
      listings.set(folder, listing);
      return listing;
    },
    editable: (path) => access.editable(path),
    async changesOf(edits) {
      const changes: Change[] = [];
      for (const { path, edits: textEdits } of edits) {
        const file = await read(path);
        const before = file.kind === 'text' ? file : null;
        const base = before ?? { kind: 'text', text: '', bom: false, exact: true };
        const after = { ...base, text: applyEdits(base.text, textEdits) };
        if (after.text !== base.text) changes.push({ path, before, after });
      }
      return changes;
    },
    apply(changes) {
      for (const change of changes) {
        const first = changed.get(change.path);
        changed.set(change.path, first ? { ...first, after: change.after } : change);
      }
    },
    total: () => [...changed.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
