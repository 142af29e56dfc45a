/** A role of Azure RBAC (or of the service itself), with its documentation-checked name and GUID. */
export interface Role {
  readonly name: string;
  /** GUID of the built-in role definition. */
  readonly id: string;
  /** What the code may do with it: "read blobs". */
  readonly allows: string;
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
    | { readonly kind: 'commands'; readonly cli: readonly string[]; readonly bicep?: string; readonly terraform?: string };
  /** Switches key access off once nothing uses it. */
  readonly disableKeys?: {
    readonly cli: string;
    readonly bicep?: string;
    readonly terraform?: string;
    readonly effect: string;
  };
  /** Commands that make a leaked secret useless. */
  readonly rotate: readonly string[];
  /** A command that proves that the identity gets in. */
  readonly prove?: string;
  readonly limits: readonly string[];
  readonly links: readonly Link[];
}
