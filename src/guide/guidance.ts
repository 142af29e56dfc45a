import type { Link, Role } from '../services/identity';

export type Iac = 'cli' | 'bicep' | 'terraform';

/** One thing to do, in order. `code` is shown with a copy button; placeholders in it are `<like-this>`; `env`: NAME=value lines. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly code?: {
    readonly language: 'shell' | 'bicep' | 'terraform' | 'json' | 'sql' | 'yaml' | 'env';
    readonly text: string;
  };
}

/** The managed identity option of a service on a host, as data; `render-markdown` and `render-html` show it. */
export interface Guidance {
  readonly kind: 'guidance';
  readonly service: string;
  readonly title: string;
  readonly support: 'yes' | 'partly' | 'no';
  readonly summary: string;
  /** Why the finding matters, when the subject was a rule. */
  readonly why: string | null;
  readonly host: { readonly id: string; readonly title: string };
  readonly iac: Iac;
  /** Which identity, and the reasons. */
  readonly identity: {
    readonly choice: 'system-assigned' | 'user-assigned' | 'federated' | 'developer';
    readonly reasons: readonly string[];
  };
  /** `chosen` marks the role that the steps grant. */
  readonly roles: readonly {
    readonly role: Role;
    readonly use: 'read' | 'write' | 'admin' | 'other';
    readonly chosen?: boolean;
  }[];
  readonly steps: readonly Step[];
  readonly pitfalls: readonly string[];
  readonly limits: readonly string[];
  readonly links: readonly Link[];
}

/** What can be asked for: ids and titles for pickers. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}
