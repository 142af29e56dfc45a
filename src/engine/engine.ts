import type { ProjectFile } from '../core/files';
import { applyEdits } from '../core/edit';
import { folderOf } from '../core/document';
import type { SourceDocument } from '../core/document';
import type { Finding, FixKind, Severity } from '../core/finding';
import type { Exception } from '../core/exception';
import type { Message } from '../core/message';
import { say } from '../core/message';
import { allowsOf, type SecretlintConfig } from '../core/secretlint-config';
import { overlaps } from '../core/span';
import type { Span } from '../core/span';
import type { Step } from '../core/step';
import type { Candidate } from '../detect/candidate';
import { createDetector } from '../detect/detector';
import { directivesOf, noDirectives } from '../detect/directives';
import { accessIn, cluesIn } from '../guide/clues';
import type { Clues } from '../guide/clues';
import { detectHosts } from '../guide/detect-host';
import type { DetectedHost } from '../guide/detect-host';
import { explainSubject, hosts } from '../guide/explain';
import type { ExplainOptions } from '../guide/explain';
import type { Choice, Guidance, Iac } from '../guide/guidance';
import type { CredentialChoice, Language, Parser, ProjectContext } from '../languages/code';
import { languages } from '../languages/index';
import { analyse, groupAt, groupOfCandidate } from '../migrate/analysis';
import type { Analysis } from '../migrate/analysis';
import { catalog, rules } from '../migrate/catalog';
import type { Rule } from '../migrate/catalog';
import { bringsClients, packageWords } from '../migrate/clients';
import { combine } from '../migrate/combine';
import { finish, foundInCode, foundInTemplate, foundInText, foundOutsideCode, keyAuthIn } from '../migrate/findings';
import type { Plan } from '../migrate/migration';
import { planFilled, planIdentity, planKept } from '../migrate/plan';
import { refusal } from '../migrate/refusals';
import { patternsOf, settingsRead } from '../migrate/uses';
import type { Patterns } from '../migrate/uses';
import { serviceOf, services } from '../services/index';
import type { Service } from '../services/service';
import { stepsOf } from '../steps/plan';
import { mergeWork } from '../steps/work';
import type { Work } from '../steps/work';

export type { CredentialChoice, ProjectContext } from '../languages/code';
export type { Rule } from '../migrate/catalog';

/** Options of a scan; everything has a default that needs no change. */
export interface ScanOptions {
  /** Severity, or `off`, by rule (`hardcoded/storage-sas`) or by family (`hardcoded`, `key-auth`, `infra`). */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Name of the credential the rewritten code builds. Default `DefaultAzureCredential`. */
  readonly credential?: CredentialChoice;
  /** The workspace's `.secretlintrc.json`, as far as it is about rules we bundle. */
  readonly secretlint?: SecretlintConfig;
  /** Findings of this document that somebody decided to leave (`.secretless.json`). */
  readonly exceptions?: readonly Exception[];
  /** Other files of the workspace that `importsOf` asked for; without them a value is followed within its file only. */
  readonly project?: ProjectContext;
  /** Today, for SAS expiry and `until=` of directives. ISO date; default: the clock's. */
  readonly today?: string;
}

export interface ScanResult {
  readonly findings: readonly Finding[];
  /** Why the text was not, or only partly, looked at: too large, binary, parse trouble. Null when all of it was. */
  readonly skipped: Message | null;
}

export interface PlanRequest {
  readonly document: SourceDocument;
  /** Of the finding: `rule` and `span` name it again. */
  readonly finding: Pick<Finding, 'rule' | 'span'>;
  readonly fix: FixKind;
  /** Manifests, settings files and readers of the same settings around the document; `workspace/` gathers them. */
  readonly files: readonly ProjectFile[];
  /** True when every file that may read what `settingsOf` names is among `files`. Default false. */
  readonly complete?: boolean;
  /** Paths of lock files in the folders of the manifests and above them: they tell how packages are installed. */
  readonly locks?: readonly string[];
  readonly options?: ScanOptions;
}

