import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createDetector } from '../src/detect/detector';
import { secretKinds } from '../src/detect/kinds/index';
import { smells } from '../src/detect/smells/index';
import { createFake } from '../test/support/fake-secrets';
import { median, time } from './table';
import type { Row } from './table';

/** Words an engine would ask about: packages and clients. */
const SDK_WORDS = ['@azure/', 'azure.', 'com.azure', 'BlobServiceClient', 'CosmosClient', 'ServiceBusClient'];

/** Settings and code of about `size` characters, dense with names of keys and passwords, with a secret every 20 KB. */
export function denseSample(size: number): string {
  const fake = createFake(11);
  const parts: string[] = [];
  for (let length = 0, n = 0; length < size; n++) {
    const part =
      n % 50 === 0
        ? `const connection${String(n)} = "${fake.storageConnectionString()}";\n`
        : `export async function load${String(n)}(options: { apiKey: string; password?: string }) {\n` +
          `  const token = await credential.getToken(options.apiKey ?? process.env.AZURE_OPENAI_API_KEY);\n` +
          `  for (const key of Object.keys(token)) cache.set(key, token[key]);\n` +
          `  return { url: "https://contoso.blob.core.windows.net/images/${String(n)}", key: items[${String(n)}].key };\n}\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('').slice(0, size);
}

/** The detector alone, per keystroke: plain and dense texts. */
export async function rescanRows(plain: (size: number) => string): Promise<Row[]> {
  const detector = createDetector(SDK_WORDS);
  const rows: Row[] = [];
  for (const [name, size, bar, runs] of [
    ['1 KB', 1_000, null, 2000],
    ['10 KB', 10_000, null, 1000],
    ['100 KB', 100_000, 0.5, 500],
    ['1 MB', 1_000_000, null, 50],
    ['5 MB', 5_000_000, null, 10],
  ] as const) {
    for (const [sort, text] of [
      ['plain', plain(size)],
      ['dense', denseSample(size)],
    ] as const) {
      let n = 0;
      rows.push(
        await time(`detector, ${name}, ${sort}`, sort === 'plain' ? bar : null, runs, () =>
          detector.detect({ path: 'a.ts', text: `${text}${String(n++ % 10)}` }),
        ),
      );
    }
  }
  return rows;
}

/** Heap kept after 10,000 rescans of 10 KB, in MB; run with --expose-gc for a steady figure. */
export function memoryKept(): number {
  const detector = createDetector(SDK_WORDS);
  const text = denseSample(10_000);
  const collect = (): void => {
    (globalThis as { gc?: () => void }).gc?.();
  };
  for (let n = 0; n < 200; n++) detector.detect({ path: 'a.ts', text: `${text}${String(n)}` });
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 10_000; n++) detector.detect({ path: 'a.ts', text: `${text}${String(n)}` });
  collect();
  return (process.memoryUsage().heapUsed - before) / 1e6;
}

/** What reading every character once costs here and now, in MB a second: the yardstick of a busy machine. */
export function bareLoop(): number {
  const text = denseSample(2_000_000);
  const loop = (): number => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
    return sum;
  };
  const taken = Array.from({ length: 40 }, () => {
    const start = performance.now();
    loop();
    return performance.now() - start;
  });
  return text.length / 1000 / median(taken);
}

/** Milliseconds of the slowest expression on lines of 100 KB made to be slow for it. */
export function slowestExpression(): { readonly what: string; readonly ms: number } {
  const line = (unit: string): string => unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
  let worst = { what: '', ms: 0 };
  for (const { id, looks } of [...secretKinds, ...smells]) {
    for (const { pattern, anchors } of looks) {
      const find = new RegExp(pattern.source, `g${pattern.flags.replace(/[^iu]/g, '')}`);
      for (const filler of ['a', 'A1', '+/', '%2B', '\\u002B', '=', ' ', '"', ';', 'a=b;', '.']) {
        for (const text of [line(filler), line((anchors[0] ?? '') + filler)]) {
          const taken = Array.from({ length: 5 }, () => {
            const start = performance.now();
            find.lastIndex = 0;
            for (let i = 0; i < 50 && find.exec(text) !== null; i++);
            return performance.now() - start;
          });
          // The least: what the expression takes, without the rest of the machine.
          const ms = Math.min(...taken);
          if (ms > worst.ms) worst = { what: `${id} on ${JSON.stringify(text.slice(0, 20))}`, ms };
        }
      }
    }
  }
  return worst;
}

export interface TreeScan {
  readonly files: number;
  readonly megabytes: number;
  /** Reading not counted, as for an editor or a worker that has the text. */
  readonly seconds: number;
  /** The same, without what other processes took. */
  readonly cpuSeconds: number;
  readonly findings: readonly string[];
}

const BINARY =
  /\.(?:png|jpe?g|gif|webp|wasm|node|so|a|o|zip|gz|tgz|tar|woff2?|ttf|eot|pdf|exe|dll|pyc|jar|whl|mo|class|ico|bin)$/i;

/** Scans every text file under some folders on one thread. Findings come without values. */
export function scanTrees(folders: readonly string[]): TreeScan {
  const detector = createDetector(SDK_WORDS);
  const findings: string[] = [];
  let [files, bytes, taken, cpu] = [0, 0, 0, 0];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() && entry.name !== '.git') visit(file);
      if (!entry.isFile() || BINARY.test(entry.name) || statSync(file).size > 5e6) continue;
      const text = readFileSync(file, 'utf8');
      const used = process.cpuUsage();
      const start = performance.now();
      const { candidates } = detector.detect({ path: file, text });
      taken += performance.now() - start;
      cpu += process.cpuUsage(used).user;
      files++;
      bytes += Buffer.byteLength(text);
      for (const { kind, span } of candidates) {
        findings.push(`${kind} ${file}:${String(text.slice(0, span.start).split('\n').length)}`);
      }
    }
  };
  for (const folder of folders) visit(folder);
  return { files, megabytes: bytes / 1e6, seconds: taken / 1000, cpuSeconds: cpu / 1e6, findings };
}
