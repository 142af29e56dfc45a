// Compiles every Bicep file that the guidance gives, and says how many compile and how many without a warning. Templates of
// apps are compiled before and after their keys go: nothing new may be said of them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { migratedTemplates, newTroubles } from './check-templates';
import { startCompiler } from './compiler.mjs';
import { outputs } from './outputs';

const folder = path.resolve('.sdk-test/bicep/outputs');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// Many hosts give the same file: each text is compiled once.
const texts = new Map<string, string>();
for (const { text } of outputs) if (!texts.has(text)) texts.set(text, path.join(folder, `${texts.size + 1}.bicep`));

const compiler = await startCompiler();
const said = new Map<string, Awaited<ReturnType<typeof compiler.compile>>>();
for (const [text, file] of texts) {
  writeFileSync(file, text);
  said.set(text, await compiler.compile(file));
}
const troubles = await newTroubles(compiler, folder);
compiler.stop();

const of = (text: string, levels: readonly string[]) =>
  (said.get(text) ?? []).filter(({ level }) => levels.includes(level.toLowerCase()));
const broken = outputs.filter(({ text }) => of(text, ['error']).length > 0);
const warned = outputs.filter(({ text }) => of(text, ['error', 'warning']).length > 0);

const counts = new Map<string, [number, string]>();
for (const { name, text } of warned) {
  for (const { level, code, message, line } of of(text, ['error', 'warning'])) {
    const [count, first] = counts.get(code) ?? [
      0,
      `${level} ${name}, ${texts.get(text) ?? ''}:${String(line)}: ${message}`,
    ];
    counts.set(code, [count + 1, first]);
  }
}
for (const [code, [count, first]] of [...counts].sort(([, a], [, b]) => b[0] - a[0]))
  console.log(`${code} ${String(count)} times, first in ${first}`);
const all = outputs.length;
console.log(
  `${String(all - broken.length)} of ${String(all)} files compile, ${String(all - warned.length)} without a warning (${String(texts.size)} different texts).`,
);
for (const line of troubles) console.log(line);
console.log(
  `${String(migratedTemplates.length)} templates of apps before and after: ${String(troubles.length)} new messages.`,
);
process.exit(warned.length + troubles.length > 0 ? 1 : 0);
