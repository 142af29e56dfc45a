import { complain, count, CLEAN, FOUND, TROUBLE, UsageError } from './io';
import type { Io, Tools } from './io';
import { masked } from '../workspace/mask';
import { migrateFile } from './migrate-file';
import type { Done, Left } from './migrate-file';
import { inputs } from './collect';
import type { Skipped } from './collect';
import { nearest } from './nearest';
import { nodeFiles } from './node-files';
import { choose, parse, pathsOf } from './options';
import { overlay } from './overlay';
import type { Overlay } from './overlay';
import { unifiedDiff } from './patch';
import type { Place } from './place';
import { nameOf } from './name-of';
import { sayTroubles } from './scan';
import { styleOf } from './style';
import type { Engine } from '../engine';
import { baseName } from '../core/document';
import { english } from '../core/message';
import { isSettingsFile } from '../workspace/manifests';

const options = {
  write: { type: 'boolean', default: false },
  rule: { type: 'string', multiple: true },
  to: { type: 'string', default: 'identity' },
  'no-ignore': { type: 'boolean', default: false },
} as const;

export async function migrate(args: readonly string[], io: Io, { engine }: Tools): Promise<number> {
  const { values, positionals } = parse(args, options);
  const paths = pathsOf(positionals);
  const fix = choose('--to', values.to, ['identity', 'key-vault', 'key-vault-client'] as const);
  const selected = selection(engine, values.rule ?? []);
  const projects = new Map<string, Project>();
  const done: Done[] = [];
  const left: Left[] = [];
  const skipped: Skipped[] = [];

  const filesOf = (root: string): Overlay => projectOf(projects, root).files;
  for await (const input of inputs(io.cwd, paths, !values['no-ignore'], filesOf)) {
    if ('reason' in input) {
      skipped.push(input);
      continue;
    }
    const { place, path, file } = input;
    const { files } = projectOf(projects, place.root, place);
    try {
      const request = { engine, files, place, path, fix, selected, write: values.write };
      const result = await migrateFile(request);
      done.push(...result.done);
      left.push(...result.left);
      if (result.skip) skipped.push({ file, ...result.skip });
    } catch (error) {
      skipped.push({ file, reason: `the migration failed (${nameOf(error)}); please report it`, trouble: true });
    }
  }

  if (!values.write) for (const project of projects.values()) await printDiff(io, engine, project);
  sayTroubles(io, { skipped });
  sayLeft(io, left);
  sayDone(io, done, left, values.write);
  if (skipped.some(({ trouble }) => trouble) || left.some(({ trouble }) => trouble)) return TROUBLE;
  return left.length > 0 || (!values.write && done.length > 0) ? FOUND : CLEAN;
}

interface Project {
  readonly files: Overlay;
  readonly place: Place | null;
}

function projectOf(projects: Map<string, Project>, root: string, place: Place | null = null): Project {
  const known = projects.get(root);
  if (known?.place) return known;
  const project = { files: known?.files ?? overlay(nodeFiles(root)), place };
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

/** Settings files are shown without the lines round a change: those are other secrets. */
async function printDiff(io: Io, engine: Engine, { files, place }: Project): Promise<void> {
  for (const { path, before, after } of files.total()) {
    const [from, to] = await masked(engine, path, before?.text ?? '', after.text);
    const context = isSettingsFile(baseName(path)) ? 0 : 3;
    const file = place?.shown(path) ?? path;
    io.stdout.write(unifiedDiff(file, from, to, before === null, context, styleOf(io.color)));
  }
}

function sayLeft(io: Io, left: readonly Left[]): void {
  for (const { file, line, rule, reason } of left) complain(io, `${file}:${line}: ${rule} stays: ${reason}`);
}

/** After a diff these lines are comments to whatever reads it. */
function sayDone(io: Io, done: readonly Done[], left: readonly Left[], write: boolean): void {
  const lines: string[] = [];
  if (write)
    for (const { file, title, files } of done) lines.push(`${file}: ${title}`, `    changed: ${files.join(', ')}`);
  const steps = [...new Set(done.flatMap((migration) => migration.steps.map(english)))];
  if (steps.length > 0) lines.push('', 'Left to do by hand:', ...steps.map((step, i) => `${i + 1}. ${step}`), '');
  const changed = new Set(done.flatMap(({ files }) => files)).size;
  const stay = left.length > 0 ? ` ${count(left.length, 'finding')} ${left.length === 1 ? 'stays' : 'stay'}.` : '';
  if (done.length === 0) lines.push(left.length > 0 ? `Nothing was migrated.${stay}` : 'Nothing to migrate.');
  else if (write) lines.push(`${count(done.length, 'migration')}, ${count(changed, 'file')} changed.${stay}`);
  else lines.push(`${count(done.length, 'migration')} in ${count(changed, 'file')}; --write makes the changes.${stay}`);
  for (const line of lines) io.stdout.write(`${write ? line : `# ${line}`.trimEnd()}\n`);
}
