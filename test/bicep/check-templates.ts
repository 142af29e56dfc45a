import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { startCompiler } from './compiler.mjs';
import { demos, filesOf } from '../demos/bundle';
import { appTemplates } from './app-templates';

type Compiler = Awaited<ReturnType<typeof startCompiler>>;

interface Template {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const inDemos = demos.flatMap((demo): Template[] => {
  const after = filesOf(demo, 'after');
  return Object.entries(filesOf(demo, 'before'))
    .filter(([file]) => file.endsWith('.bicep'))
    .map(([file, before]) => ({ title: `${demo}/${file}`, before, after: after[file] ?? '' }));
});

/** Every template that is migrated here: those of the fix's own tests and those of the demo workspaces. */
export const migratedTemplates: readonly Template[] = [...appTemplates, ...inDemos];

/** What the compiler says of each migrated template that it did not say of the template before, as lines. */
export async function newTroubles(compiler: Compiler, folder: string): Promise<readonly string[]> {
  const said = async (name: string, text: string): Promise<readonly string[]> => {
    const file = path.join(folder, `${name}.bicep`);
    writeFileSync(file, text);
    const all = await compiler.compile(file);
    return all
      .filter(({ level }) => /^(?:error|warning)$/i.test(level))
      .map(({ level, code, message, line }) => `${level} ${code}, line ${String(line)}: ${message}`);
  };
  const found: string[] = [];
  for (const [at, { title, before, after }] of migratedTemplates.entries()) {
    const codes = new Set((await said(`app-${String(at)}-before`, before)).map((line) => line.split(',')[0]));
    const fresh = (await said(`app-${String(at)}-after`, after)).filter((line) => !codes.has(line.split(',')[0]));
    found.push(...fresh.map((line) => `${title}: ${line}`));
  }
  return found;
}
