import type { Finding } from '../core/finding';
import { linesOf } from '../core/lines';
import type { Position } from '../core/lines';
import { english, say } from '../core/message';
import type { Message } from '../core/message';
import { howMany, isAboutKeys } from '../engine/clients-left';
import type { Engine, ScanOptions } from '../engine/engine';
import type { Files } from '../core/files';
import { createPolicy } from '../session/policy';
import type { Policy } from '../session/policy';
import { createTracking } from '../session/tracking';
import type { RootTracking } from '../session/tracking';
import { Redacted } from '../core/redacted';
import { isTrouble } from '../core/skips';
import { walk } from '../project/walk';
import type { Walked } from '../project/walk';
import { repositoryAt } from './git';
import { nodeFiles } from './node-files';
import { placeOf } from './target';
import type { Target } from './target';
import type { Tools } from './io';
import { errorName, withoutSecrets } from './error-name';

/** A finding with its file and lines. Lines and characters count from 0. */
export interface Reported {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly range: { readonly start: Position & { offset: number }; readonly end: Position & { offset: number } };
  readonly finding: Finding;
  /** Of a hardcoded one: to be told from another one, never shown. */
  readonly value: Redacted | null;
  /** Of a template that allows or hands out keys: how many clients still use them. Only where it was asked for. */
  readonly clients?: Message | null;
}

export interface Skipped {
  readonly file: string;
  readonly reason: string;
  /** Could not be read although it is there, or was asked for: exit code 2. */
  readonly trouble: boolean;
}

export interface Report {
  /** By file, then by position. */
  readonly findings: readonly Reported[];
  readonly skipped: readonly Skipped[];
  /** Files looked at. */
  readonly files: number;
  /** Findings that comments, exceptions or secretlint's configuration switch off. */
  readonly silenced: number;
  /** Findings that were not to be kept: the baseline knows them. */
  readonly known: number;
}

interface CollectOptions {
  readonly ignore: boolean;
  /** Findings to report; default all. */
  readonly keep?: (reported: Reported) => boolean;
  /** Shown paths of files that are no input: the baseline itself, the report of last time. */
  readonly except?: readonly string[] | undefined;
  readonly scan?: ScanOptions;
  /** Look for the clients that findings of templates have to do with. */
  readonly clients?: boolean;
}

/** What is shared by the files of one root folder. */
interface Root {
  readonly policy: Policy;
  readonly engine: Engine;
  readonly tracking: RootTracking;
}

/** A file among the arguments or below them. */
interface Input {
  readonly place: Target;
  readonly access: Files;
  /** Relative to the place's root. */
  readonly path: string;
  /** Relative to the working directory. */
  readonly file: string;
}

/** The files that the arguments name, each once, with what could not be looked at. */
export async function* inputs(
  cwd: string,
  paths: readonly string[],
  ignore: boolean,
  accessOf: (root: string) => Files = nodeFiles,
): AsyncGenerator<Input | Skipped> {
  const seen = new Set<string>();
  for (const argument of paths) {
    const place = placeOf(cwd, argument);
    if (place.kind === 'skip') {
      yield { file: argument, reason: english(place.message), trouble: true };
      continue;
    }
    const access = accessOf(place.root);
    for await (const { path, skip } of filesOf(place, access, ignore)) {
      const file = place.shown(path);
      if (seen.has(file)) continue;
      seen.add(file);
      yield skip
        ? { file: file === '' ? '.' : file, reason: english(skip.message), trouble: isTrouble(skip.reason) }
        : { place, access, path, file };
    }
  }
}

async function* filesOf(place: Target, access: Files, ignore: boolean): AsyncGenerator<Walked> {
  if (place.kind === 'file') yield { path: place.path, skip: null };
  else yield* walk(access, place.path, { ignore });
}

