// Small programs made from tables: type-checked, migrated, type-checked again.
//   node scripts/ts.mjs test/combine/typescript/run.ts [--every N] [--only TEXT] [--show] (after npm run test:sdk has installed the SDKs)
import path from 'node:path';
import { applyEdits } from '../../../src/core/edit';
import { createEngine, createTools } from '../../../src/engine/engine';
import { compile } from '../../sdk/compile';
import type { Source, Verdict } from '../../sdk/compile';
import { memoryFiles } from '../../support/memory-files';
import { programs } from './programs';
import type { Program } from './programs';

const folder = path.resolve(import.meta.dirname, '../../../.sdk-test');
const args = process.argv.slice(2);
const valueOf = (name: string): string | undefined => args[args.indexOf(name) + 1];
const every = args.includes('--every') ? Number(valueOf('--every')) : 1;
const offset = args.includes('--from') ? Number(valueOf('--from')) : 0;
const only = args.includes('--only') ? valueOf('--only') : undefined;
const tools = createTools();

interface Outcome {
  readonly program: Program;
  /** The files after, or why there are none. */
  readonly after: readonly { readonly path: string; readonly text: string }[] | null;
  readonly why: string;
}

const manifest = { path: 'package.json', text: '{"name":"app","dependencies":{}}\n' };

async function migrate(program: Program): Promise<Outcome> {
  const texts = new Map([...program.files, manifest].map(({ path: name, text }) => [name, text]));
  const engine = createEngine({ files: memoryFiles(Object.fromEntries(texts)), tools });
  const [own] = program.files;
  if (!own) throw new RangeError('a program without a file');
  const { findings } = await engine.scan(own);
  if (findings.length === 0) return { program, after: null, why: 'silent' };
  const plan = await engine.plan(own, 'all', 'identity');
  if (plan.kind === 'refusal')
    return { program, after: null, why: findings[0]?.refusal?.id ?? `offered, then ${plan.id}` };
  for (const { path: name, edits } of plan.files) texts.set(name, applyEdits(texts.get(name) ?? '', edits));
  const after = program.files.map(({ path: name }) => ({ path: name, text: texts.get(name) ?? '' }));
  return { program, after, why: '' };
}

const at = (side: string, index: number, files: readonly { path: string; text: string }[]): Source[] =>
  files.map(({ path: name, text }) => ({ path: `programs/${String(index)}/${side}/${name}`, text }));

const errorsOf = (sources: readonly Source[], verdicts: ReadonlyMap<string, Verdict>): string[] =>
  sources.flatMap(({ path: name }) => {
    const verdict = verdicts.get(name);
    return [...(verdict?.errors ?? ['not checked']), ...(verdict?.unused ?? [])].map(
      (one) => `${path.basename(name)}: ${one}`,
    );
  });

const all = [...programs()].filter(
  ({ name }, i) => i % every === offset && (only === undefined || name.includes(only)),
);
const checked = (side: string, list: readonly { readonly path: string; readonly text: string }[][]): string[][] => {
  const found: string[][] = [];
  // The compiler keeps all that it has seen: some hundred programs at a time.
  for (let start = 0; start < list.length; start += 400) {
    const part = list.slice(start, start + 400).map((files, i) => at(side, start + i, files));
    const verdicts = compile(folder, part.flat());
    found.push(...part.map((sources) => errorsOf(sources, verdicts)));
  }
  return found;
};

const before = checked(
  'before',
  all.map(({ files }) => [...files]),
);
const fine = all.filter((_, i) => before[i]?.length === 0);
const bad = all.flatMap(({ name }, i) => ((before[i]?.length ?? 0) > 0 ? [`${name}: ${before[i]?.[0] ?? ''}`] : []));
const outcomes: Outcome[] = [];
for (const program of fine) outcomes.push(await migrate(program));
const migrated = outcomes.flatMap(({ program, after }) => (after ? [{ program, after }] : []));
const after = checked(
  'after',
  migrated.map((one) => [...one.after]),
);

const refused = new Map<string, string[]>();
for (const { why, program } of outcomes) if (why !== '') refused.set(why, [...(refused.get(why) ?? []), program.name]);
const broken = migrated.flatMap((one, i) => ((after[i]?.length ?? 0) > 0 ? [{ ...one, errors: after[i] ?? [] }] : []));
if (args.includes('--before')) for (const one of bad) console.log('BEFORE', one);
for (const { program, after: files, errors } of broken) {
  console.log(`\n== ${program.name}\n   ${errors.join('\n   ')}`);
  if (args.includes('--show'))
    for (const { path: name, text } of files) console.log(text.replace(/^/gm, `   ${name}| `));
}
console.log(
  `\n${String(all.length)} programs, ${String(fine.length)} type-check before, ${String(migrated.length)} migrated, ${String(broken.length)} with an error after`,
);
for (const [why, names] of [...refused].sort((a, b) => b[1].length - a[1].length))
  console.log(`  ${why}: ${String(names.length)}, for instance ${names.slice(0, 3).join(' ;; ')}`);
process.exitCode = broken.length > 0 ? 1 : 0;