/** The facade. Pure over text: nothing here reads files, the network or the clock without being told to. */
export interface Engine {
  /** The keystroke's half of a scan: hardcoded Azure values only, synchronous, no parser. */
  scanText(document: SourceDocument, options?: ScanOptions): ScanResult;
  /** Everything: hardcoded values (Azure and, through secretlint, others), key-based authentication, infrastructure. */
  scan(document: SourceDocument, options?: ScanOptions): Promise<ScanResult>;
  /** The migration of a finding, or the refusal. Never an edit that cannot be read back. */
  plan(request: PlanRequest): Promise<Plan>;
  /** One plan for all findings of a document that have an identity fix (`source.fixAll`). */
  planAll(request: Omit<PlanRequest, 'finding' | 'fix'>): Promise<Plan>;
  /** Names of settings and of imported files whose readers `plan` wants to see: what `workspace/` searches for. */
  settingsOf(
    document: SourceDocument,
    finding: { readonly rule: string; readonly span: Span },
    options?: ScanOptions,
  ): Promise<readonly string[]>;
  /**
   * Files that the origins of a document's uses lie in and that `options.project` lacks: for each the paths it may have,
   * the likeliest first. Asked again with what was found, it names what those files import in turn. Most documents: none.
   */
  importsOf(document: SourceDocument, options?: ScanOptions): Promise<readonly (readonly string[])[]>;
  /** Guidance for a rule or a service, or null when there is no such subject or host. */
  explain(subject: string, host?: string, iac?: Iac, options?: Omit<ExplainOptions, 'host' | 'iac'>): Guidance | null;
  /** What several migrations have left to do, in the order in which they were made, each thing once. */
  leftOf(works: readonly Work[]): readonly Step[];
  /** What texts of the workspace tell about a service, to be passed to `explain`: the finding's file first. */
  clues(service: string, texts: readonly string[]): Clues;
  /** Hosts that files of the workspace speak for, the likeliest first. */
  likelyHosts(files: readonly ProjectFile[]): readonly DetectedHost[];
  readonly rules: readonly Rule[];
  readonly services: readonly Choice[];
  readonly hosts: readonly Choice[];
}

/** What a workspace's configuration of our rule leaves of the candidates. */
function wanted(candidates: readonly Candidate[], { secretlint }: ScanOptions): readonly Candidate[] {
  if (!secretlint) return candidates;
  const { disabled, allowMessageIds } = secretlint.own;
  const allows = allowsOf(secretlint.own);
  return disabled
    ? []
    : candidates.filter(({ kind, value }) => !allowMessageIds.includes(kind) && !allows(value.reveal()));
}

/** The project with other texts of some of its files. */
const withTexts = (project: ProjectContext | undefined, changed: readonly ProjectFile[]): ProjectContext => ({
  files: (project?.files ?? []).map((file) => ({
    ...file,
    text: changed.find(({ path }) => path === file.path)?.text ?? file.text,
  })),
});

/** Code beyond this many UTF-16 units is searched as text only. */
const LARGEST_CODE = 1024 * 1024;

interface Loaded {
  readonly language: Language;
  readonly parser: Parser;
  readonly patterns: Patterns;
}

