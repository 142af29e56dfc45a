import type { SourceDocument } from '../core/document';
import { noFiles } from '../core/files';
import type { Files, ProjectFile } from '../core/files';
import type { Finding, FixKind } from '../core/finding';
import type { Span } from '../core/span';
import type { Step } from '../core/step';
import type { Clues } from '../guide/clues';
import { detectHosts } from '../guide/detect-host';
import type { DetectedHost } from '../guide/detect-host';
import type { ExplainOptions } from '../guide/explain';
import type { Choice, Guidance, Iac } from '../guide/guidance';
import { rules } from '../migrate/catalog';
import type { Rule } from '../migrate/catalog';
import type { Plan } from '../migrate/migration';
import { createModel } from '../project/model';
import type { IndexOptions, IndexReport, Model } from '../project/model';
import { serviceOf } from '../services/index';
import { stepsOf } from '../steps/plan';
import { mergeFollowUps } from '../steps/follow-up';
import type { FollowUp } from '../steps/follow-up';
import { createAnalyser } from './analyse';
import { clientsLeft } from './clients-left';
import type { ClientsLeft } from './clients-left';
import { pathWithoutSecrets } from './file-names';
import { createEndpointNames } from './endpoint-names';
import { planEverywhere } from './everywhere';
import type { EverywherePlan } from './everywhere';
import { clues, explain, hostChoices, serviceChoices } from './explain';
import { planWholeFile, wholeFileTitle } from './file-fixes';
import type { ScanOptions, ScanResult } from './options';
import { combined, planFile, planOne } from './plan';
import type { FilePlan, FindingPlace } from './plan';
import { filePlanInReturns, planInReturns, withFeeds } from './line-ends';
import { literalsIn } from './literals';
import { scanAll, scanText } from './scan';
import type { WhySetting } from './scan';
import { settingRefusal } from './setting-refusal';
import { createTools, languageOf } from './tools';
import type { Tools } from './tools';

export type { CredentialChoice } from '../languages/contract/credential';
export type { Rule } from '../migrate/catalog';
export type { IndexOptions, IndexReport } from '../project/model';
export type { ScanOptions, ScanResult } from './options';
export type { EverywherePlan, Remaining } from './everywhere';
export type { FilePlan, Left } from './plan';
export type { Tools } from './tools';
export { createTools } from './tools';

/** Which findings of a document a plan is for, and which fix. */
export interface FileWish {
  readonly fix: FixKind;
  /** Default: all of them. */
  readonly wanted?: (finding: Finding) => boolean;
}

/**
 * The facade: all that the faces may call. Pure over text and one port: it reads the files it was given, and neither the
 * network nor the clock without being told to. Paths of documents are relative to the root of those files.
 */
export interface Engine {
  /** The keystroke's half of a scan: hardcoded Azure values only, synchronous, no parser. */
  scanText(document: SourceDocument, options?: ScanOptions): ScanResult;
  /** Everything: hardcoded values (Azure and, through secretlint, others), key-based authentication, infrastructure. */
  scan(document: SourceDocument, options?: ScanOptions): Promise<ScanResult>;
  /** Where strings are that go into a client as its secret, whatever they look like: a diff shows none of them. */
  literals(document: SourceDocument): Promise<readonly Span[]>;
  /**
   * The migration of one finding, or of all findings of the document that have the fix, as one change; or the refusal.
   * Never an edit that cannot be read back.
   */
  plan(document: SourceDocument, finding: FindingPlace | 'all', fix: FixKind, options?: ScanOptions): Promise<Plan>;
  /** The same for all findings, migration by migration, with what stays and why. */
  planFile(document: SourceDocument, wish: FileWish, options?: ScanOptions): Promise<FilePlan>;
  /**
   * The migration of a secret in every file of the project that has it: code, settings, bindings, templates, workflows.
   * @param optionsFor the options that hold for each file
   */
  planEverywhere(
    document: SourceDocument,
    finding: FindingPlace,
    optionsFor?: (path: string) => ScanOptions,
  ): Promise<EverywherePlan>;
  /** Clients in the workspace that still use the keys of a service, seen from a document; null for an unknown service. */
  clientsLeft(document: string, service: string): Promise<ClientsLeft | null>;
  /**
   * Reads which files hold which words, so that the first question about the project does not wait for it. Gives way to other
   * work; throws the reason of `signal` when that ends it. What was read by then is kept.
   */
  index(options?: IndexOptions): Promise<IndexReport>;
  /** A file was written, made or deleted: what was kept of it is read again. */
  changed(path: string): void;
  /** Guidance for a rule or a service, or null when there is no such subject or host. */
  explain(subject: string, host?: string, iac?: Iac, options?: Omit<ExplainOptions, 'host' | 'iac'>): Guidance | null;
  /** What several migrations have left to do, in the order in which they were made, each thing once. */
  leftOf(works: readonly FollowUp[]): readonly Step[];
  /** What texts of the workspace tell about a service, to be passed to `explain`: the finding's file first. */
  clues(service: string, texts: readonly string[]): Clues;
  /** Hosts that files of the workspace speak for, the likeliest first. */
  likelyHosts(files: readonly ProjectFile[]): readonly DetectedHost[];
  readonly rules: readonly Rule[];
  readonly services: readonly Choice[];
  readonly hosts: readonly Choice[];
}

