// One tree, one run: our detector, our command line, the other scanners, and ripgrep with our expressions.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { secretKinds } from '../src/detect/kinds/index';
import { smells } from '../src/detect/smells/index';
import { peers } from './peers/all';
import { execute, find, versionOf } from './peers/peer';
import { scanTrees } from './scan';

interface Line {
  readonly tool: string;
  readonly seconds: number | null;
  readonly findings: number | null;
  readonly remark: string;
}

/** Without look-around, which ripgrep's own engine does not have: it finds no less, and is faster without. */
function withoutLookAround(source: string): string {
  let plain = '';
  for (let at = 0; at < source.length;) {
    if (/^\(\?<?[=!]/.test(source.slice(at, at + 4))) {
      let [depth, inClass] = [0, false];
      do {
        const unit = source.charAt(at);
        if (unit === '\\') at++;
        else if (inClass) inClass = unit !== ']';
        else if (unit === '[') inClass = true;
        else if (unit === '(') depth++;
        else if (unit === ')') depth--;
        at++;
      } while (depth > 0 && at < source.length);
      continue;
    }
    // It knows no escapes of characters that need none.
    if (source.charAt(at) === '\\' && !/["'`&/]/.test(source.charAt(at + 1))) plain += source.charAt(at++);
    else if (source.charAt(at) === '\\') at++;
    plain += source.charAt(at++);
  }
  return plain.replace(/\(\?<\w+>/g, '(');
}

function ripgrep(program: string, tree: string, work: string, seconds: number): Line {
  const expressions = [...secretKinds, ...smells].flatMap(({ looks }) =>
    looks.map(
      ({ pattern }) => (pattern.flags.includes('i') ? '(?i:' : '(?:') + withoutLookAround(pattern.source) + ')',
    ),
  );
  const file = path.join(work, 'expressions');
  writeFileSync(file, expressions.join('\n') + '\n');
  // Our expressions mean ASCII: with Unicode's classes it takes several times as long.
  const limits = ['--no-unicode', '--regex-size-limit', '4G', '--dfa-size-limit', '4G'];
  const start = performance.now();
  const { status, stderr, signal } = spawnSync(
    program,
    ['-j1', '-c', '--no-ignore', '--hidden', '-U', '--max-filesize', '5M', ...limits, '-f', file, tree],
    { encoding: 'utf8', maxBuffer: 1 << 30, timeout: seconds * 1000 },
  );
  const tool = `rg -j1, the same ${String(expressions.length)} expressions`;
  const taken = (performance.now() - start) / 1000;
  if (signal !== null) return { tool, seconds: null, findings: null, remark: `stopped after ${String(seconds)} s` };
  return status === 2
    ? { tool, seconds: null, findings: null, remark: /error: .{1,100}/.exec(stderr)?.[0] ?? 'failed' }
    : { tool, seconds: taken, findings: null, remark: 'candidates only, nothing judged' };
}

/** Prints a table of wall time, MB a second and findings. `root` is the project's folder, built. */
export function throughputTable(tree: string, folders: readonly string[], root: string, seconds: number): string {
  const work = mkdtempSync(path.join(os.tmpdir(), 'secretless-speed-'));
  try {
    const read = performance.now();
    const own = scanTrees([tree]);
    const wall = (performance.now() - read) / 1000;
    const lines: Line[] = [
      {
        tool: 'Secretless detector, one thread, text in memory',
        seconds: own.seconds,
        findings: own.findings.length,
        remark: `${own.cpuSeconds.toFixed(2)} s of processor time`,
      },
      { tool: 'Secretless detector with reading', seconds: wall, findings: own.findings.length, remark: '' },
    ];
    const start = performance.now();
    const cli = spawnSync('node', [path.join(root, 'dist/cli.js'), 'scan', '--no-ignore', '--format', 'json', '.'], {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    const report = JSON.parse(cli.stdout) as { findings: readonly { rule: string }[] };
    lines.push({
      tool: 'Secretless CLI (with secretlint’s preset and the parsers)',
      seconds: (performance.now() - start) / 1000,
      findings: report.findings.filter(({ rule }) => rule.startsWith('hardcoded/')).length,
      remark: '',
    });
    const rg = find('rg', folders);
    lines.push(rg === null ? absent('rg') : ripgrep(rg, tree, work, seconds));
    for (const peer of peers) {
      const program = find(peer.program, folders);
      if (program === null) {
        lines.push(absent(peer.id));
        continue;
      }
      const scratch = path.join(work, peer.program);
      mkdirSync(scratch);
      const {
        seconds: taken,
        reported,
        trouble,
      } = execute(program, peer.prepare(program, tree, scratch), tree, seconds);
      const tool = `${peer.id} ${versionOf(program, peer)}`;
      lines.push(
        trouble === null
          ? { tool, seconds: taken, findings: reported.length, remark: '' }
          : { tool, seconds: null, findings: null, remark: trouble },
      );
    }
    return [
      `${String(own.files)} text files, ${own.megabytes.toFixed(0)} MB.`,
      '',
      '| tool | wall, s | MB/s | findings | |',
      '| --- | ---: | ---: | ---: | --- |',
      ...lines.map(
        ({ tool, seconds: taken, findings, remark }) =>
          `| ${tool} | ${taken?.toFixed(2) ?? '-'} | ${taken === null ? '-' : (own.megabytes / taken).toFixed(0)} | ${String(findings ?? '-')} | ${remark} |`,
      ),
    ].join('\n');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const absent = (tool: string): Line => ({ tool, seconds: null, findings: null, remark: 'not installed here' });