/** Makes an engine. Cheap: tables are built and parsers loaded when a text first needs them. */
export function createEngine(): Engine {
  const detector = createDetector(packageWords());
  const loading = new Map<Language, Promise<Loaded>>();
  // The last analysis serves the title, the edit and the preview of one text.
  let last: {
    readonly document: SourceDocument;
    readonly project: ProjectContext | undefined;
    readonly analysis: Analysis;
  } | null = null;

  const loaded = (language: Language): Promise<Loaded> => {
    const known = loading.get(language);
    if (known) return known;
    const fresh = language
      .load()
      .then((parser) => ({ language, parser, patterns: patternsOf(services, language, parser) }));
    loading.set(language, fresh);
    return fresh;
  };
  // The same for all files of a folder, and one project serves many of them.
  const brought = new WeakMap<ProjectContext, Map<string, boolean>>();
  const isBrought = (language: Language, path: string, project: ProjectContext | undefined): boolean => {
    if (!project || !language.globalNamespaces) return false;
    const known = brought.get(project) ?? new Map<string, boolean>();
    brought.set(project, known);
    const folder = folderOf(path);
    const answer = known.get(folder) ?? bringsClients(language, path, project);
    known.set(folder, answer);
    return answer;
  };
  const languageOf = ({ path, languageId }: SourceDocument): Language | null =>
    languages.find((language) => language.handles(path, languageId)) ?? null;

  const analysed = (
    document: SourceDocument,
    candidates: readonly Candidate[],
    { language, parser, patterns }: Loaded,
    project: ProjectContext | undefined,
  ): Analysis => analyse(document.text, document.path, candidates, language, parser, patterns, project);

  /** The analysis of a document's code, or null where there is no code, nothing in it to analyse, or no tree. */
  const analysisOf = async (document: SourceDocument, options: ScanOptions = {}): Promise<Analysis | null> => {
    const { project } = options;
    if (
      last &&
      last.document.text === document.text &&
      last.document.path === document.path &&
      last.project === project
    )
      return last.analysis;
    const language = languageOf(document);
    if (!language || document.text.length > LARGEST_CODE) return null;
    const { candidates, words } = detector.detect(document, options);
    if (!words && candidates.length === 0 && !isBrought(language, document.path, project)) return null;
    const tools = await loaded(language);
    try {
      last = { document, project, analysis: analysed(document, candidates, tools, project) };
      return last.analysis;
    } catch (error) {
      // The tolerant parser gives up on one text in a thousand while somebody types; code may be nested beyond any stack.
      if (error instanceof Error && (!(error instanceof RangeError) || /call stack/i.test(error.message))) return null;
      throw error;
    }
  };

  const plan = async ({
    document,
    finding,
    fix,
    files,
    complete = false,
    locks = [],
    options = {},
  }: PlanRequest): Promise<Plan> => {
    const refused = (id: string): Plan => ({ kind: 'refusal', ...refusal(id) });
    const analysis = await analysisOf(document, options);
    if (!analysis) return refused(languageOf(document) ? 'parse-error' : 'not-in-code');
    const tools = await loaded(analysis.language);
    const planning = {
      rule: finding.rule,
      path: document.path,
      analysis,
      files: files.filter((file) => file.path !== document.path),
      complete,
      choice: options.credential ?? 'DefaultAzureCredential',
      locks,
      access: (service: Service) => accessIn(service, document.text),
      namesIn: (service: Service, texts: readonly string[]) => cluesIn(service, texts).values,
      again: (text: string, changed: readonly ProjectFile[] = [], path = document.path) => {
        const read = { ...document, path, text };
        const project = changed.length > 0 ? withTexts(options.project, changed) : options.project;
        return analysed(read, detector.detect(read, options).candidates, tools, project);
      },
    };
    const candidate = analysis.candidates.find(
      ({ span }) => span.start === finding.span.start && span.end === finding.span.end,
    );
    if (fix !== 'identity') {
      const service =
        candidate && (groupOfCandidate(analysis, candidate)?.uses[0]?.service ?? catalog.serviceOfKind(candidate.kind));
      if (candidate) return planKept(candidate, fix, service ?? null, planning);
      const kept = fix === 'key-vault' ? groupAt(analysis, finding.span) : null;
      return kept ? planFilled(kept, finding.span, planning) : refused('file-changed');
    }
    const group = candidate ? groupOfCandidate(analysis, candidate) : groupAt(analysis, finding.span);
    if (group) return planIdentity(group, planning);
    return refused(candidate ? 'no-known-client' : 'file-changed');
  };

  const scan = async (document: SourceDocument, options: ScanOptions = {}): Promise<ScanResult> => {
    const { candidates: all, smells: infra, skipped } = detector.detect(document, options);
    if (skipped) return { findings: [], skipped };
    const candidates = wanted(all, options);
    const analysis = await analysisOf(document, options);
    const choice = options.credential ?? 'DefaultAzureCredential';
    const found = analysis
      ? [
          ...candidates.map((candidate) => foundInCode(candidate, analysis, catalog, choice)),
          ...keyAuthIn(analysis, choice),
        ]
      : candidates.map((candidate) =>
          languageOf(document) ? foundInText(candidate, catalog) : foundOutsideCode(candidate, document.path, catalog),
        );
    found.push(...infra.map(foundInTemplate));
    const { othersIn } = await import('../detect/secretlint');
    for (const other of await othersIn(document, options.secretlint)) {
      if (!candidates.some((own) => overlaps(own.span, other.span) || (own.around && overlaps(own.around, other.span))))
        found.push(foundOutsideCode(other, document.path, catalog));
    }
    const large = languageOf(document) && document.text.length > LARGEST_CODE;
    return {
      findings: finish(found, document, directivesOf(document.text), options),
      skipped: large ? say('code larger than 1 MB: searched as text only') : null,
    };
  };

  return {
    scan,
    plan,
    scanText(document, options = {}) {
      const { candidates: all, directives, skipped } = detector.detect(document, options);
      const candidates = wanted(all, options);
      if (candidates.length === 0) return { findings: [], skipped };
      const found = candidates.map((candidate) => foundInText(candidate, catalog));
      return {
        findings: finish(found, document, directives ? directivesOf(document.text) : noDirectives, options),
        skipped,
      };
    },
    async planAll({ document, files: around, complete = false, locks = [], options = {} }) {
      const lent = (options.project?.files ?? []).filter(({ path }) => around.every((file) => file.path !== path));
      const files = [...around, ...lent];
      let texts = [
        ...files.filter((file) => file.path !== document.path),
        { path: document.path, text: document.text },
      ];
      const plans: Extract<Plan, { kind: 'migration' }>[] = [];
      for (;;) {
        const present = { ...document, text: texts.find((file) => file.path === document.path)?.text ?? document.text };
        const now = options.project ? { ...options, project: withTexts(options.project, texts) } : options;
        const { findings } = await scan(present, now);
        const tried = new Set<string>();
        let made: Plan | null = null;
        for (const finding of findings) {
          if (!finding.fixes.some(({ kind }) => kind === 'identity') || tried.has(finding.fingerprint)) continue;
          tried.add(finding.fingerprint);
          const next = await plan({
            document: present,
            finding,
            fix: 'identity',
            files: texts,
            complete,
            locks,
            options: now,
          });
          if (next.kind === 'migration') {
            made = next;
            break;
          }
        }
        if (made?.kind !== 'migration') break;
        const { files: edits } = made;
        plans.push(made);
        texts = texts.map((file) => ({
          ...file,
          text: applyEdits(
            file.text,
            edits.filter(({ path }) => path === file.path).flatMap((one) => one.edits),
          ),
        }));
      }
      return combine(plans, [...files, { path: document.path, text: document.text }], texts);
    },
    async importsOf(document, options = {}) {
      const analysis = await analysisOf(document, options);
      for (const use of analysis?.groups.flatMap(({ uses }) => uses) ?? [])
        if (analysis) settingsRead(use, analysis.file);
      return analysis?.file.wanted ?? [];
    },
    async settingsOf(document, { rule, span }, options = {}) {
      const analysis = await analysisOf(document, options);
      if (!analysis || rule.startsWith('infra/')) return [];
      const candidate = analysis.candidates.find((one) => one.span.start === span.start && one.span.end === span.end);
      const group = candidate ? groupOfCandidate(analysis, candidate) : groupAt(analysis, span);
      return [...new Set((group?.uses ?? []).flatMap((use) => settingsRead(use, analysis.file)))];
    },
    explain(subject, host, iac, options = {}) {
      if (subject.includes('/') && !rules.some(({ id }) => id === subject)) return null;
      return explainSubject(services, subject, { ...options, host, iac });
    },
    leftOf: (works) => stepsOf(mergeWork(works), serviceOf),
    clues(id, texts) {
      const service = serviceOf(id);
      return service ? cluesIn(service, texts) : { values: {} };
    },
    likelyHosts: detectHosts,
    rules,
    services: services.map(({ id, title }) => ({ id, title })),
    hosts: hosts.map(({ id, title }) => ({ id, title })),
  };
}
