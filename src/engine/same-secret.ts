import type { SourceDocument } from '../core/document';
import type { Files } from '../core/files';
import type { Finding } from '../core/finding';
import { sameSetting } from '../migrate/project';
import type { Model } from '../project/model';
import type { Engine } from './engine';
import type { ScanOptions } from './options';
import type { FindingPlace } from './plan';

/** A file with findings of one secret. */
export interface Place {
  readonly path: string;
  readonly fingerprints: ReadonlySet<string>;
  /** True for a setting that holds the secret. */
  readonly isSecret: (name: string) => boolean;
}

interface Search {
  readonly files: Files;
  readonly model: Model;
  readonly engine: Pick<Engine, 'scan'>;
  readonly optionsFor: (path: string) => ScanOptions;
}

/** A secret that is in more files than this is a matter for a search. */
const MOST = 200;

/** Shorter values may be anything. */
const SHORTEST = 12;

/** What findings of one secret share: the settings that hold it, and the values themselves, which never leave this file. */
interface Known {
  readonly names: Set<string>;
  readonly values: Set<string>;
}

const valueOf = ({ rule, span }: Finding, text: string): string | null => {
  const value = rule.startsWith('hardcoded/') ? text.slice(span.start, span.end) : '';
  return value.length >= SHORTEST ? value : null;
};

const isSame = (a: string, b: string): boolean => sameSetting(a, b) || sameSetting(b, a);

/**
 * The files of a project with findings of the same secret: its value again, the settings that hold it, what reads and sets
 * them. The document first; none where the finding is gone.
 */
export async function placesOf(start: SourceDocument, place: FindingPlace, search: Search): Promise<readonly Place[]> {
  const known: Known = { names: new Set(), values: new Set() };
  const isSecret = (name: string): boolean => [...known.names].some((one) => isSame(one, name));
  const found = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const asked = new Set<string>();

  const learn = ({ path, text }: SourceDocument, finding: Finding): void => {
    found.set(path, (found.get(path) ?? new Set()).add(finding.fingerprint));
    for (const name of finding.settings ?? []) known.names.add(name);
    const value = valueOf(finding, text);
    if (value !== null) known.values.add(value);
  };
  const { findings } = await search.engine.scan(start, search.optionsFor(start.path));
  const first = findings.find(({ rule, span }) => rule === place.rule && span.start === place.span.start);
  if (!first) return [];
  learn(start, first);

  const isOurs = (finding: Finding, text: string): boolean => {
    const value = valueOf(finding, text);
    return (finding.settings ?? []).some(isSecret) || (value !== null && known.values.has(value));
  };
  const look = async (path: string): Promise<void> => {
    seen.add(path);
    const file = path === start.path ? { kind: 'text' as const, text: start.text } : await search.files.read(path);
    if (file.kind !== 'text') return;
    const document = { path, text: file.text };
    const scanned = await search.engine.scan(document, search.optionsFor(path));
    for (const finding of scanned.findings) if (isOurs(finding, file.text)) learn(document, finding);
  };

  for (;;) {
    const before = known.names.size + known.values.size;
    const next = [start.path, ...(await pathsWith(known, asked, start.path, search.model))];
    for (const path of next) if (!seen.has(path) && seen.size < MOST) await look(path);
    if (known.names.size + known.values.size === before) break;
    // What was learned may be in a file that was looked at before.
    seen.clear();
  }
  return [...found].map(([path, fingerprints]) => ({ path, fingerprints, isSecret }));
}

/** Files that set, read or hold what is known, each question asked once. */
async function pathsWith(
  { names, values }: Known,
  asked: Set<string>,
  document: string,
  model: Model,
): Promise<readonly string[]> {
  const paths = new Set<string>(asked);
  for (const name of names) {
    const { declarations, readers } = await model.settingFacts(name, document);
    for (const { path, nearness } of [...declarations, ...readers]) if (nearness !== 'other') paths.add(path);
  }
  for (const value of values)
    for (const { path } of (await model.filesMentioning([value], document, 'related')).files) paths.add(path);
  for (const path of paths) asked.add(path);
  return [...paths];
}
