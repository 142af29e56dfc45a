import type { Severity } from '../core/finding';
import { english } from '../core/message';
import type { Report, Reported, Skipped } from './collect';
import { count } from './io';
import { shownName } from './error-name';
import { styleOf } from './style';
import type { Style } from './style';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The report for people: findings grouped by file, what can be done under each, counts at the end. */
export function textReport({ findings, skipped, files, silenced, known }: Report, color: boolean): string {
  const style = styleOf(color);
  const groups = new Map<string, Reported[]>();
  for (const reported of findings) groups.set(reported.file, [...(groups.get(reported.file) ?? []), reported]);
  const parts = [...groups.values()].map((group) => group.map((reported) => lineOf(reported, style)).join('\n'));
  const leftOut = [
    ...(silenced > 0 ? [`Switched off ${silenced}: ${SWITCHES}.`] : []),
    ...(known > 0 ? [`Left out ${known}: in the baseline.`] : []),
  ];
  // Green is for files without any.
  const total = summary(findings, groups.size, files, leftOut.length > 0 ? { ...style, green: style.bold } : style);
  parts.push([total, ...leftOut, ...skippedLines(skipped)].join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function lineOf({ file, range, finding, clients }: Reported, style: Style): string {
  const { rule, severity, message, fixes, refusal, related } = finding;
  const place = `${shownName(file)}:${range.start.line + 1}:${range.start.character + 1}`;
  const lines = [`${style.bold(place)}: ${paintOf(severity, style)(severity)} ${style.dim(rule)} ${english(message)}`];
  for (const fix of fixes) lines.push(`    fix: ${english(fix.title)} ${style.dim(`(${fix.kind})`)}`);
  if (refusal) lines.push(`    no rewrite: ${english(refusal.message)}`);
  if (clients) lines.push(`    ${english(clients)}`);
  for (const { path, start, message: what } of related)
    lines.push(style.dim(`    see: ${shownName(path)}:${start.line + 1}:${start.character + 1} ${english(what)}`));
  return lines.join('\n');
}

function summary(findings: readonly Reported[], inFiles: number, files: number, style: Style): string {
  if (findings.length === 0) return style.green(`No findings in ${count(files, 'file')}.`);
  const counts = SEVERITIES.map((severity) => ({
    severity,
    n: findings.filter(({ finding }) => finding.severity === severity).length,
  })).filter(({ n }) => n > 0);
  const list = counts.map(({ severity, n }) => count(n, severity, NAMES[severity])).join(', ');
  const total = `${count(findings.length, 'finding')} in ${inFiles} of ${count(files, 'file')}: ${list}.`;
  const ready = findings.filter(({ finding }) => finding.fixes.some(({ kind }) => kind === 'identity')).length;
  const next = ready > 0 ? ` ${ready} can be migrated: secretless migrate PATH` : '';
  return style.bold(total) + next;
}

/** What can leave out a finding of the command line. */
export const SWITCHES = 'by comments, .secretlintrc.json or .secretless.json';

const NAMES: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  information: 'information',
  hint: 'hints',
};

/** One line for each reason; what could not be read has been said on standard error. */
function skippedLines(skipped: readonly Skipped[]): string[] {
  const reasons = new Map<string, number>();
  for (const { reason } of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons].map(([reason, n]) => `Skipped ${n}: ${reason}.`);
}

function paintOf(severity: Severity, style: Style): Style['red'] {
  if (severity === 'error') return style.red;
  return severity === 'warning' ? style.yellow : style.blue;
}
