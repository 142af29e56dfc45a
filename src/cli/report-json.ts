import { english } from '../core/message';
import type { Report } from './collect';

/** The report as JSON. Its shape is a contract (`version`): fields may be added, none changes or goes. */
export function jsonReport({ findings, skipped, silenced, known }: Report): string {
  const report = {
    version: 1,
    findings: findings.map(({ file, range, finding }) => ({
      rule: finding.rule,
      service: finding.service,
      origin: finding.origin,
      severity: finding.severity,
      file,
      range,
      message: english(finding.message),
      fixes: finding.fixes.map(({ kind, title }) => ({ kind, title: english(title) })),
      refusal: finding.refusal && { id: finding.refusal.id, message: english(finding.refusal.message) },
      related: finding.related.map(({ path, start, end, message }) => ({
        file: path,
        range: { start, end },
        message: english(message),
      })),
      fingerprint: finding.fingerprint,
    })),
    skipped: skipped.map(({ file, reason }) => ({ file, reason })),
    switchedOff: silenced,
    inBaseline: known,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
