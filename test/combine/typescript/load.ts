import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Program } from '../outcome';

interface Migrated {
  readonly program: Program;
  readonly after: Program['files'];
}

/** Loads each module in turn, with settings that lead somewhere, and says what it throws. */
const LOADER = `
const list = require('node:fs').readFileSync(0, 'utf8').split('\\n');
const say = [];
for (const file of list) {
  try { require(file); } catch (error) { say.push([file, String(error && error.message).split('\\n')[0]]); }
}
require('node:fs').writeFileSync(process.argv[2], JSON.stringify(say));
process.exit(0);
`;

/** What a setting is called that the new code may read, and what leads nowhere but looks right. */
const settingsOf = (files: Program['files']): Record<string, string> =>
  Object.fromEntries(
    files.flatMap(({ text }) =>
      [...text.matchAll(/\benv(?:\.|\[')(\w+)|\b(AZURE_[A-Z_]+)\b/g)].map(({ 1: read, 2: named }) => {
        const name = read ?? named ?? '';
        return [
          name,
          /NAMESPACE/.test(name) ? 'contoso.servicebus.windows.net' : 'https://contoso.blob.core.windows.net',
        ];
      }),
    ),
  );

/** The errors of modules that `require` can load; a program that does not load before either would say nothing. */
export function loadErrors(sdks: string, migrated: readonly Migrated[]): ReadonlyMap<Program, string> {
  const plain = migrated.filter(({ after }) => after[0]?.text.includes('require(') ?? false);
  const folder = mkdtempSync(path.join(tmpdir(), 'combine-load-'));
  try {
    symlinkSync(path.join(sdks, 'node_modules'), path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'loader.cjs'), LOADER);
    const paths = plain.map(({ after }, i) => {
      const own = path.join(folder, String(i));
      mkdirSync(own);
      for (const { path: name, text } of after) writeFileSync(path.join(own, name), text);
      return path.join(own, after[0]?.path ?? '');
    });
    const env = Object.assign({}, process.env, ...plain.map(({ after }) => settingsOf(after))) as NodeJS.ProcessEnv;
    // An OpenAI client refuses to start while a key is set beside its token provider.
    delete env['AZURE_OPENAI_API_KEY'];
    const saying = path.join(folder, 'said.json');
    spawnSync(process.execPath, [path.join(folder, 'loader.cjs'), saying], { input: paths.join('\n'), env });
    const said = new Map(JSON.parse(readFileSync(saying, 'utf8')) as [string, string][]);
    return new Map(
      plain.flatMap(({ program }, i) => {
        const error = said.get(paths[i] ?? '');
        return error === undefined ? [] : [[program, `loading: ${error}`]];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
