// The detector alone: node scripts/ts.mjs bench/scan-run.ts [FOLDER...]   Folders: trees to scan; default node_modules.
import path from 'node:path';
import { sample } from './engine';
import { memoryKept, rescanRows, scanTrees, slowestExpression } from './scan';
import { markdown } from './table';

const folders = process.argv.slice(2);
console.log(markdown(await rescanRows(sample)));
const { what, ms } = slowestExpression();
console.log(`\nslowest expression on an adversarial line of 100 KB: ${ms.toFixed(1)} ms (${what}); bar 5 ms`);
console.log(`heap kept after 10,000 rescans: ${memoryKept().toFixed(1)} MB`);
const trees = folders.length > 0 ? folders : [path.resolve(import.meta.dirname, '../node_modules')];
const { files, megabytes, seconds, findings } = scanTrees(trees);
console.log(
  `${trees.join(' ')}: ${String(files)} files, ${megabytes.toFixed(0)} MB in ${seconds.toFixed(2)} s = ` +
    `${(megabytes / seconds).toFixed(0)} MB/s on one thread (bar 250); findings: ${String(findings.length)}`,
);
for (const finding of findings.slice(0, 100)) console.log(`- ${finding}`);
