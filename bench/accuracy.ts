// The same labelled vectors through our detector and through every other scanner that is installed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDetector } from '../src/detect/detector';
import { handwritten } from '../test/detect/accuracy/handwritten';
import { positives } from '../test/detect/accuracy/positives';
import type { Vector } from '../test/detect/accuracy/positives';
import { traps } from '../test/detect/accuracy/traps';
import { peers } from './peers/all';
import { execute, find, sha1, versionOf } from './peers/peer';
import type { Peer, Reported } from './peers/peer';

const SEED = 1;
/** Vectors in one folder. */
const BATCH = 150;
const TODAY = '2026-06-01';

/** What a tool made of one kind's vectors. */
interface Score {
  vectors: number;
  found: number;
  exact: number;
  /** Of the found ones, those whose rule names the kind. */
  named: number;
}

interface Tool {
  readonly name: string;
  readonly scores: ReadonlyMap<string, Score>;
  readonly alarms: number;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`);

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Does a report touch the value, and is it exactly the value? Lines count where a tool gives nothing better. */
function compare(text: string, value: string, report: Reported): { touches: boolean; exact: boolean } {
  const start = text.indexOf(value);
  const end = start + value.length;
  if (report.range) {
    const [from, to] = report.range;
    return { touches: from < end && start < to, exact: from === start && to === end };
  }
  const [first, last] = [lineOf(text, start), lineOf(text, end)];
  const touches = report.line >= first && report.line <= last;
  if (report.sha1 !== undefined) return { touches, exact: touches && report.sha1 === sha1(value) };
  const secret = report.secret ?? '';
  const at = text.indexOf(secret);
  if (secret === '' || at < 0) return { touches, exact: false };
  return { touches: at < end && start < at + secret.length, exact: secret === value };
}

function score(
  vectors: readonly Vector[],
  reportsOf: (vector: Vector) => readonly Reported[],
  names: (rule: string, kind: string) => boolean,
): Omit<Tool, 'name'> {
  const scores = new Map<string, Score>();
  let alarms = 0;
  for (const vector of vectors) {
    const reports = reportsOf(vector);
    if (vector.expected.length === 0 && reports.length > 0) alarms++;
    for (const { kind, value } of vector.expected) {
      const row = scores.get(kind) ?? { vectors: 0, found: 0, exact: 0, named: 0 };
      scores.set(kind, row);
      row.vectors++;
      const hits = reports.filter((report) => compare(vector.text, value, report).touches);
      if (hits.length === 0) continue;
      row.found++;
      if (hits.some((report) => compare(vector.text, value, report).exact)) row.exact++;
      if (hits.some(({ rule }) => names(rule, kind))) row.named++;
    }
  }
  return { scores, alarms };
}

function total({ scores }: Pick<Tool, 'scores'>): Score {
  const sum = { vectors: 0, found: 0, exact: 0, named: 0 };
  for (const row of scores.values()) {
    for (const count of ['vectors', 'found', 'exact', 'named'] as const) sum[count] += row[count];
  }
  return sum;
}

/** Writes the vectors, runs every tool on them, and prints two tables: all together, and the recall by kind. */
export function accuracyTables(folders: readonly string[], seconds: number): string {
  const vectors = [...positives(SEED), ...handwritten(SEED), ...traps(SEED)];
  const work = mkdtempSync(path.join(os.tmpdir(), 'secretless-vectors-'));
  try {
    const folder = path.join(work, 'vectors');
    const fileOf = new Map<Vector, string>();
    vectors.forEach((vector, n) => {
      const file = path.join(folder, String(Math.floor(n / BATCH)), String(n).padStart(4, '0'), vector.path);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, vector.text);
      fileOf.set(vector, file);
    });
    const detector = createDetector([]);
    const tools: Tool[] = [
      {
        name: 'Secretless',
        ...score(
          vectors,
          ({ path: file, text }) =>
            detector
              .detect({ path: file, text }, { today: TODAY })
              .candidates.map(({ kind, span }) => ({ file, rule: kind, line: 0, range: [span.start, span.end] })),
          (rule, kind) => rule === kind,
        ),
      },
    ];
    const remarks: string[] = [];
    for (const peer of peers) {
      const program = find(peer.program, folders);
      if (program === null) {
        remarks.push(`${peer.id}: not installed here.`);
        continue;
      }
      const scratch = path.join(work, peer.program);
      mkdirSync(scratch);
      const targets = peer.batches
        ? Array.from({ length: Math.ceil(vectors.length / BATCH) }, (_, n) => path.join(folder, String(n)))
        : [folder];
      const runs = targets.map((target) => execute(program, peer.prepare(program, target, scratch), target, seconds));
      const trouble = runs.find((run) => run.trouble !== null)?.trouble;
      if (trouble) {
        remarks.push(`${peer.id}: ${trouble}.`);
        continue;
      }
      const reported = runs.flatMap((run) => run.reported);
      tools.push({
        name: `${peer.id} ${versionOf(program, peer)}`,
        ...score(vectors, by(reported, fileOf), namesOf(peer)),
      });
    }
    const silent = vectors.filter(({ expected }) => expected.length === 0).length;
    const kinds = [...(tools[0]?.scores.keys() ?? [])].sort();
    return [
      `${String(vectors.length - silent)} vectors with a secret, ${String(silent)} without; seed ${String(SEED)}.`,
      '',
      '| tool | recall | false alarms | exact range, of found | kind named, of found |',
      '| --- | ---: | ---: | ---: | ---: |',
      ...tools.map((tool) => {
        const sum = total(tool);
        return `| ${tool.name} | ${percent(sum.found, sum.vectors)} | ${String(tool.alarms)} = ${percent(tool.alarms, silent)} | ${percent(sum.exact, sum.found)} | ${percent(sum.named, sum.found)} |`;
      }),
      '',
      'By kind: recall / exact range / kind named, in per cent of the vectors.',
      '',
      `| kind | vectors | ${tools.map(({ name }) => name).join(' | ')} |`,
      `| --- | ---: | ${tools.map(() => '---:').join(' | ')} |`,
      ...kinds.map((kind) => {
        const cells = tools.map(({ scores }) => {
          const row = scores.get(kind);
          const part = (count: number): string => (row ? String(Math.round((100 * count) / row.vectors)) : '-');
          return row ? `${part(row.found)} / ${part(row.exact)} / ${part(row.named)}` : '-';
        });
        return `| ${kind} | ${String(tools[0]?.scores.get(kind)?.vectors ?? 0)} | ${cells.join(' | ')} |`;
      }),
      '',
      ...remarks,
    ].join('\n');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const namesOf =
  ({ kinds }: Peer) =>
  (rule: string, kind: string): boolean =>
    kinds.some(([ours, theirs]) => ours.test(rule) && theirs.test(kind));

function by(
  reported: readonly Reported[],
  fileOf: ReadonlyMap<Vector, string>,
): (vector: Vector) => readonly Reported[] {
  const files = new Map<string, Reported[]>();
  for (const report of reported) files.set(report.file, [...(files.get(report.file) ?? []), report]);
  return (vector) => files.get(fileOf.get(vector) ?? '') ?? [];
}
