/** A role of Azure RBAC (or of the service itself), with its documentation-checked name and GUID. */
export interface Role {
  readonly name: string;
  /** GUID of the built-in role definition; empty for a role of the service itself that has a name only. */
  readonly id: string;
  /** What the code may do with it: "read blobs". */
  readonly allows: string;
  /** True for a role of the service itself (Cosmos DB, a database, Redis), which Azure RBAC does not know. */
  readonly own?: boolean;
}

export interface Link {
  readonly title: string;
  readonly url: string;
}

/**
 * The managed identity option of a service: everything the guidance, the hover and the report say about it.
 * Facts come from the project's catalog; `links` are their sources. Placeholders in commands are `<like-this>`.
 */
export interface Identity {
  /** Does the service's data plane accept Microsoft Entra tokens? */
  readonly support: 'yes' | 'partly' | 'no';
  /** One or two sentences: what replaces the secret. */
  readonly summary: string;
  /** Least privilege first. Empty where access is granted in another way (`grant` tells). */
  readonly roles: {
    readonly read: readonly Role[];
    readonly write: readonly Role[];
    readonly admin: readonly Role[];
    readonly other: readonly Role[];
  };
  /** Name of the role that most code needs, one of `roles`. Without it: the first of `write`, else of `read`. */
  readonly usual?: string;
  /** Set where only a user-assigned identity will do. */
  readonly needs?: 'user-assigned';
  /**
   * Set where the secret belongs to an app registration: the `commands` of `grant` make the app trust `<issuer>` and
   * `<subject>`, the identity on a host that has one, else the host's own tokens.
   */
  readonly trust?: 'application';
  /** Form of the endpoint setting's value: "https://<account>.blob.core.windows.net". */
  readonly endpoint?: string;
  /** Settings that replace the connection string of an Azure Functions trigger or binding named `<connection>`. */
  readonly bindings?: readonly string[];
  /** How to narrow the scope of the role. */
  readonly scopeNote?: string;
  /** How access is granted. `rbac`: a role assignment on `resource`. `commands`: the service's own way. */
  readonly grant:
    | {
        readonly kind: 'rbac';
        /** Resource id of the scope: "/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/...". */
        readonly scope: string;
        /** ARM type with API version, for the `existing` resource in Bicep. */
        readonly bicepType: string;
        /** Terraform data source or resource type: `azurerm_storage_account`. */
        readonly terraformType: string;
      }
    | {
        readonly kind: 'commands';
        /**
         * `<role-id>` and `<role-name>` stand for the role the guidance chose. In Bicep and Terraform a quoted
         * `<principal>` stands for the expression of the principal id, in Bicep `'<workload>'` for that of a resource id
         * known at the start of the deployment.
         */
        readonly cli: readonly string[];
        /** Statements of the database itself, run after `cli`. */
        readonly sql?: readonly string[];
        readonly bicep?: string;
        readonly terraform?: string;
      };
  /** Switches key access off once nothing uses it. */
  readonly disableKeys?: {
    readonly cli: string;
    /** A whole snippet, or for `rbac` one property of the resource: "properties.disableLocalAuth: true". */
    readonly bicep?: string;
    /** A whole snippet, or for `rbac` one argument of the resource: "local_auth_enabled = false". */
    readonly terraform?: string;
    readonly effect: string;
  };
  /** Commands that make a leaked secret useless. */
  readonly rotate: readonly string[];
  /** A command that proves that the identity gets in. */
  readonly prove?: string;
  /** Sending and receiving are two roles, and neither covers the other. */
  readonly apart?: true;
  readonly limits: readonly string[];
  readonly links: readonly Link[];
}

/** What code does with a service: `manage` changes its entities, which only a role of `admin` may. */
export type Access = 'read' | 'write' | 'manage';

/** The least-privileged role for what the code does; for unknown access the one that most code needs. */
export function roleFor({ roles, usual }: Identity, access?: Access): Role | null {
  const named = [...roles.read, ...roles.write, ...roles.admin, ...roles.other].find(({ name }) => name === usual);
  if (access === 'manage') return roles.admin[0] ?? named ?? roles.write[0] ?? null;
  if (access === 'read') return roles.read[0] ?? named ?? roles.write[0] ?? null;
  if (access === 'write') return roles.write[0] ?? named ?? null;
  return named ?? roles.write[0] ?? roles.read[0] ?? null;
}
