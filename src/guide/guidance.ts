import type { Step } from '../core/step';
import type { Link, Role } from '../services/identity';
import type { Iac, IdentityChoice } from '../steps/host';

export type { Iac } from '../steps/host';

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
    readonly choice: IdentityChoice;
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
