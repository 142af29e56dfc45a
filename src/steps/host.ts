import type { StepCode } from '../core/step';
import type { Link } from '../services/identity';

/** The tool that snippets are written for. */
export type Iac = 'cli' | 'bicep' | 'terraform';

export type IdentityChoice = 'system-assigned' | 'user-assigned' | 'federated' | 'developer';

/** A setting of the workload. `terraform` is an expression used instead of the quoted value. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly terraform?: string;
}

type Settings = (settings: readonly Setting[]) => StepCode;

interface Common {
  /** The catalog's id: `app-service`, `functions`, `github-actions`, ... */
  readonly id: string;
  readonly title: string;
  /** How settings reach the code on this host. Without a form for a tool, the command line's is shown. */
  readonly settings: {
    readonly text?: string;
    /** What becomes of the old secret there, once nothing reads it any more. */
    readonly old?: string;
    /** The command that deletes settings by name. */
    readonly remove?: (names: readonly string[]) => StepCode;
  } & Partial<Readonly<Record<Iac, Settings>>>;
  /** What `AZURE_TOKEN_CREDENTIALS` is pinned to; null where that depends on what is not known. */
  readonly credential: string | null;
  readonly notes: readonly string[];
  readonly links: readonly Link[];
}

/** A host that Azure gives an identity to. */
export interface ManagedHost extends Common {
  readonly kind: 'managed';
  readonly kinds: readonly ('system-assigned' | 'user-assigned')[];
  /** Commands that enable the identity; missing where the command line cannot. */
  readonly cli: { readonly system?: string; readonly user?: string };
  /**
   * ARM type with API version. `existing`: the identity comes with the resource. `whole`: the declaration that gives the
   * resource its identity, `identity`, where no command can; `loses` says what becomes of what it leaves out.
   */
  readonly bicep: {
    readonly type: string;
    readonly name: string;
    readonly existing?: boolean;
    readonly whole?: string;
    readonly loses?: string;
  };
  /** Resource type of the azurerm provider. */
  readonly terraform: string;
  /** How an app setting, or whatever is in its place, refers to a secret in Key Vault. */
  readonly keyVault?: { readonly text: string; readonly code: StepCode };
}

/** A host without an identity of its own: it trades its own token for one of Microsoft Entra. */
export interface FederatedHost extends Common {
  readonly kind: 'federated';
  readonly issuer: string;
  readonly subject: string;
  /** The issuer as an expression of Bicep, with the resource that it reads. */
  readonly bicep?: { readonly issuer: string; readonly declares: string };
  /** Done before the trust is made: the issuer of a cluster, a service connection. */
  readonly prepare?: { readonly title: string; readonly text: string } & Partial<Readonly<Record<Iac, StepCode>>>;
  readonly keyVault?: ManagedHost['keyVault'];
}

/** The developer's own machine and account. */
export interface LocalHost extends Common {
  readonly kind: 'local';
}

/** Stands in where nobody has said where the code runs: everything that holds on every host. */
export interface UnknownHost extends Common {
  readonly kind: 'unknown';
}

export type Host = ManagedHost | FederatedHost | LocalHost | UnknownHost;
