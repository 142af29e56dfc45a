import { complain, count, CLEAN, FOUND, TROUBLE, UsageError } from './io';
import type { Io, Tools } from './io';
import { masked } from '../session/mask/masked';
import { migrateFile } from './migrate-file';
import type { Done, FileRequest, Left } from './migrate-file';
import { inputs } from './collect';
import type { Skipped } from './collect';
import { nearest } from './nearest';
import { nodeFiles } from './node-files';
import { choose, parse, pathsOf } from './options';
import { overlay } from '../engine/overlay';
import type { Overlay } from '../engine/overlay';
import { unifiedDiff } from './patch';
import { placeOf } from './target';
import type { Target } from './target';
import { withinScope } from './scope';
import { errorName, shownName, withoutSecrets } from './error-name';
import { sayTroubles } from './scan';
import { stepLines } from './step-lines';
import { styleOf } from './style';
import type { Engine } from '../engine/engine';
import { isMaskedThroughout } from '../engine/mask';
import { baseName } from '../core/document';
import type { Step } from '../core/step';
import { trueWork } from '../engine/everywhere';
import { languageOf } from '../engine/tools';
import { isSettingsFile } from '../project/manifests';

const options = {
  write: { type: 'boolean', default: false },
  rule: { type: 'string', multiple: true },
  to: { type: 'string', default: 'identity' },
  only: { type: 'string' },
  'no-ignore': { type: 'boolean', default: false },
} as const;

export async function migrate(args: readonly string[], io: Io, tools: Tools): Promise<number> {
  const { engine } = tools;
  const { values, positionals } = parse(args, options);
  const paths = pathsOf(positionals);
  const fix = choose('--to', values.to, ['identity', 'key-vault', 'key-vault-client'] as const);
  const only = values.only === undefined ? null : choose('--only', values.only, ['code'] as const);
  const selected = selection(engine, values.rule ?? []);
  const projects = new Map<string, Project>();
  const attempts: Attempt[] = [];
  const skipped: Skipped[] = [];

  const places = paths.map((path) => placeOf(io.cwd, path)).filter((place) => place.kind !== 'skip');
  const filesOf = (root: string): Overlay => projectOf(projects, root, places, tools).files;
  const run = async (request: FileRequest, file: string, before: readonly Done[] = []): Promise<Attempt | null> => {
    try {
      const { done, left, skip, needs } = await migrateFile(request);
      if (skip && !skipped.some((one) => one.file === file)) skipped.push({ file, ...skip });
      const basis = new Map<string, string | null>();
      for (const path of left.length > 0 ? [request.path, ...needs] : [])
        basis.set(path, await textOf(request.files, path));
      return { request, file, done: [...before, ...done], left, basis };
    } catch (error) {
      skipped.push({ file, reason: `the migration failed (${errorName(error)}); please report it`, trouble: true });
      return null;
    }
  };
  for await (const input of inputs(io.cwd, paths, !values['no-ignore'], filesOf)) {
    if ('reason' in input) {
      skipped.push(input);
      continue;
    }
    const { place, path, file } = input;
    // Settings and manifests that code needs changed change with it.
    if (only === 'code' && !isCode(path)) continue;
    const own = projectOf(projects, place.root, places, tools);
    const { files } = own;
    const made = await run({ engine: own.engine, files, place, path, fix, selected, write: values.write }, file);
    if (made) attempts.push(made);
  }
  // What a file was left with may have gone, or become possible, with the migration of one that came later.
  for (let round = 0, isDone = false; round < ROUNDS && !isDone; round += 1) {
    isDone = true;
    for (const [i, attempt] of attempts.entries()) {
      const { request, file, done, left } = attempt;
      if (left.length === 0 || (await isUnchanged(attempt))) continue;
      attempts[i] = (await run(request, file, done)) ?? { ...attempt, left: [] };
      isDone = false;
    }
  }
  const done = attempts.flatMap((one) => one.done);
  const left = attempts.flatMap((one) => one.left);

  if (!values.write) for (const project of projects.values()) await printDiff(io, engine, project);
  sayTroubles(io, { skipped: skipped.map((one) => ({ ...one, file: withoutSecrets(engine, one.file) })) });
  sayLeft(io, left);
  const work = attempts.flatMap(({ request, done: own }) => own.map((one) => trueWork(one.work, request.files)));
  sayDone(io, done, engine.leftOf(await Promise.all(work)), left, values.write);
  if (skipped.some(({ trouble }) => trouble) || left.some(({ trouble }) => trouble)) return TROUBLE;
  return left.length > 0 || (!values.write && done.length > 0) ? FOUND : CLEAN;
}

