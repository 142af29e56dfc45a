// Detection: latency, expressions, memory, published packages, throughput and accuracy beside other scanners.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { accuracyTables } from './accuracy';
import { sample } from './engine';
import { fetchPackages } from './packages';
import { networkIsCut } from './peers/peer';
import { bareLoop, memoryKept, rescanRows, scanTrees, slowestExpression } from './scan';
import { markdown } from './table';
import { throughputTable } from './throughput';

export interface ScanBench {
  /** The project's folder, built. */
  readonly root: string;
  /** Folders of other scanners. */
  readonly tools: readonly string[];
  /** A folder to scan instead of published packages. */
  readonly tree: string | undefined;
  /** What another scanner may take. */
  readonly seconds: number;
}

export async function printScan({ root, tools, tree, seconds }: ScanBench): Promise<void> {
  console.log(`## Detector\n\n${markdown(await rescanRows(sample))}`);
  const { what, ms } = slowestExpression();
  console.log(`\nSlowest expression on adversarial lines of 100 KB: ${ms.toFixed(1)} ms (${what}); bar 5 ms.`);
  console.log(`Heap kept after 10,000 rescans: ${memoryKept().toFixed(1)} MB.`);
  console.log(`A bare loop over the characters of the same machine: ${bareLoop().toFixed(0)} MB/s.`);

  const work = mkdtempSync(path.join(os.tmpdir(), 'secretless-packages-'));
  try {
    const packages = tree === undefined ? fetchPackages(work) : [{ name: tree, folder: tree }];
    console.log(
      '\n## Published packages without Azure secrets\n\n| package | files | MB | findings |\n| --- | ---: | ---: | --- |',
    );
    for (const { name, folder } of packages) {
      if (folder === null) {
        console.log(`| ${name} | - | - | could not be fetched |`);
        continue;
      }
      const { files, megabytes, findings } = scanTrees([folder]);
      const shown = findings.map((finding) => finding.replaceAll(`${folder}/`, '')).join('; ');
      console.log(
        `| ${name} | ${String(files)} | ${megabytes.toFixed(1)} | ${String(findings.length)}${shown && `: ${shown}`} |`,
      );
    }
    const offline = networkIsCut ? 'without a network' : 'offline by their own switches';
    console.log(`\n## One tree, one run; other scanners ${offline}\n`);
    console.log(throughputTable(tree ?? work, tools, root, seconds));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  console.log(`\n## The same vectors through every scanner\n\n${accuracyTables(tools, seconds)}`);
}
