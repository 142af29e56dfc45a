import { applyEdits } from '../../src/core/edit';
import type { ProjectFile } from '../../src/core/files';
import type { Finding, FixKind } from '../../src/core/finding';
import { english } from '../../src/core/message';
import { linesOf } from '../../src/core/lines';
import { stepLines } from '../../src/cli/step-lines';
import { jsonReport } from '../../src/cli/report-json';
import { sarifReport } from '../../src/cli/report-sarif';
import { textReport } from '../../src/cli/report-text';
import { styleOf } from '../../src/cli/style';
import { unifiedDiff } from '../../src/cli/patch';
import { createEngine, createTools } from '../../src/engine/engine';
import type { Engine, FilePlan, Tools } from '../../src/engine/engine';
import { languageOf } from '../../src/engine/tools';
import { changeHtml, hunksOf } from '../../src/guide/render-change';
import { masked } from '../../src/session/mask/masked';
import { overlaps } from '../../src/core/span';
import { dialectOf, isMaskedThroughout } from '../../src/engine/mask';
import { isSettingsFile } from '../../src/project/manifests';
import { memoryFiles } from '../support/memory-files';
import type { Input } from './input';
import { taintOf } from '../support/taint';
import type { Taint } from '../support/taint';

/** What an input showed: the invariants it breaks, each as a short name without anything of the input's text. */
export interface Verdict {
  readonly broken: readonly string[];
  readonly findings: number;
  readonly migrations: number;
  /** Milliseconds of processor time, of all of it and of its slowest call of the engine. */
  readonly time: number;
  readonly slowest: number;
}

/** What inputs share: the parsers, and what these complain of. */
export interface Bench {
  readonly tools: Tools;
  readonly troubles: unknown[];
}

export function createBench(): Bench {
  const troubles: unknown[] = [];
  return { troubles, tools: createTools({ onTrouble: (error) => troubles.push(error) }) };
}

/** Errors of our own code, not of a parser that gives up on a text. */
const isOurs = (error: unknown): boolean =>
  error instanceof TypeError && !/node_modules|wasm/.test((error.stack ?? '').split('\n')[1] ?? '');

interface Round {
  readonly input: Input;
  readonly engine: Engine;
  readonly tools: Tools;
  readonly clock: Clock;
  readonly taint: Taint;
  readonly broken: Set<string>;
}

/** A text as documents have it: the mark of byte order is the file's, not the text's. */
const textOf = (files: Files, path: string): string => (files[path] ?? '').replace(/^\ufeff/, '');

const FIXES: readonly FixKind[] = ['identity', 'key-vault', 'key-vault-client', 'setting'];

type Files = Readonly<Record<string, string>>;

/** Milliseconds of processor time since a moment. */
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** An engine over some files whose calls are timed. */
function engineOver(files: Files, tools: Tools, clock: Clock): Engine {
  const engine = createEngine({ files: memoryFiles(files), tools });
  const timed =
    <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      const start = process.cpuUsage();
      try {
        return await call(...args);
      } finally {
        clock.slowest = Math.max(clock.slowest, since(start));
      }
    };
  return {
    ...engine,
    scan: timed((...args: Parameters<Engine['scan']>) => engine.scan(...args)),
    planFile: timed((...args: Parameters<Engine['planFile']>) => engine.planFile(...args)),
  };
}

interface Clock {
  slowest: number;
}

/**
 * Scans, plans, applies, scans again and masks; and asks the invariants at each step.
 * @param troubles errors that analyses ended with, as `tools` tell them
 */
export async function check(input: Input, { tools, troubles }: Bench): Promise<Verdict> {
  troubles.length = 0;
  const started = process.cpuUsage();
  const broken = new Set<string>();
  const clock: Clock = { slowest: 0 };
  const names = [...Object.keys(input.files), input.path].join('\n');
  const round: Round = {
    input,
    tools,
    clock,
    engine: engineOver(input.files, tools, clock),
    taint: taintOf(input.values, names),
    broken,
  };
  const counts = { findings: 0, migrations: 0 };
  try {
    for (const path of Object.keys(input.files)) {
      counts.findings += (await scanned(round, path)).length;
      await gone(round, path);
    }
    const paths = new Set([...codeOf(input), input.path]);
    for (const path of paths) for (const fix of FIXES) counts.migrations += await planned(round, path, fix);
  } catch (error) {
    broken.add(`throws ${whereOf(error)}`);
  }
  for (const error of troubles.filter(isOurs)) broken.add(`an analysis ends with ${whereOf(error)}`);
  return { broken: [...broken], ...counts, time: since(started), slowest: clock.slowest };
}

