import type { SourceDocument } from '../core/document';
import type { Finding } from '../core/finding';
import { remembered } from '../core/remember';
import type { Span } from '../core/span';
import type { Tracking } from '../core/tracking';
import { spanIndex } from '../core/span-index';
import type { Candidate } from '../detect/candidate';
import { directivesOf, noDirectives } from '../detect/directives';
import type { CredentialChoice } from '../languages/contract/credential';
import type { Analysis } from '../migrate/analysis';
import { catalog } from '../migrate/catalog';
import { identityRefusal } from '../migrate/plan-identity';
import type { UseGroup } from '../migrate/uses';
import { finish, foundInCode, foundInTemplate, foundInText, foundOutsideCode, keyAuthIn } from '../migrate/findings';
import type { Found, WhyNot } from '../migrate/findings';
import { relatedTo } from '../migrate/related';
import { serviceInTemplate } from '../migrate/template-service';
import type { Model } from '../project/model';
import type { Analyser } from './analyse';
import { asked } from './asked';
import { withFileFix } from './file-fixes';
import { foundInPath } from './file-names';
import type { ScanOptions, ScanResult } from './options';
import { settingNameAt } from './setting-refusal';
import type { SettingLook } from './setting-refusal';
import { languageOf } from './tools';
import type { Tools } from './tools';

/** The keystroke's half of a scan: what the text alone says. */
export function scanText({ detector }: Tools, document: SourceDocument, options: ScanOptions): ScanResult {
  const { candidates: all, directives, skipped, words } = detector.detect(document, options);
  const candidates = wanted(all, options);
  const azure = words || candidates.length > 0;
  const found = [
    ...foundInPath(detector, document, (some) => wanted(some, options)),
    ...candidates.map((candidate) => foundInText(candidate, catalog)),
  ];
  if (found.length === 0)
    return { findings: [], skipped, failed: false, silenced: all.length - candidates.length, needs: [], azure };
  const decided = directives ? directivesOf(document.text) : noDirectives;
  const { findings, silenced } = finish(found, document, decided, options, placesOf(all), options.tracking?.now());
  return {
    findings,
    skipped,
    failed: false,
    silenced: silenced + all.length - candidates.length,
    needs: [],
    azure,
  };
}

const placesOf = (candidates: readonly Candidate[]): readonly Span[] => candidates.map(({ span }) => span);

/** What a whole scan asks. */
export interface Scanning {
  readonly tools: Tools;
  readonly analyser: Analyser;
  readonly whySetting: WhySetting;
  readonly model: Model;
}

/** Everything: hardcoded values, key-based authentication, infrastructure, and through secretlint what is not Azure's. */
export async function scanAll(
  { tools: { detector }, analyser, whySetting, model }: Scanning,
  document: SourceDocument,
  options: ScanOptions,
): Promise<ScanResult> {
  const { candidates: detected, smells, skipped, words } = detector.detect(document, options);
  const inPath = foundInPath(detector, document, (some) => wanted(some, options));
  if (skipped)
    return {
      ...finish(inPath, document, noDirectives, options, [], await trackingFor(inPath, options)),
      skipped,
      failed: false,
      needs: [],
      azure: false,
    };
  const candidates = wanted(detected, options);
  const { found, trouble, needs } = await analyser.use(document, options, async ({ analysed, trouble }) => ({
    found: analysed
      ? foundBy(analysed.analysis, document.path, wanted(analysed.analysis.candidates, options), options)
      : await withoutAnalysis(document, candidates, whySetting),
    trouble,
    needs: analysed?.needs ?? [],
  }));
  const inTemplate = smells.map((smell) =>
    foundInTemplate(smell, serviceInTemplate(smell.kind, document.text, smell.span)),
  );
  found.push(...(await Promise.all(inTemplate.map((one) => withReaders(one, document, model)))));
  const readers = found.flatMap(({ related }) => related.map(({ path }) => path));
  const foreign = await others(document, candidates, options);
  found.push(...inPath, ...foreign);
  const { around, paths } = asked(model);
  const all = languageOf(document) ? found : await Promise.all(found.map((one) => withFileFix(document, one, around)));
  const tracking = await trackingFor(all, options);
  const { findings, silenced } = finish(
    all,
    document,
    directivesOf(document.text),
    options,
    placesOf(detected),
    tracking,
  );
  const configured = detected.length - candidates.length + (await configuredAway(document, foreign, options));
  return {
    findings,
    silenced: silenced + configured,
    skipped: trouble,
    failed: trouble !== null,
    needs: [...new Set([...needs, ...readers, ...paths])].filter((path) => path !== document.path),
    azure: words || candidates.length > 0,
  };
}

