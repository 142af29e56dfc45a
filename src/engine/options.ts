import type { Exception } from '../core/exception';
import type { Finding, Severity } from '../core/finding';
import type { Message } from '../core/message';
import type { TrackingSource } from '../core/tracking';
import type { SecretlintConfig } from '../core/secretlint-config';
import type { CredentialChoice } from '../languages/contract/credential';

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
  /** The path that goes into fingerprints, where people are shown another one than the document's. */
  readonly shownAs?: string;
  /** What Git does with the document: the severity of a secret in it follows. Without it nobody can tell. */
  readonly tracking?: TrackingSource;
  /** Today, for SAS expiry and `until=` of directives. ISO date; default: the clock's. */
  readonly today?: string;
}

export interface ScanResult {
  readonly findings: readonly Finding[];
  /** Why the text was not, or only partly, looked at: too large, binary, parse trouble. Null when all of it was. */
  readonly skipped: Message | null;
  /** What was skipped might have held more findings: the code could not be analysed, or not all of it. */
  readonly failed: boolean;
  /**
   * How many findings somebody has switched off: comments, exceptions, secretlint's configuration, severities. Nobody who reads
   * "no findings" may think that there are none.
   */
  readonly silenced: number;
  /** Paths of other files that the findings depend on, whether they exist or not: a change there may change the findings. */
  readonly needs: readonly string[];
  /** The text holds a secret or names a package of Azure: somebody may ask for a plan next. */
  readonly azure: boolean;
}
