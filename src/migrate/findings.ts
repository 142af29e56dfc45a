import type { SourceDocument } from '../core/document';
import { excepts, type Exception } from '../core/exception';
import { fingerprint } from '../core/fingerprint';
import type { Finding, Fix, Origin, Refusal, Related, Severity } from '../core/finding';
import type { Message } from '../core/message';
import { say } from '../core/message';
import type { Span } from '../core/span';
import type { Tracking } from '../core/tracking';
import type { Candidate } from '../detect/candidate';
import type { Directives } from '../detect/directives';
import { severityOf } from '../detect/risk';
import type { Reach } from '../detect/risk';
import { formats } from '../formats/index';
import type { CredentialChoice } from '../languages/contract/credential';
import type { Service } from '../services/service';
import type { Analysis } from './analysis';
import { candidatesOf, groupOfCandidate } from './analysis';
import { fillFixes } from './fill-setting';
import { keptFixes } from './keep-secret';
import { refusal } from './refusals';
import { relatedTo } from './related';
import { identityTitle } from './titles';
import { settingNames } from './uses';
import type { Use, UseGroup } from './uses';

/** What is found, before severities and directives have their say. */
export interface Found {
  readonly rule: string;
  readonly service: string | null;
  readonly origin: Origin;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  readonly fixes: readonly Fix[];
  readonly refusal: Refusal | null;
  readonly related: readonly Related[];
  readonly settings?: readonly string[];
  /** Of a hardcoded value: its severity follows from this and from where the file is. */
  readonly reach?: Reach;
}

export interface Catalog {
  /** "Azure Storage account key", by secret kind. */
  readonly nouns: ReadonlyMap<string, string>;
  readonly serviceOfKind: (kind: string) => Service | null;
}

const ruleOf = (candidate: Candidate): string =>
  candidate.kind.includes('/') ? candidate.kind : `hardcoded/${candidate.kind}`;

/** A hardcoded value as the text alone shows it: no fix yet, no refusal. */
export function foundInText(candidate: Candidate, { nouns, serviceOfKind }: Catalog): Found {
  const rule = ruleOf(candidate);
  const noun = nouns.get(candidate.kind) ?? `secret (${candidate.kind})`;
  return {
    rule,
    service: serviceOfKind(candidate.kind)?.id ?? null,
    origin: 'literal',
    severity: candidate.severity ?? 'warning',
    span: candidate.span,
    message: candidate.message ?? say('Hardcoded {noun}', { noun }),
    fixes: [],
    refusal: null,
    related: [],
    ...(candidate.severity === undefined && { reach: candidate.reach ?? 'wide' }),
  };
}

/** A template or pipeline that hands out or allows keys: explained, not rewritten. `service` as the template tells. */
export const foundInTemplate = ({ kind, span, message, severity }: Candidate, service: string | null): Found => ({
  rule: `infra/${kind}`,
  service,
  origin: 'configuration',
  severity: severity ?? 'information',
  span,
  message: message ?? say('This exposes or allows keys'),
  fixes: [],
  refusal: null,
  related: [],
});

/** A hardcoded value outside code: explained, not rewritten. */
export function foundOutsideCode(candidate: Candidate, path: string, catalog: Catalog): Found {
  const reason = formats.some((format) => format.handles(path)) ? 'migrate-the-reader' : 'not-in-code';
  return { ...foundInText(candidate, catalog), refusal: refusal(reason) };
}

/** Code on a person's device reads no settings of a host: what is put there would be public. */
const isOnDevice = ({ file, facts: { runtime } }: Analysis): boolean =>
  file.clientSide || /^(?:browser|mobile|desktop)$/.test(runtime.kind);

/** Why the uses of a secret get no identity rewrite; null when they do. */
export type WhyNot = (group: UseGroup) => Refusal | null;

/** A hardcoded value in code, with the client it flows into. */
export function foundInCode(
  candidate: Candidate,
  analysis: Analysis,
  catalog: Catalog,
  choice: CredentialChoice,
  whyNot: WhyNot,
): Found {
  const found = foundInText(candidate, catalog);
  const group = groupOfCandidate(analysis, candidate);
  const service = group?.uses[0]?.service ?? catalog.serviceOfKind(candidate.kind);
  const why = group ? whyNot(group) : refusal('no-known-client');
  const fixes: Fix[] = group && !why ? [{ kind: 'identity', title: identityTitle(group, choice) }] : [];
  if (!isOnDevice(analysis)) fixes.push(...keptFixes(candidate.span, candidate.kind, service ?? null, analysis.file));
  return { ...found, service: service?.id ?? null, fixes, refusal: why };
}

