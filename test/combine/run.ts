// Small programs made from tables: compiled, migrated, compiled again, and loaded where that is cheap.
//   npm run test:combine [-- --count N] [--seed N] [--only csharp|typescript] [--keep FOLDER]
// N programs of each language (default: 500, a tenth of a full run). What cannot be checked here is said.
import { areGood, isEnoughMigrated, tellOf } from './report';
import type { Sheet } from './report';
import { csharpSheets } from './csharp/sheets';
import { typescriptSheets } from './typescript/sheets';

/** Programs of each language in a full run. */
const FULL = 5000;

const args = process.argv.slice(2);
const valueOf = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const count = Number(valueOf('--count') ?? '500');
const seed = Number(valueOf('--seed') ?? '1');
const only = valueOf('--only');
const keep = valueOf('--keep') ?? null;

const languages: (readonly Sheet[])[] = [];
for (const [language, make] of [
  ['typescript', typescriptSheets],
  ['csharp', csharpSheets],
] as const) {
  if (only !== undefined && only !== language) continue;
  const found = await make({ count, seed, keep });
  if (typeof found === 'string') console.log(`${language}: not checked: ${found}`);
  else languages.push(found);
}
console.log(`\nseed ${String(seed)}\n${tellOf(languages.flat())}`);
const passes = languages.every((one) => areGood(one) && (count < FULL || isEnoughMigrated(one)));
process.exitCode = passes ? 0 : 1;
