import type { ProjectFile } from '../core/files';
import { editedOrNull } from '../core/edit';
import type { TextEdit } from '../core/edit';
import { contains } from '../core/span';
import type { Span } from '../core/span';
import type {
  CodeFile,
  CodeWriter,
  Declaration,
  Entity,
  Imported,
  ListItem,
  Parser,
  Reference,
} from '../languages/code';
import { settingBehind } from '../languages/trace';
import type { Beyond, Trace } from '../languages/trace';
import type { Service } from '../services/service';
import type { OtherFile } from './code';
import { closeGaps, tidy } from './gaps';
import { guardEdits } from './guards';
import { declarationsOf } from './judge/declarations';
import { declarationEdits, endpointAt, endpointWords, Refused, stop, unreadOf } from './variables';
import type { Endpoint, Work } from './variables';

/** Who else may read what other files lend to this one. */
export interface Readers {
  /** The file of the finding. */
  readonly path: string;
  readonly files: readonly ProjectFile[];
  /** Every file that may read the same is among `files`. */
  readonly complete: boolean;
}

export const UNKNOWN_READERS: Readers = { path: '', files: [], complete: false };

/** The name under which another file gives the endpoint of a service. */
interface Renamed {
  readonly service: Service;
  readonly name: string;
}

/** A secret that this file takes from another one, and what it takes instead. */
interface Loan {
  readonly beyond: Beyond;
  readonly renamed: Renamed[];
  /** Nothing in this file reads the secret any more. */
  gone: boolean;
}

/** What becomes of the names that this file takes from others. */
interface Settled {
  readonly edits: readonly TextEdit[];
  /** Names of import lists that nothing reads any more. */
  readonly gone: readonly Entity[];
  /** The endpoints' names in the place of each name. */
  readonly names: ReadonlyMap<Declaration, readonly string[]>;
  readonly unread: ReadonlySet<Declaration>;
  readonly renamed: readonly Renamed[];
}

export interface Loans {
  /** Notes what a dropped expression takes from other files. */
  take(from: Trace): void;
  /** The edit that reads the endpoint of a service there instead. */
  rename(beyond: Beyond, service: Service): TextEdit;
  /** The names that imports bring into this file by now. */
  brought(): readonly string[];
  /** True when a name makes place for another one, so that what it comes from stays. */
  renames(binding: Declaration): boolean;
  all(): readonly Imported[];
  settle(dropped: readonly Span[], endpoints: readonly Endpoint[], unread: ReadonlySet<Declaration>): Settled;
  /** The edits of the other files, given those of this one. */
  lend(own: readonly TextEdit[], readers: Readers): OtherFile[];
}

const endpointsOf = (renamed: readonly Renamed[]): string[] => [...new Set(renamed.map(({ name }) => name))];

