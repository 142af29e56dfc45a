import { createEngine } from '../src/engine/engine';
import type { Engine } from '../src/engine/engine';
import { carry, reconcile, reveal, settle } from '../src/session/carry';
import type { SourceDocument } from '../src/core/document';
import { memoryFiles } from '../test/support/memory-files';
import { codeGrowths } from './growths/code';
import type { Growth } from './growths/growth';
import { partGrowths } from './growths/parts';
import { settingsGrowths } from './growths/settings';
import { textGrowths } from './growths/text';

/** Inputs that were, or could be, slower than linear. All of them go up to 20,000. */
export const growths: readonly Growth[] = [...codeGrowths, ...textGrowths, ...settingsGrowths, ...partGrowths];

/** Seconds of processor time that this process has taken: what else runs on the machine has little say in them. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** What a session does when a document is formatted: each finding is moved, and found again. */
function typeInto(engine: Engine, document: SourceDocument): void {
  const { findings } = engine.scanText(document);
  const shown = reveal([], findings);
  const changes = findings.map(({ span }) => ({ rangeOffset: span.end, rangeLength: 0, text: ' ' }));
  const moved = carry(shown, changes);
  settle(
    reconcile(
      moved,
      moved.map(({ finding }) => finding),
    ).map(({ finding }) => finding),
    findings,
  );
}

async function perform({ task = 'scan', path, files }: Growth, text: string, n: number): Promise<void> {
  if (typeof task === 'function') return task(text);
  const around = files?.(n);
  const engine = createEngine(around ? { files: memoryFiles(Object.freeze({ ...around, [path]: text })) } : {});
  if (task === 'plan') await engine.planFile({ path, text }, { fix: 'identity' });
  else if (task === 'keep') await engine.planFile({ path, text }, { fix: 'setting' });
  else if (task === 'type') typeInto(engine, { path, text });
  else await engine.scan({ path, text });
}

async function seconds(growth: Growth, n: number): Promise<number> {
  const texts = [growth.text(n)].flat();
  let runs = 0;
  const start = processorSeconds();
  // The mean of many runs: alone, a short one ends before its garbage is collected, and the next size pays for it.
  do {
    for (const text of texts) await perform(growth, text, n);
    runs++;
  } while (processorSeconds() - start < ENOUGH);
  return (processorSeconds() - start) / runs;
}

/** Seconds of processor time that an input is measured for at least. */
const ENOUGH = 1.5;
const SIZES = [1_250, 2_500, 5_000, 10_000, 20_000];
/** Doubling the input may cost this much. */
const BAR = 2.5;
/** Below this many seconds a ratio says more of the machine than of the code. */
const NOISE = 0.05;
/** Seconds after which no larger input is tried. */
const LIMIT = 30;

/** Markdown: seconds of processor time by size, and the worst ratio of a size to the one before. */
export async function linearTable(only?: string): Promise<string> {
  const lines = [
    ['input, seconds of processor time for so many', ...SIZES.map((n) => n.toLocaleString('en')), 'worst ratio', ''],
    ['---', ...SIZES.map(() => '---:'), '---:', '---'],
  ];
  for (const growth of growths.filter(({ what }) => !only || what.includes(only))) {
    await seconds(growth, 100);
    const taken: number[] = [];
    for (const n of SIZES) {
      taken.push(await seconds(growth, n));
      if ((taken.at(-1) ?? 0) > LIMIT) break;
    }
    const ratios = taken.slice(1).map((now, i) => now / Math.max(taken[i] ?? 0, NOISE));
    const worst = Math.max(...ratios);
    lines.push([
      growth.what,
      ...SIZES.map((_, i) => taken[i]?.toFixed(2) ?? '-'),
      worst.toFixed(1),
      taken.length === SIZES.length && worst <= BAR ? 'held' : 'MISSED',
    ]);
    if (process.env['SECRETLESS_BENCH_LOUD']) console.error(lines.at(-1)?.join(' | '));
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