/** Key-based authentication whose secret is not in this file. */
export function keyAuthIn(analysis: Analysis, path: string, choice: CredentialChoice, whyNot: WhyNot): Found[] {
  return analysis.groups.flatMap((group) => {
    const why = whyNot(group);
    return group.uses
      .filter((use) => use.trace.origin !== 'literal' || candidatesOf(analysis, use).length === 0)
      .map((use): [Use, Fix[]] => [
        use,
        why ? fillFixes(use, why, analysis.file) : [{ kind: 'identity', title: identityTitle(group, choice) }],
      ])
      .map(([use, fixes]) => keyAuth(use, fixes, why, { path, analysis }));
  });
}

function keyAuth(
  use: Use,
  fixes: readonly Fix[],
  why: Refusal | null,
  { path, analysis: { file, facts } }: { readonly path: string; readonly analysis: Analysis },
): Found {
  const { service, trace, match } = use;
  const settings = settingNames(use, file);
  const related = settings.flatMap((name) => {
    const known = facts.settings.get(name);
    return known ? relatedTo(name, known, path) : [];
  });
  return {
    rule: `key-auth/${service.id}`,
    service: service.id,
    origin: trace.origin,
    severity: 'information',
    span: { start: match.node.start, end: match.node.end },
    message: say('{service} is used with a secret instead of an identity', { service: service.title }),
    fixes,
    refusal: why,
    related,
    ...(settings.length > 0 && { settings }),
  };
}

/** Options of a scan that decide what is shown. */
interface Silencing {
  readonly shownAs?: string;
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly today?: string;
  readonly exceptions?: readonly Exception[];
}

/** What Git does with a document, as far as that is known. */
const trackingOf = (tracking: Tracking | undefined): Pick<Finding, 'tracking'> =>
  tracking === undefined || tracking === 'unknown' ? {} : { tracking };

/** What is shown of what was found, and how many findings somebody has switched off. */
interface Finished {
  readonly findings: Finding[];
  readonly silenced: number;
}

/** Orders findings, names them, and leaves out what settings, directives and exceptions switch off. */
export function finish(
  found: readonly Found[],
  { path, text }: SourceDocument,
  directives: Directives,
  { shownAs, severities = {}, today = new Date().toISOString().slice(0, 10), exceptions = [] }: Silencing,
  values: readonly Span[] = [],
  tracking?: Tracking,
): Finished {
  const names = namesFor(shownAs ?? path, text, valuesIn(found, values));
  const findings = [...found]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule))
    .flatMap(({ reach, ...one }): Finding[] => {
      const usual = reach ? severityOf(reach, tracking ?? 'unknown') : one.severity;
      const wanted = severities[one.rule] ?? severities[one.rule.split('/')[0] ?? ''] ?? usual;
      if (wanted === 'off' || directives.ignores(one.rule, one.span, today)) return [];
      const finding = { ...one, severity: wanted, ...names(one), ...(reach && trackingOf(tracking)) };
      const value = text.slice(one.span.start, one.span.end);
      return exceptions.length > 0 && excepts(exceptions, finding, value, today) ? [] : [finding];
    });
  return { findings, silenced: found.length - findings.length };
}

/** Where values are, in order and apart. */
function valuesIn(found: readonly Found[], values: readonly Span[]): readonly Span[] {
  const hardcoded = found.filter(({ rule }) => rule.startsWith('hardcoded/')).map(({ span }) => span);
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of [...hardcoded, ...values].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

/** Gives findings of one text their fingerprints, which number those that nothing else tells apart. */
function namesFor(path: string, text: string, values: readonly Span[]) {
  const name = (counts: Map<string, number>, { rule, span }: Found, others: readonly Span[]): string => {
    const first = fingerprint(rule, path, text, span, 0, others);
    const nth = counts.get(first) ?? 0;
    counts.set(first, nth + 1);
    return nth === 0 ? first : fingerprint(rule, path, text, span, nth, others);
  };
  const [present, past] = [new Map<string, number>(), new Map<string, number>()];
  return (one: Found): Pick<Finding, 'fingerprint' | 'former'> => {
    const now = name(present, one, values);
    const former = values.length > 0 ? name(past, one, []) : now;
    return now === former ? { fingerprint: now } : { fingerprint: now, former };
  };
}