/** Asked where a severity follows from it. */
const trackingFor = (found: readonly Found[], { tracking }: ScanOptions): Promise<Tracking> | undefined =>
  found.some(({ reach }) => reach !== undefined) ? tracking?.find() : undefined;

/** What the project says of a hardcoded value of a settings file; null where its place is no setting. */
export type WhySetting = (document: SourceDocument, candidate: Candidate) => Promise<SettingLook | null>;

async function withoutAnalysis(
  document: SourceDocument,
  candidates: readonly Candidate[],
  whySetting: WhySetting,
): Promise<Found[]> {
  if (languageOf(document)) return candidates.map((candidate) => foundInText(candidate, catalog));
  const found: Found[] = [];
  for (const candidate of candidates) {
    const outside = foundOutsideCode(candidate, document.path, catalog);
    const look = await whySetting(document, candidate);
    found.push({ ...outside, refusal: look?.refusal ?? outside.refusal, ...settingOf(look) });
  }
  return found;
}

const settingOf = (look: Pick<SettingLook, 'name' | 'related'> | null): Pick<Found, 'related' | 'settings'> =>
  look === null || look.name === null ? { related: [] } : { related: look.related, settings: [look.name] };

/** A finding of a template that is the value of a setting, with who else sets and reads that. */
async function withReaders(found: Found, document: SourceDocument, model: Model): Promise<Found> {
  const name = await settingNameAt(document, found.span);
  if (name === null) return found;
  const related = relatedTo(name, await model.settingFacts(name, document.path), document.path);
  return { ...found, ...settingOf({ name, related }) };
}

/**
 * The findings of code that a plan may remove, from an analysis that is there already.
 * @param whyNot decides which of them get an identity rewrite, where the answer of the scan is not needed
 */
export function findingsOf(
  analysis: Analysis,
  document: SourceDocument,
  options: ScanOptions,
  whyNot?: WhyNot,
): readonly Finding[] {
  const found = foundBy(analysis, document.path, wanted(analysis.candidates, options), options, whyNot);
  const places = placesOf(analysis.candidates);
  return finish(found, document, directivesOf(document.text), options, places, options.tracking?.now()).findings;
}

/** Why the uses of each secret get no identity rewrite: many values and many places may belong to one. */
export function whyNotIn(analysis: Analysis, { credential = 'DefaultAzureCredential' }: ScanOptions): WhyNot {
  const known =
    answersIn(analysis).get(credential) ??
    remembered((group: UseGroup) => identityRefusal(group, analysis, credential));
  answersIn(analysis).set(credential, known);
  return known;
}

/** A scan and a plan of one analysis ask the same. */
const answersIn = remembered<Analysis, [], Map<CredentialChoice, WhyNot>>(() => new Map());

function foundBy(
  analysis: Analysis,
  path: string,
  candidates: readonly Candidate[],
  options: ScanOptions,
  whyNot = whyNotIn(analysis, options),
): Found[] {
  const choice = options.credential ?? 'DefaultAzureCredential';
  return [
    ...candidates.map((candidate) => foundInCode(candidate, analysis, catalog, choice, whyNot)),
    ...keyAuthIn(analysis, path, choice, whyNot),
  ];
}

/** Secrets of other vendors, where none of ours covers them. */
async function others(
  document: SourceDocument,
  candidates: readonly Candidate[],
  { secretlint }: ScanOptions,
): Promise<Found[]> {
  const { othersIn } = await import('../detect/secretlint');
  const found = await othersIn(document, secretlint);
  const ours = spanIndex(candidates, ({ span, around }) => (around ? [span, around] : [span]));
  return found
    .filter(({ span }) => ours(span).length === 0)
    .map((other) => foundOutsideCode(other, document.path, catalog));
}

/** How many secrets of other vendors the workspace's configuration leaves out. */
async function configuredAway(
  document: SourceDocument,
  left: readonly Found[],
  { secretlint }: ScanOptions,
): Promise<number> {
  if (!secretlint || (!secretlint.preset.disabled && secretlint.rules.length === 0)) return 0;
  return Math.max(0, (await others(document, [], {})).length - left.length);
}

/** What a workspace's configuration of our rule leaves of the candidates. */
function wanted(candidates: readonly Candidate[], { secretlint }: ScanOptions): readonly Candidate[] {
  if (!secretlint) return candidates;
  const { disabled, allowMessageIds, allows } = secretlint.own;
  return disabled
    ? []
    : candidates.filter(({ kind, value }) => !allowMessageIds.includes(kind) && !allows(value.reveal()));
}