export function loansOf(parser: Parser, file: CodeFile): Loans {
  const loans = new Map<string, Loan>();
  const names = new Map<string, string>();
  const writers = new Map<CodeFile, CodeWriter>();
  const writerOf = (other: CodeFile): CodeWriter => {
    const writer = writers.get(other) ?? parser.writer(other);
    writers.set(other, writer);
    return writer;
  };

  const loanOf = (beyond: Beyond): Loan => {
    const { key, item } = beyond.imported;
    const id = `${key}:${String(item?.start ?? -1)}`;
    const loan = loans.get(id) ?? { beyond, renamed: [], gone: false };
    loans.set(id, loan);
    return loan;
  };

  /** The endpoint's name in the other file: one that an earlier migration has put beside the secret, or a new one. */
  const nameOf = (beyond: Beyond, service: Service): string => {
    const { imported } = beyond;
    const id = `${imported.key}:${service.id}`;
    const known = names.get(id) ?? lentName(beyond, service, writerOf(imported.file));
    if (known !== null) {
      names.set(id, known);
      return known;
    }
    const words = endpointWords(service, '');
    const taken = [...names].filter(([one]) => one.startsWith(`imported:${imported.path}#`)).map(([, name]) => name);
    let name = writerOf(imported.file).name(words, imported.name);
    for (let n = 2; taken.includes(name); n++)
      name = writerOf(imported.file).name([...words, String(n)], imported.name);
    if (imported.hops.some((hop) => hop.item && hop.file.names.has(name))) stop('name-taken');
    names.set(id, name);
    return name;
  };

  const rootRenames = (root: Declaration): boolean =>
    [...loans.values()].some(({ beyond, renamed }) => beyond.imported.root === root && renamed.length > 0);

  return {
    take(from) {
      if (from.beyond) loanOf(from.beyond);
      if (from.inner) this.take(from.inner);
    },
    rename(beyond, service) {
      const loan = loanOf(beyond);
      const name = nameOf(beyond, service);
      if (beyond.imported.item && file.names.has(name)) stop('name-taken');
      if (!loan.renamed.some((one) => one.name === name)) loan.renamed.push({ service, name });
      return { span: beyond.imported.nameSpan, newText: name };
    },
    brought: () =>
      [...loans.values()].flatMap(({ beyond, renamed }) => (beyond.imported.item ? endpointsOf(renamed) : [])),
    renames: (binding) =>
      [...loans.values()].some(({ beyond, renamed }) => beyond.imported.binding === binding && renamed.length > 0),
    all: () => [...loans.values()].map(({ beyond }) => beyond.imported),
    settle(dropped, endpoints, unread) {
      const edits: TextEdit[] = [];
      const gone: Entity[] = [];
      // An initialiser is replaced together with its variable; one that stays reads on.
      const kept = endpoints.flatMap(({ declaration }) =>
        declaration.initialiser && !unread.has(declaration) ? [declaration.initialiser.outer] : [],
      );
      const isGone = (reference: Reference): boolean =>
        !reference.write &&
        !reference.inType &&
        (reference.role.kind === 'guard' ||
          (dropped.some((one) => contains(one, reference)) && !kept.some((one) => contains(one, reference))));
      for (const loan of loans.values()) {
        const { imported } = loan.beyond;
        const { binding, item, entity, root } = imported;
        const replaced = endpointsOf(loan.renamed).join(', ');
        // An import that loads `.env` does more than it says.
        const loads = replaced === '' && [imported, ...imported.hops].some((one) => /\bdotenv\b/.test(one.file.text));
        loan.gone = binding.references.every(isGone) && !(loads && item);
        if (item && replaced !== '') {
          edits.push(loan.gone ? { span: item, newText: replaced } : item.insert(replaced));
        } else if (item && loan.gone && entity) {
          gone.push({ ...entity, path: entity.path.slice(0, 1) });
        }
        if (root && !loads && !rootRenames(root) && root.references.every(isGone))
          gone.push({ package: imported.specifier, path: [] });
      }
      const list = [...loans.values()];
      return {
        edits,
        gone,
        names: new Map(list.map(({ beyond, renamed }) => [beyond.imported.binding, endpointsOf(renamed)])),
        unread: new Set(list.filter((loan) => loan.gone).map(({ beyond }) => beyond.imported.binding)),
        renamed: list.flatMap(({ renamed }) => renamed),
      };
    },
    lend(own, readers) {
      const others = new Map<string, { file: CodeFile; edits: TextEdit[]; stays: string[] }>();
      const edit = (path: string, other: CodeFile, edits: readonly TextEdit[]) => {
        const known = others.get(path) ?? { file: other, edits: [], stays: [] };
        known.edits.push(...edits);
        others.set(path, known);
        return known;
      };
      // Null where edits overlap: the plan will say so.
      const after = editedOrNull(file.text, own);
      const byValue = new Map<string, Loan[]>();
      for (const loan of loans.values()) {
        const { key } = loan.beyond.imported;
        byValue.set(key, [...(byValue.get(key) ?? []), loan]);
      }
      for (const [first, ...more] of byValue.values()) {
        if (!first) continue;
        const all = [first, ...more];
        const { imported } = first.beyond;
        const goes = after !== null && all.every(({ gone }) => gone) && mayGo(imported, after, readers);
        const renamed = all.flatMap((loan) => loan.renamed);
        const fresh = renamed.filter(
          ({ name }, i) => renamed.findIndex((one) => one.name === name) === i && !imported.file.names.has(name),
        );
        const { file: other, path } = imported;
        const work = edit(path, other, lendEdits(first.beyond, fresh, goes, writerOf(other)));
        if (!goes) work.stays.push(imported.name);
        for (const hop of imported.hops) {
          if (!hop.item) continue;
          const added = endpointsOf(renamed).filter((name) => !hop.file.names.has(name));
          if (goes)
            edit(hop.path, hop.file, [
              added.length > 0 ? { span: hop.item, newText: added.join(', ') } : hop.item.remove(),
            ]);
          else if (added.length > 0) edit(hop.path, hop.file, [hop.item.insert(added.join(', '))]);
        }
      }
      return [...others].map(([path, { file: other, edits, stays }]) => ({
        path,
        file: other,
        edits: closeGaps(tidy(edits), other.text).map((one) => withoutLead(one, other)),
        stays,
      }));
    },
  };
}

