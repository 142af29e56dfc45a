import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTools } from '../../../src/engine/engine';
import { compile } from '../../sdk/compile';
import type { Parsed, Source, Verdict } from '../../sdk/compile';
import { createRandom } from '../../support/fake-secrets';
import { outcomeOf } from '../outcome';
import type { Outcome, Program } from '../outcome';
import type { Sheet } from '../report';
import type { Request } from '../request';
import { loadErrors } from './load';
import { programsOf } from './programs';

/** Where `npm run test:sdk` has put the packages. */
const folder = path.resolve('.sdk-test');
const MANIFEST = { path: 'package.json', text: '{"name":"app","dependencies":{}}\n' };

/** Above what `strict` asks for. */
const STRICT = { exactOptionalPropertyTypes: true, noUnusedParameters: true, noUncheckedIndexedAccess: true };

/** The compiler keeps all that it has seen: some hundred programs at a time. */
const AT_ONCE = 400;

type Files = Program['files'];

/** Type-checks, migrates, type-checks and loads a sample of the programs; or says why not. */
export async function typescriptSheets({ count, seed, keep }: Request): Promise<readonly Sheet[] | string> {
  if (!existsSync(path.join(folder, 'node_modules')))
    return 'the SDKs are not installed; "npm run test:sdk" installs them';
  const all = programsOf(count, createRandom(seed));
  const parsed: Parsed = new Map();
  const before = checked(
    parsed,
    all.map(({ files }) => files),
  );
  const tools = createTools();
  const outcomes: Outcome[] = [];
  for (const [i, program] of all.entries())
    if (before[i]?.length === 0) outcomes.push(await outcomeOf(program, [MANIFEST], tools));
  const migrated = outcomes.flatMap(({ program, after }) => (after ? [{ program, after }] : []));
  const after = checked(
    parsed,
    migrated.map((one) => one.after),
  );
  const loaded = loadErrors(folder, migrated);
  const broken = migrated.flatMap(({ program, after: texts }, i) => {
    const error = after[i]?.[0] ?? loaded.get(program);
    if (error === undefined) return [];
    if (keep !== null) keepIn(path.join(keep, `ts${String(i)}`), texts);
    return [{ program, error }];
  });
  return [{ title: 'TypeScript, JavaScript', made: all.length, before: outcomes.length, outcomes, broken }];
}

/** The messages of the compiler for each program. */
function checked(parsed: Parsed, list: readonly Files[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  for (let start = 0; start < list.length; start += AT_ONCE) {
    const part = list.slice(start, start + AT_ONCE).map((files, i) => inFolder(start + i, files));
    const verdicts = compile(folder, part.flat(), STRICT, parsed);
    found.push(...part.map((sources) => messagesOf(sources, verdicts)));
  }
  return found;
}

const inFolder = (index: number, files: Files): Source[] =>
  files.map(({ path: name, text }) => ({ path: `programs/${String(index)}/${name}`, text }));

const messagesOf = (sources: readonly Source[], verdicts: ReadonlyMap<string, Verdict>): string[] =>
  sources.flatMap(({ path: name }) => {
    const verdict = verdicts.get(name);
    return [...(verdict?.errors ?? ['not checked']), ...(verdict?.unused ?? [])].map(
      (one) => `${path.basename(name)}: ${one}`,
    );
  });

function keepIn(at: string, files: Files): void {
  mkdirSync(at, { recursive: true });
  for (const { path: name, text } of files) writeFileSync(path.join(at, name), text);
}