/** What came of one file. */
interface Attempt {
  readonly request: FileRequest;
  readonly file: string;
  readonly done: readonly Done[];
  readonly left: readonly Left[];
  /** The texts that what is left depends on, by path; null where one cannot be read. None where nothing is left. */
  readonly basis: ReadonlyMap<string, string | null>;
}

/** Files are looked at again no more often than this: one migration makes another possible, that one a third. */
const ROUNDS = 5;

const isCode = (path: string): boolean => languageOf({ path, text: '' }) !== null;

async function textOf(files: Overlay, path: string): Promise<string | null> {
  const file = await files.read(path);
  return file.kind === 'text' ? file.text : null;
}

async function isUnchanged({ request: { files }, basis }: Attempt): Promise<boolean> {
  for (const [path, text] of basis) if ((await textOf(files, path)) !== text) return false;
  return true;
}

interface Project {
  readonly files: Overlay;
  readonly engine: Engine;
  readonly place: Target | null;
}

function projectOf(
  projects: Map<string, Project>,
  root: string,
  places: readonly Target[],
  { engineFor }: Tools,
): Project {
  const known = projects.get(root);
  if (known) return known;
  const own = places.filter((place) => place.root === root);
  const files = overlay(withinScope(nodeFiles(root), root, own));
  const project = { files, engine: engineFor(files), place: own[0] ?? null };
  projects.set(root, project);
  return project;
}

/** Findings of these rules or families; of all when none is named. */
function selection(engine: Engine, rules: readonly string[]): (rule: string) => boolean {
  const ids = engine.rules.map(({ id }) => id);
  const families = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))];
  for (const rule of rules) {
    if (ids.includes(rule) || families.includes(rule)) continue;
    const near = nearest(rule, rule.includes('/') ? ids : [...ids, ...families]);
    throw new UsageError(
      `there is no rule "${rule}"${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`,
      false,
    );
  }
  return (rule) => rules.length === 0 || rules.some((wanted) => rule === wanted || rule.startsWith(`${wanted}/`));
}

/** Settings files, workflows and templates are shown without the lines round a change: those are other secrets. */
async function printDiff(io: Io, engine: Engine, { files, place }: Project): Promise<void> {
  for (const { path, before, after } of files.total()) {
    const [from, to] = await masked(engine, path, before?.text ?? '', after.text);
    const context = isMaskedThroughout(path) && !isSettingsFile(baseName(path)) ? 3 : 0;
    const file = withoutSecrets(engine, place?.shown(path) ?? path);
    io.stdout.write(unifiedDiff(file, from, to, before === null, context, styleOf(io.color)));
  }
}

function sayLeft(io: Io, left: readonly Left[]): void {
  for (const { file, line, rule, reason } of left) complain(io, `${shownName(file)}:${line}: ${rule} stays: ${reason}`);
}

/** After a diff these lines are comments to whatever reads it. */
function sayDone(io: Io, done: readonly Done[], steps: readonly Step[], left: readonly Left[], write: boolean): void {
  const lines: string[] = [];
  if (write)
    for (const { file, title, files } of done)
      lines.push(`${shownName(file)}: ${title}`, `    changed: ${files.map(shownName).join(', ')}`);
  if (steps.length > 0) lines.push('', 'Left to do by hand:', ...steps.flatMap(stepLines), '');
  const changed = new Set(done.flatMap(({ files }) => files)).size;
  const stay = left.length > 0 ? ` ${count(left.length, 'finding')} ${left.length === 1 ? 'stays' : 'stay'}.` : '';
  if (done.length === 0) lines.push(left.length > 0 ? `Nothing was migrated.${stay}` : 'Nothing to migrate.');
  else if (write) lines.push(`${count(done.length, 'migration')}, ${count(changed, 'file')} changed.${stay}`);
  else lines.push(`${count(done.length, 'migration')} in ${count(changed, 'file')}; --write makes the changes.${stay}`);
  for (const line of lines) io.stdout.write(`${write ? line : `# ${line}`.trimEnd()}\n`);
}