/** The file itself, or where that is no code, the code beside it. */
const codeOf = ({ path, files }: Input): readonly string[] => {
  const isCode = (one: string): boolean => languageOf({ path: one, text: '' }) !== null;
  return isCode(path) ? [path] : Object.keys(files).filter((one) => isCode(one) && !one.startsWith('other/'));
};

/** An error by its name and its place: its message may quote the text. */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = (error.stack ?? '').split('\n').find((line) => /\bsrc\//.test(line) || /^\s+at /.test(line)) ?? '';
  return `${error.name} ${frame.trim().replace(/\(?file:\/\/\S*\//, '(')}`;
}

async function scanned({ input, engine, taint, broken }: Round, path: string): Promise<readonly Finding[]> {
  const text = textOf(input.files, path);
  const quick = engine.scanText({ path, text });
  const { findings, skipped, failed } = await engine.scan({ path, text });
  for (const { span, rule, fingerprint } of [...findings, ...quick.findings]) {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) broken.add(`span outside ${rule}`);
    if (fingerprint === '') broken.add('no fingerprint');
  }
  if (failed && skipped === null) broken.add('failed and does not say so');
  // What a keystroke shows must not go when the analysis comes, unless that says why.
  for (const { span } of skipped ? [] : quick.findings)
    if (!findings.some((one) => overlaps(one.span, span))) broken.add('the whole scan loses a finding');
  const again = await engine.scan({ path, text });
  if (JSON.stringify(again.findings) !== JSON.stringify(findings)) broken.add('a second scan finds something else');
  const lines = linesOf(text);
  const at = (offset: number) => ({ ...lines.positionAt(offset), offset });
  const report = {
    findings: findings.map((finding) => ({
      file: path,
      finding,
      range: { start: at(finding.span.start), end: at(finding.span.end) },
      value: null,
    })),
    skipped: skipped ? [{ file: path, reason: english(skipped), trouble: failed }] : [],
    files: 1,
    silenced: 0,
    known: 0,
  };
  if (taint(jsonReport(report)) > 0) broken.add('leak in JSON');
  if (taint(sarifReport(report, [])) > 0) broken.add('leak in SARIF');
  if (taint(textReport(report, false)) > 0) broken.add('leak in text');
  return findings;
}

/**
 * A diff in which all of a file goes, and one in which all of a settings file comes. No value may be in them, found or not: in
 * code it is in a string or a comment (broken code is never taken away), in settings it is a value.
 */
async function gone({ input, engine, tools, taint, broken }: Round, path: string): Promise<void> {
  const text = textOf(input.files, path);
  const isCode = dialectOf(path) !== null;
  if (!input.whole || (isCode && (await errorsIn(tools, path, text)) !== 0)) return;
  const outcomes = [await masked(engine, path, text, '')];
  if (!isCode && isMaskedThroughout(path)) outcomes.push(await masked(engine, path, '', text));
  for (const [before, after] of outcomes)
    if (taint(unifiedDiff(path, before, after, false, 0, styleOf(false))) > 0) broken.add('leak where all of it goes');
}

async function planned(round: Round, path: string, fix: FixKind): Promise<number> {
  const { input, engine, broken } = round;
  const { files } = input;
  const document = { path, text: textOf(files, path) };
  const plan = await engine.planFile(document, { fix });
  said(round, plan);
  if (plan.migrations.length === 0 || plan.files.length === 0) return 0;
  const after = applied(round, path, plan);
  if (!after) return 0;
  for (const { path: changed } of plan.files) {
    const [from, to] = [textOf(files, changed), textOf(after, changed)];
    if (changed.startsWith('other/')) broken.add('edits another project');
    await compared(round, changed, from, to);
    await shown(round, plan, changed, from, to);
  }
  const again = engineOver(after, round.tools, round.clock);
  const second = await again.planFile({ path, text: textOf(after, path) }, { fix });
  if (second.files.length > 0) broken.add(`a second run changes something (${fix})`);
  return plan.migrations.length;
}