export interface EngineOptions {
  /** The files of one root folder; without them each document is alone. */
  readonly files?: Files;
  /** Shared by the engines of several roots. */
  readonly tools?: Tools;
}

/** One plan of all migrations of a document. */
const allOf = (document: SourceDocument, plan: FilePlan): Plan =>
  combined(plan, languageOf(document) ? undefined : wholeFileTitle(plan.migrations.length));

/** Makes an engine for one root folder. Cheap: tables are built and parsers loaded when a text first needs them. */
export function createEngine({ files = noFiles, tools = createTools() }: EngineOptions = {}): Engine {
  return engineOn(files, tools, createModel(files));
}

function engineOn(files: Files, tools: Tools, model: Model): Engine {
  const analyser = createAnalyser(files, tools, model);
  // Of its own, so that a look into readers does not push out the document that a person is in.
  const ofReaders = createAnalyser(files, tools, model);
  const whySetting: WhySetting = (document, candidate) => settingRefusal(model, ofReaders, document, candidate);
  const left = new Map<string, Promise<ClientsLeft | null>>();
  const workplace = { model, analyser, endpointNames: createEndpointNames() };
  const all = (): boolean => true;
  /** Nothing of a secret in a path goes into a fingerprint. */
  const named = ({ path }: SourceDocument, options: ScanOptions): ScanOptions => ({
    ...options,
    shownAs: pathWithoutSecrets(tools.detector, options.shownAs ?? path),
  });
  const scan: Engine['scan'] = (document, options = {}) =>
    scanAll({ tools, analyser, whySetting, model }, withFeeds(document), named(document, options));
  const planOf: typeof planFile = (place, document, fix, wanted, options) =>
    languageOf(document) || fix !== 'identity'
      ? planFile(place, document, fix, wanted, named(document, options))
      : planWholeFile(document, wanted, async (one) => (await scan(one, options)).findings, model);
  return {
    scanText: (document, options = {}) => scanText(tools, withFeeds(document), named(document, options)),
    scan,
    literals: (document) => literalsIn(analyser, withFeeds(document)),
    async plan(document, finding, fix, options = {}) {
      const own = withFeeds(document);
      const plan =
        finding === 'all'
          ? allOf(own, await planOf(workplace, own, fix, all, options))
          : await planOne(workplace, own, finding, fix, named(own, options));
      return planInReturns(document, plan);
    },
    async planFile(document, { fix, wanted = all }, options = {}) {
      return filePlanInReturns(document, await planOf(workplace, withFeeds(document), fix, wanted, options));
    },
    planEverywhere: (document, finding, optionsFor = () => ({})) =>
      planEverywhere(document, finding, {
        files,
        model,
        engineOver: (others) => engineOn(others, tools, model.over(others)),
        optionsFor,
      }),
    clientsLeft(document, service) {
      const key = `${document} ${service}`;
      const known = left.get(key) ?? clientsLeft(model, ofReaders, document, service);
      left.set(key, known);
      return known;
    },
    index: (options) => model.index(options),
    changed: (path) => {
      left.clear();
      model.changed(path);
      analyser.changed(path);
      ofReaders.changed(path);
    },
    leftOf: (works) => stepsOf(mergeFollowUps(works), serviceOf),
    explain,
    clues,
    likelyHosts: detectHosts,
    rules,
    services: serviceChoices,
    hosts: hostChoices,
  };
}