const withoutLead = ({ span: { start, end }, newText }: TextEdit, { lead = '' }: CodeFile): TextEdit => ({
  span: { start: start - lead.length, end: end - lead.length },
  newText,
});

/** True when it is certain that nothing reads a secret of another file any more. */
function mayGo(imported: Imported, after: string, { path, files, complete }: Readers): boolean {
  if (!complete || imported.mayBeReadBy(after, path) || imported.mayBeReadBy('', imported.path)) return false;
  const hops = imported.hops.filter(({ item }) => item);
  const spoken = new RegExp(`(?<![\\w$])${imported.name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  if (hops.some((hop) => [...hop.file.text.matchAll(spoken)].length > 1)) return false;
  const ways = new Set([path, imported.path, ...imported.hops.map((hop) => hop.path)]);
  return files.every((one) => ways.has(one.path) || !imported.mayBeReadBy(one.text, one.path));
}

/** The edits in the other file: endpoints in the place of the secret where that goes, beside it where it stays. */
function lendEdits(beyond: Beyond, renamed: readonly Renamed[], goes: boolean, writer: CodeWriter): TextEdit[] {
  const { imported, from } = beyond;
  const { slot, value, file } = imported;
  if (!slot) return renamed.length > 0 ? stop('secret-imported') : [];
  const item = slot.item;
  const work: Work = {
    file,
    writer,
    endpoints: [],
    edits: [],
    brought: () => [],
    rename: () => stop('secret-from-elsewhere'),
  };
  // Exported only by what goes: then nothing else reads it.
  const declarations = from.declarations.map((one) => ({ ...one, exported: !goes && one.exported }));
  const there: Trace = { ...from, declarations };
  const [first] = declarations;
  const reached = new Set(declarationsOf(there));
  const dropped: Span[] = [];
  const codes = renamed.map(({ service, name }) => {
    const wanted = !item || first?.name === imported.name ? name : null;
    return slot.write(name, endpointAt(value, there, service, '', work, wanted));
  });
  if (item && goes) {
    dropped.push(item);
    work.edits.push(codes.length > 0 ? { span: item, newText: codes.join(joint(item)) } : item.remove());
  } else if (item && codes.length > 0) work.edits.push(item.insert(codes.join(joint(item))));
  for (const { declaration } of work.endpoints)
    if (declaration.initialiser) dropped.push(declaration.initialiser.outer);
  const unread = goes ? unreadOf(reached, dropped) : new Set<Declaration>();
  const settings = new Map<string, string>();
  for (const { service } of renamed) {
    const setting = settingBehind(from);
    if (setting && service.endpointSetting !== undefined) settings.set(setting.name, service.endpointSetting);
  }
  work.edits.push(
    ...declarationEdits(reached, unread, work.endpoints, writer),
    ...guardEdits(
      reached,
      unread,
      new Map([...reached].map((one) => [one, work.endpoints.filter((e) => e.declaration === one).map((e) => e.name)])),
      settings,
      file,
      writer,
    ),
  );
  return closeGaps(tidy(work.edits), file.text);
}

/** What stands between two items of a list, or two statements. */
const joint = (item: ListItem): string => item.insert('').newText;

/** The name of an endpoint that stands beside the secret exactly as this migration would put it there, or null. */
export function lentName(beyond: Beyond, service: Service, writer: CodeWriter): string | null {
  const { imported } = beyond;
  const name = writer.name(endpointWords(service, ''), imported.name).replace(/\d+$/, '');
  if (!imported.file.names.has(name)) return null;
  try {
    const inserted = lendEdits(beyond, [{ service, name }], false, writer).filter(
      ({ span }) => span.start === span.end,
    );
    const isThere = ({ span, newText }: TextEdit) => imported.file.text.startsWith(newText, span.start);
    return inserted.length > 0 && inserted.every(isThere) ? name : null;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
