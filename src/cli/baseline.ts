import { randomBytes } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { baselineText, makeBaseline, parseBaseline } from '../session/baseline';
import type { Baseline } from '../session/baseline';
import { collect } from './collect';
import { CLEAN, complain, count, TROUBLE, UsageError } from './io';
import type { Io, Tools } from './io';
import { shownName } from './error-name';
import { readOwn, writeOwn } from './own-files';
import { parse, pathsOf } from './options';
import { sayTroubles } from './scan';

const options = {
  output: { type: 'string', default: '.secretless-baseline.json' },
  reason: { type: 'string', default: '' },
  'no-ignore': { type: 'boolean', default: false },
} as const;

export async function baseline(args: readonly string[], io: Io, tools: Tools): Promise<number> {
  const { values, positionals } = parse(args, options);
  const paths = pathsOf(positionals);
  const target = resolve(io.cwd, values.output);
  const previous = read(target, values.output);
  const except = relative(io.cwd, target).replaceAll('\\', '/');
  const report = await collect(tools, io.cwd, paths, { ignore: !values['no-ignore'], except: [except] });
  sayTroubles(io, report);
  if (report.skipped.some(({ trouble }) => trouble)) {
    complain(io, 'no baseline was written, because it would not be whole');
    return TROUBLE;
  }
  const salt = previous?.salt ?? randomBytes(16).toString('hex');
  const made = makeBaseline(report.findings, salt, values.reason, previous?.entries);
  try {
    writeOwn(io.cwd, values.output, baselineText(made));
  } catch {
    complain(io, `${shownName(values.output)} could not be written`);
    return TROUBLE;
  }
  io.stdout.write(`${shownName(values.output)}: ${count(made.entries.length, 'finding')}\n`);
  return CLEAN;
}

function read(target: string, shown: string): Baseline | null {
  let text: string;
  try {
    text = readOwn(target);
  } catch {
    return null;
  }
  const found = parseBaseline(text);
  if (!found) throw new UsageError(`${shownName(shown)} exists and is not a baseline; it is left as it is`, false);
  return found;
}