function applied({ input, broken }: Round, own: string, plan: FilePlan): Files | null {
  const after: Record<string, string> = { ...input.files };
  let text = textOf(input.files, own);
  for (const { path, edits, basis } of plan.files) {
    const before = textOf(input.files, path);
    if (!basis.is(before)) broken.add('edits of another text');
    try {
      const made = applyEdits(before, edits);
      after[path] = (input.files[path]?.startsWith('\ufeff') ? '\ufeff' : '') + made;
      if (path === own) text = made;
    } catch {
      broken.add('edits overlap');
      return null;
    }
  }
  if (text !== plan.text) broken.add('the text of the plan is not what its edits make');
  return after;
}

/** What stays as it was: line ends, the form of the text, values that were not there. */
async function compared({ tools, broken, engine }: Round, path: string, from: string, to: string): Promise<void> {
  const [before, after] = [lineEndsOf(from), lineEndsOf(to)];
  if (before.size === 1 && [...after].some((end) => !before.has(end))) broken.add('other line ends');
  const errors = await errorsIn(tools, path, from);
  if (errors !== null && ((await errorsIn(tools, path, to)) ?? 0) > errors) broken.add('new parse errors');
  if (path.endsWith('.json') && isJson(from) && !isJson(to)) broken.add('JSON that cannot be read');
  const count = async (text: string): Promise<number> =>
    (await engine.scan({ path, text })).findings.filter(({ rule }) => rule.startsWith('hardcoded/')).length;
  if ((await count(to)) > (await count(from))) broken.add('more hardcoded values');
}

const lineEndsOf = (text: string): Set<string> => new Set(text.match(/\r\n|\r|\n/g) ?? []);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How many places the parser stumbles at; null where there is no parser, or where it gives up. */
async function errorsIn(tools: Tools, path: string, text: string): Promise<number | null> {
  const language = languageOf({ path, text });
  if (!language) return null;
  const { parser } = await tools.load(language);
  try {
    const file = parser.parse(text, path);
    const count = file.errors.length;
    file.release();
    return count;
  } catch {
    return null;
  }
}

/** Everything a plan says: titles, reasons, steps. */
function said({ engine, taint, broken }: Round, { migrations, left }: FilePlan): void {
  const texts = [
    ...migrations.flatMap(({ title, packages, settings, steps }) => [
      english(title),
      ...packages,
      ...settings.added,
      ...settings.removed,
      ...steps.flatMap(stepLines),
    ]),
    ...engine.leftOf(migrations.map(({ work }) => work)).flatMap(stepLines),
    ...left.map(({ message }) => english(message)),
  ];
  if (taint(texts.join('\n')) > 0) broken.add('leak in what a plan says');
  if (taint(JSON.stringify(migrations.map(({ work, role, rule }) => ({ work, role, rule })))) > 0)
    broken.add('leak in a plan');
}

/** The change as a diff of the command line and as HTML of the side bar. */
async function shown(
  { engine, taint, broken, input }: Round,
  plan: FilePlan,
  path: string,
  from: string,
  to: string,
): Promise<void> {
  const [before, after] = await masked(engine, path, from, to);
  const context = isMaskedThroughout(path) && !isSettingsFile(path.slice(path.lastIndexOf('/') + 1)) ? 3 : 0;
  const diff = unifiedDiff(path, before, after, false, context, styleOf(false));
  // Half a value that a person left in a line of its own is no value any more.
  const isLeak = (text: string): boolean => input.whole && taint(text) > 0;
  if (isLeak(diff)) broken.add('leak in the diff');
  const edits = plan.files.find((one: ProjectFile | FilePlan['files'][number]) => one.path === path)?.edits ?? [];
  const hunks = hunksOf(from, to, edits, before, after);
  const html = changeHtml({ title: { template: '', args: {} }, fix: 'identity', hunks, others: [] }, english);
  if (isLeak(html)) broken.add('leak in HTML');
  if (before.split(/\r\n|\r|\n/).length !== from.split(/\r\n|\r|\n/).length) broken.add('masking changes lines');
}