/** Scans everything the arguments name. */
export async function collect(
  { engine, engineFor }: Pick<Tools, 'engine' | 'engineFor'>,
  cwd: string,
  paths: readonly string[],
  options: CollectOptions,
): Promise<Report> {
  const findings: Reported[] = [];
  const skipped: Skipped[] = [];
  let files = 0;
  let silenced = 0;
  let known = 0;
  const keep = (reported: readonly Reported[]): readonly Reported[] => {
    const kept = options.keep ? reported.filter(options.keep) : reported;
    known += reported.length - kept.length;
    return kept;
  };
  const roots = new Map<string, Root>();
  for await (const input of inputs(cwd, paths, options.ignore)) {
    if ('reason' in input) {
      skipped.push(input);
      continue;
    }
    const { file } = input;
    if (options.except?.includes(file)) continue;
    const read = await input.access.read(input.path);
    if (read.kind === 'skip') {
      // A file that is no text has a path all the same.
      const named = await engine.scan({ path: input.path, text: '' }, { shownAs: file });
      const reported = located(file, '', named.findings);
      silenced += named.silenced;
      findings.push(...keep(reported));
      // It was there a moment ago: nothing is left to be looked at.
      skipped.push({
        file,
        reason: english(read.message),
        trouble: isTrouble(read.reason) && read.reason !== 'missing',
      });
      continue;
    }
    files++;
    try {
      const { root } = input.place;
      const own = roots.get(root) ?? rootOf(root, input.access, engineFor);
      roots.set(root, own);
      const policy = await own.policy.optionsFor(input.path);
      const decided = { tracking: own.tracking.of(input.path), ...options.scan, ...policy, shownAs: file };
      const result = await own.engine.scan({ path: input.path, text: read.text }, decided);
      if (result.skipped) skipped.push({ file, reason: english(result.skipped), trouble: result.failed });
      const { shown } = input.place;
      const named = (path: string): string => withoutSecrets(engine, shown(path));
      const reported = located(
        file,
        read.text,
        result.findings.map((one) => relatedNamed(read.exact ? one : withoutFixes(one), named)),
      );
      silenced += result.silenced;
      const kept = keep(reported);
      const whole = options.clients
        ? await Promise.all(kept.map((one) => withClients(one, input.path, own.engine)))
        : kept;
      findings.push(...whole);
    } catch (error) {
      skipped.push({ file, reason: `the scan failed (${errorName(error)}); please report it`, trouble: true });
    }
  }
  const shown = <T extends { readonly file: string }>(one: T): T => ({
    ...one,
    file: withoutSecrets(engine, one.file),
  });
  return {
    findings: findings.sort(byPlace).map(shown),
    skipped: skipped.sort((a, b) => compare(a.file, b.file)).map(shown),
    files,
    silenced,
    known,
  };
}

const rootOf = (root: string, access: Files, engineFor: Tools['engineFor']): Root => ({
  policy: createPolicy(access),
  engine: engineFor(access),
  tracking: createTracking(access, () => Promise.resolve(repositoryAt(root))),
});

/** The finding of a template with the number of clients that stand in the way of what it advises. */
async function withClients(reported: Reported, path: string, engine: Engine): Promise<Reported> {
  const { rule, service } = reported.finding;
  if (service === null || !isAboutKeys(rule)) return reported;
  const clients = await engine.clientsLeft(path, service);
  return { ...reported, clients: clients && howMany(clients) };
}

/** What is found in a file whose bytes an edit would lose: it gets no edit, and says why. */
const withoutFixes = (finding: Finding): Finding =>
  finding.fixes.length === 0
    ? finding
    : {
        ...finding,
        fixes: [],
        refusal: {
          id: 'not-utf8',
          message: say('The file is not valid UTF-8, and an edit would lose bytes. First save it as UTF-8.'),
        },
      };

/** The finding with the files beside it named as people are shown them. */
const relatedNamed = (finding: Finding, named: (path: string) => string): Finding => ({
  ...finding,
  related: finding.related.map((one) => ({ ...one, path: named(one.path) })),
});

/** Lines are counted only in files with findings. */
function located(file: string, text: string, findings: readonly Finding[]): Reported[] {
  if (findings.length === 0) return [];
  const lines = linesOf(text);
  const at = (offset: number) => ({ ...lines.positionAt(offset), offset });
  return findings.map((finding) => ({
    file,
    finding,
    range: { start: at(finding.span.start), end: at(finding.span.end) },
    value: finding.rule.startsWith('hardcoded/')
      ? new Redacted(text.slice(finding.span.start, finding.span.end))
      : null,
  }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: Reported, b: Reported): number =>
  compare(a.file, b.file) ||
  a.range.start.offset - b.range.start.offset ||
  a.range.end.offset - b.range.end.offset ||
  compare(a.finding.rule, b.finding.rule);
