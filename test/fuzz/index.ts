// Mutated code and settings through scan, plan, apply and mask, against the invariants of check.ts.
//   npm run fuzz -- [--seconds N] [--seed N] [--of typescript|csharp|settings] [--from ITERATION] [--iterations N]
// Without --of each target gets its share of the time. What fails is written to a folder outside the repository.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz';
import type { Failure } from './fuzz';
import { TARGETS } from './shapes';
import type { Target } from './shapes';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    of: { type: 'string' },
    from: { type: 'string', default: '0' },
    iterations: { type: 'string' },
  },
});

const isTarget = (name: string): name is Target => TARGETS.some((target) => target === name);
const { of } = values;
if (of !== undefined && !isTarget(of)) {
  console.error(`--of is one of ${TARGETS.join(', ')}`);
  process.exit(2);
}
const targets = of === undefined ? TARGETS : [of];
const [seed, seconds, from] = [Number(values.seed), Number(values.seconds), Number(values.from)];
const last = values.iterations === undefined ? Infinity : from + Number(values.iterations);

/** Where failing inputs go; made with the first. */
const state = { folder: null as string | null };

function keep({ target, seed: own, iteration, broken, about, input }: Failure): void {
  state.folder ??= mkdtempSync(path.join(tmpdir(), 'secretless-fuzz-'));
  const folder = path.join(state.folder, `${target}-${String(own)}-${String(iteration)}`);
  for (const [file, text] of Object.entries(input.files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  console.log(
    `FAILED ${broken.join(', ')}\n  seed ${String(own)}, iteration ${String(iteration)}: ${about}\n  ${folder}`,
  );
}

/** A scan or a plan that takes longer is a failure of its own, in milliseconds of processor time. */
const SLOW = 5000;

let failed = 0;
for (const target of targets) {
  const until = Date.now() + (seconds * 1000) / targets.length;
  const { iterations, findings, migrations, failures } = await fuzz(target, seed, {
    from,
    isOver: (iteration) => iteration >= last || (last === Infinity && Date.now() > until),
    slow: SLOW,
    onFailure: keep,
  });
  failed += failures.length;
  console.log(
    `${target}: seed ${String(seed)}, ${String(iterations)} inputs, ${String(findings)} findings, ${String(migrations)} migrations, ${String(failures.length)} failures`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;
