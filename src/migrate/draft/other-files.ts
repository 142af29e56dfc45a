import { editedOrNull } from '../../core/edit';
import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import type { CodeFile } from '../../languages/contract/file';
import type { Imported } from '../../languages/contract/imported';
import { endpointNames } from './imported-secrets';
import { joined } from './join-edits';
import type { ImportedSecret, OtherFile } from './model';
import { editsThere } from './other-file';
import { inTurn, isRefusal } from './pass';
import type { DraftContext, Pass, Readers } from './pass';

/** What the draft asks of the files that hold its secrets, and of those in between that hand them on. */
export const otherFiles: Pass = (draft, context) => {
  const after = editedOrNull(context.file.text, draft.edits) ?? '';
  const none: Others = { files: [] };
  const others = inTurn(byValue(draft.imported), none, ({ files }, secrets) => {
    const asked = askedFor(secrets, after, context);
    return isRefusal(asked) ? asked : { files: [...files, ...asked] };
  });
  if (isRefusal(others)) return others;
  const joinedFiles = inTurn(byPath(others.files), none, withJoined);
  return isRefusal(joinedFiles) ? joinedFiles : { ...draft, others: joinedFiles.files };
};

interface Others {
  readonly files: readonly OtherFile[];
}

/** Several imports may bring the same secret. */
function byValue(imported: readonly ImportedSecret[]): readonly (readonly ImportedSecret[])[] {
  const values = new Map<string, ImportedSecret[]>();
  for (const secret of imported) {
    const { key } = secret.importedTrace.imported;
    values.set(key, [...(values.get(key) ?? []), secret]);
  }
  return [...values.values()];
}

/** @param after the text of this file after its edits */
function askedFor(
  secrets: readonly ImportedSecret[],
  after: string,
  { readers, writerOf }: DraftContext,
): readonly OtherFile[] | Refusal {
  const [first] = secrets;
  if (!first) return [];
  const { importedTrace: beyond } = first;
  const { path, file, name, hops, listed } = beyond.imported;
  const known = listed?.names ?? file.names;
  const goes = secrets.every(({ unread }) => unread) && isReadByNobody(beyond.imported, after, readers);
  const names = [...new Set(secrets.flatMap(endpointNames))];
  const fresh = names.flatMap((one) => {
    const endpoint = secrets.flatMap(({ endpoints }) => endpoints).find((other) => other.name === one);
    return endpoint && !known.has(one) ? [endpoint] : [];
  });
  const edits = editsThere(beyond, fresh, goes, writerOf(file));
  if (isRefusal(edits)) return edits;
  const handedOn = hops.map((hop) => ({
    path: hop.path,
    file: hop.file,
    edits: hopEdits(hop, names, goes),
    stays: [],
  }));
  return [{ path, file, edits, stays: goes ? [] : [name] }, ...handedOn.filter((hop) => hop.edits.length > 0)];
}

/** A file in between hands on the endpoints in the place of the secret, or beside it. */
function hopEdits({ item, file }: Imported['hops'][number], names: readonly string[], goes: boolean): TextEdit[] {
  if (!item) return [];
  const text = names.filter((name) => !file.names.has(name)).join(', ');
  if (goes) return [text === '' ? item.remove() : { span: item, newText: text }];
  return text === '' ? [] : [item.insert(text)];
}

/** True when it is certain that nothing reads a secret of another file any more. */
function isReadByNobody(imported: Imported, after: string, { path, files, complete }: Readers): boolean {
  if (!complete || imported.mayBeReadBy(after, path) || imported.mayBeReadBy('', imported.path)) return false;
  const hops = imported.hops.filter(({ item }) => item);
  const spoken = new RegExp(`(?<![\\w$])${imported.name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  if (hops.some((hop) => [...hop.file.text.matchAll(spoken)].length > 1)) return false;
  const ways = new Set([path, imported.path, ...imported.hops.map((hop) => hop.path)]);
  return files.every((one) => ways.has(one.path) || !imported.mayBeReadBy(one.text, one.path));
}

/** What is asked of one file, for all its secrets together. */
function byPath(asked: readonly OtherFile[]): readonly OtherFile[] {
  const files = new Map<string, OtherFile>();
  for (const one of asked) {
    const known = files.get(one.path);
    files.set(
      one.path,
      known ? { ...known, edits: [...known.edits, ...one.edits], stays: [...known.stays, ...one.stays] } : one,
    );
  }
  return [...files.values()];
}

function withJoined({ files }: Others, other: OtherFile): Others | Refusal {
  const edits = joined(other.edits, other.file.text);
  return isRefusal(edits)
    ? edits
    : { files: [...files, { ...other, edits: edits.map((edit) => withoutLead(edit, other.file)) }] };
}

/** The edit in the file's own text, where that is data which is read as code. */
const withoutLead = ({ span: { start, end }, newText }: TextEdit, { lead }: CodeFile): TextEdit => ({
  span: { start: start - lead.length, end: end - lead.length },
  newText,
});
