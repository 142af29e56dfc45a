import type { SourceDocument } from './core/document';
import type { Finding, FixKind, Severity } from './core/finding';
import type { Message } from './core/message';
import type { Span } from './core/span';
import type { Choice, Guidance, Iac } from './guide/guidance';
import type { Plan, ProjectFile } from './migrate/migration';

/** Options of a scan; everything has a default that needs no change. */
export interface ScanOptions {
  /** Severity, or `off`, by rule (`hardcoded/storage-sas`) or by family (`hardcoded`, `key-auth`, `infra`). */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Name of the credential the rewritten code builds. Default `DefaultAzureCredential`. */
  readonly credential?: CredentialChoice;
  /** Today, for SAS expiry and `until=` of directives. ISO date; default: the clock's. */
  readonly today?: string;
}

/** `pinned`: `DefaultAzureCredential` that insists on `AZURE_TOKEN_CREDENTIALS`. */
export type CredentialChoice = 'DefaultAzureCredential' | 'ManagedIdentityCredential' | 'pinned';

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
  /** Setting names whose readers and files `plan` wants to see: what `workspace/` searches for. */
  settingsOf(document: SourceDocument, finding: { readonly rule: string; readonly span: Span }): Promise<readonly string[]>;
  /** Guidance for a rule or a service, or null when there is no such subject or host. */
  explain(subject: string, host?: string, iac?: Iac): Guidance | null;
  readonly rules: readonly Rule[];
  readonly services: readonly Choice[];
  readonly hosts: readonly Choice[];
}

/** A rule as README, SARIF and settings list it. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly service: string | null;
}
