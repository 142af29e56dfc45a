import { isAbsolute, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Related, Severity } from '../core/finding';
import type { LineRange } from '../core/lines';
import { english } from '../core/message';
import type { Rule } from '../engine/engine';
import type { Report, Reported } from './collect';
import { PRODUCT, VERSION } from './product';
import { SWITCHES } from './report-text';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** What code scanning sorts by, on the scale of CVSS. */
const RISK: Readonly<Record<Severity, string>> = { error: '9.0', warning: '8.0', information: '5.0', hint: '3.0' };

/**
 * The report as SARIF 2.1.0. Lines and columns count from 1 there, columns in UTF-16 units.
 * @param prefix path of the working directory from the root of the repository, empty or with a slash at the end: addresses
 *   in the report are relative to that root, as code scanning reads them
 */
export function sarifReport(
  { findings, skipped, silenced, known }: Report,
  rules: readonly Rule[],
  prefix = '',
): string {
  const artifact = (file: string) => artifactOf(file, prefix);
  const described = describe(findings, rules);
  const index = new Map(described.map(({ id }, i) => [id, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: PRODUCT, semanticVersion: VERSION, rules: described } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: !skipped.some(({ trouble }) => trouble),
            toolExecutionNotifications: [
              ...skipped.map(({ file, reason, trouble }) => ({
                level: trouble ? 'error' : 'note',
                message: { text: reason },
                locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
              })),
              ...[
                { count: silenced, text: `Switched off ${silenced}: ${SWITCHES}.` },
                { count: known, text: `Left out ${known}: in the baseline.` },
              ].flatMap(({ count, text }) => (count > 0 ? [{ level: 'note', message: { text } }] : [])),
            ],
          },
        ],
        results: findings.map((reported) => resultOf(reported, index.get(reported.finding.rule) ?? -1, artifact)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(
  { file, range: { start, end }, finding }: Reported,
  ruleIndex: number,
  artifact: (file: string) => Artifact,
) {
  const { rule, severity, message, origin, service, fixes, refusal, related } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: english(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file),
          region: { ...regionOf({ start, end }), charOffset: start.offset, charLength: end.offset - start.offset },
        },
      },
    ],
    ...(related.length > 0 && { relatedLocations: related.map((one) => relatedLocation(one, artifact)) }),
    partialFingerprints: { 'secretless/v1': finding.fingerprint },
    properties: {
      origin,
      ...(service === null ? {} : { service }),
      fixes: fixes.map(({ kind, title }) => `${kind}: ${english(title)}`),
      ...(refusal ? { refusal: refusal.id, refusalMessage: english(refusal.message) } : {}),
    },
  };
}

const regionOf = ({ start, end }: LineRange) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const relatedLocation = ({ path, start, end, message }: Related, artifact: (file: string) => Artifact) => ({
  message: { text: english(message) },
  physicalLocation: {
    artifactLocation: artifact(path),
    region: regionOf({ start, end }),
  },
});

/** The engine's rules, and those of findings that no list names. */
function describe(findings: readonly Reported[], rules: readonly Rule[]) {
  const known = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
  for (const { finding } of findings) {
    const { rule: id, severity, service } = finding;
    if (!known.has(id)) known.set(id, { id, title: id, severity, service });
  }
  return [...known.values()].map(({ id, title, severity, service }) => ({
    id,
    shortDescription: { text: title },
    help: { text: `Run "secretless explain ${id}" for the steps to a managed identity.` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['security', ...(service === null ? [] : [service])], 'security-severity': RISK[severity] },
  }));
}

interface Artifact {
  readonly uri: string;
  readonly uriBaseId?: string;
}

function artifactOf(file: string, prefix: string): Artifact {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const path = posix.normalize(prefix + file);
  return { uri: path.split('/').map(encoded).join('/'), uriBaseId: '%SRCROOT%' };
}

/** Half a surrogate pair has no encoding. */
const encoded = (part: string): string =>
  encodeURIComponent(part.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'));
