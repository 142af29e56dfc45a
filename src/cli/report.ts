import { basename, relative, resolve } from 'node:path';
import { english } from '../core/message';
import { reportHtml, reportMarkdown } from '../guide/render-report';
import { hostFiles } from '../project/host-files';
import { noProgress, parseProgress, serviceProgress } from '../session/progress';
import type { Progress } from '../session/progress';
import { collect } from './collect';
import { CLEAN, TROUBLE, UsageError } from './io';
import type { Io, Tools } from './io';
import { shownName, withoutSecrets } from './error-name';
import { nodeFiles } from './node-files';
import { readOwn, writeOwn } from './own-files';
import { choose, parse, pathsOf } from './options';
import { placeOf } from './target';
import { sayTroubles } from './scan';

const options = {
  format: { type: 'string', default: 'markdown' },
  out: { type: 'string' },
  progress: { type: 'string' },
  'no-ignore': { type: 'boolean', default: false },
} as const;

/** A page for people who will not open VS Code. Findings are what it is about, so they are no reason for exit code 1. */
export async function report(args: readonly string[], io: Io, tools: Tools): Promise<number> {
  const { engine } = tools;
  const { values, positionals } = parse(args, options);
  const paths = pathsOf(positionals);
  const format = choose('--format', values.format, ['markdown', 'html'] as const);
  const kept = values.progress === undefined ? noProgress : readProgress(io.cwd, values.progress);
  const own = [values.out, values.progress].flatMap((file) =>
    file === undefined ? [] : [relative(io.cwd, resolve(io.cwd, file)).replaceAll('\\', '/')],
  );
  const collected = await collect(tools, io.cwd, paths, { ignore: !values['no-ignore'], except: own });
  sayTroubles(io, collected);
  const { findings, skipped } = collected;
  const progress = kept.host === null ? { ...kept, host: await likelyHost(engine, io.cwd, paths) } : kept;
  const titles = new Map(engine.services.map(({ id, title }) => [id, title]));
  const [first = '.'] = paths;
  const content = {
    name: shownName(withoutSecrets(engine, basename(resolve(io.cwd, first)))),
    date: new Date().toISOString().slice(0, 10),
    answers: progress.answers,
    findings: findings.map(({ file, range, finding }) => ({
      rule: finding.rule,
      service: finding.service === null ? null : (titles.get(finding.service) ?? finding.service),
      severity: finding.severity,
      file: shownName(file),
      line: range.start.line,
      message: english(finding.message),
      fixable: finding.fixes.length > 0,
    })),
    progress: serviceProgress(
      engine,
      findings.map(({ finding }) => finding),
      progress,
      english,
    ),
  };
  const text = format === 'html' ? reportHtml(content) : reportMarkdown(content);
  if (values.out === undefined) io.stdout.write(text);
  else write(io.cwd, values.out, text);
  return skipped.some(({ trouble }) => trouble) ? TROUBLE : CLEAN;
}

async function likelyHost(engine: Tools['engine'], cwd: string, paths: readonly string[]): Promise<string | null> {
  const roots = new Set(
    paths.flatMap((path) => {
      const place = placeOf(cwd, path);
      return place.kind === 'skip' ? [] : [place.root];
    }),
  );
  const files = await Promise.all([...roots].map((root) => hostFiles(nodeFiles(root))));
  return engine.likelyHosts(files.flat())[0]?.host ?? null;
}

function readProgress(cwd: string, file: string): Progress {
  let text: string;
  try {
    text = readOwn(resolve(cwd, file));
  } catch {
    throw new UsageError(`the progress ${shownName(file)} could not be read`, false);
  }
  const progress = parseProgress(text);
  if (!progress)
    throw new UsageError(`${shownName(file)} holds no progress; "Secretless: Export Progress" makes one`, false);
  return progress;
}

function write(cwd: string, file: string, text: string): void {
  try {
    writeOwn(cwd, file, text);
  } catch {
    throw new UsageError(`${shownName(file)} could not be written`, false);
  }
}
