import { relative, resolve } from 'node:path';
import { baselineFilter, parseBaseline } from '../session/baseline';
import { collect } from './collect';
import type { Report } from './collect';
import { CLEAN, complain, FOUND, TROUBLE, UsageError } from './io';
import type { Io, Tools } from './io';
import { shownName } from './error-name';
import { readOwn } from './own-files';
import { choose, parse, pathsOf } from './options';
import { repositoryPrefix } from './target';
import { jsonReport } from './report-json';
import { sarifReport } from './report-sarif';
import { textReport } from './report-text';

const options = {
  format: { type: 'string', default: 'text' },
  'no-ignore': { type: 'boolean', default: false },
  baseline: { type: 'string' },
} as const;

export async function scan(args: readonly string[], io: Io, tools: Tools): Promise<number> {
  const { values, positionals } = parse(args, options);
  const paths = pathsOf(positionals);
  const format = choose('--format', values.format, ['text', 'json', 'sarif'] as const);
  const known = values.baseline === undefined ? null : readBaseline(io.cwd, values.baseline);
  const report = await collect(tools, io.cwd, paths, {
    ignore: !values['no-ignore'],
    clients: format === 'text',
    keep: ({ finding, value }) => !known?.(finding, value),
    except:
      values.baseline === undefined
        ? undefined
        : [relative(io.cwd, resolve(io.cwd, values.baseline)).replaceAll('\\', '/')],
  });
  sayTroubles(io, report);
  if (format === 'json') io.stdout.write(jsonReport(report));
  else if (format === 'sarif') io.stdout.write(sarifReport(report, tools.engine.rules, repositoryPrefix(io.cwd)));
  else io.stdout.write(textReport(report, io.color));
  return exitCode(report);
}

/** What could not be read goes to standard error in every format. */
export function sayTroubles(io: Io, { skipped }: Pick<Report, 'skipped'>): void {
  for (const { file, reason, trouble } of skipped) if (trouble) complain(io, `${shownName(file)}: ${reason}`);
}

/** Unreadable input outranks findings, as in grep: the report is not the whole truth. */
function exitCode({ findings, skipped }: Report): number {
  if (skipped.some(({ trouble }) => trouble)) return TROUBLE;
  return findings.length > 0 ? FOUND : CLEAN;
}

function readBaseline(cwd: string, file: string): ReturnType<typeof baselineFilter> {
  let text: string;
  try {
    text = readOwn(resolve(cwd, file));
  } catch {
    throw new UsageError(`the baseline ${shownName(file)} could not be read`, false);
  }
  const baseline = parseBaseline(text);
  if (!baseline) throw new UsageError(`${shownName(file)} is not a baseline; "secretless baseline" makes one`, false);
  return baselineFilter(baseline);
}
