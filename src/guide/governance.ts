import type { Message } from '../core/message';
import { say } from '../core/message';
import type { Link } from '../services/identity';
import type { StepCode } from '../core/step';
import { shell } from '../steps/command';

/** Something the organisation does once, for all its workloads. */
export interface Measure {
  readonly id: string;
  readonly title: Message;
  readonly what: Message;
  readonly when: Message;
  /** What has to be bought for it. */
  readonly licence: Message;
  readonly how: readonly Message[];
  readonly code?: StepCode;
  readonly links: readonly Link[];
}

const none = say('None.');
const workloadIdPremium = 'Microsoft Entra Workload ID Premium';

/** In the order in which they pay off. */
export const measures: readonly Measure[] = [
  {
    id: 'phased-migration',
    title: say('Migrate in phases'),
    what: say('One service after the other, from the one with the most to gain and the least to break.'),
    when: say('From the first finding on.'),
    licence: none,
    how: [
      say('Make an inventory and scan the history; rotate what has leaked.'),
      say(
        'Pick one integration of high value and low risk, such as a web app that reads Key Vault, or a function with its storage.',
      ),
      say('Enable the identity, grant the least-privileged role as code, and wait until it works.'),
      say('Change the code, test it where it runs, and run both ways side by side for a while if you must.'),
      say('Take the secret out of settings and pipelines, and switch key access off.'),
      say(
        'Go on with the next service. Legacy and hybrid systems keep their way until they can move; review and clean up.',
      ),
    ],
    links: [
      {
        title: 'Migrate applications from secrets',
        url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/migrate-applications-from-secrets',
      },
    ],
  },
  {
    id: 'secret-scanning-github',
    title: say('Secret scanning with push protection on GitHub'),
    what: say(
      'GitHub scans history, branches, issues and pull requests, and stops a push that holds a secret it knows.',
    ),
    when: say('At once: it costs an hour and stops the next leak.'),
    licence: say('Public repositories: free and on by default. Private ones: GitHub Secret Protection.'),
    how: [
      say('Switch it on for the whole organisation, push protection included.'),
      say('A bypass needs a reason; let somebody else approve bypasses.'),
      say('Add custom patterns for formats of your own, and validity checks.'),
      say(
        'It misses generic passwords and old keys without a mark: an editor that warns while typing closes that gap.',
      ),
    ],
    links: [
      {
        title: 'About secret scanning',
        url: 'https://docs.github.com/code-security/secret-scanning/introduction/about-secret-scanning',
      },
      {
        title: 'About push protection',
        url: 'https://docs.github.com/code-security/secret-scanning/introduction/about-push-protection',
      },
    ],
  },
  {
    id: 'secret-scanning-azure-devops',
    title: say('Secret scanning with push protection in Azure DevOps'),
    what: say(
      'GitHub Advanced Security for Azure DevOps scans history and branches, and stops pushes with keys of a known, recent format.',
    ),
    when: say('At once, for every repository that is deployed.'),
    licence: say('GitHub Secret Protection for Azure DevOps, for each active committer.'),
    how: [
      say('Enable it for each repository, or for the organisation.'),
      say('Alerts are critical and are closed by hand: revoked, false positive or risk accepted.'),
      say('A bypass (skip-secret-scanning:true in the commit message) still raises an alert: watch for them.'),
    ],
    links: [
      {
        title: 'Secret scanning in Azure DevOps',
        url: 'https://learn.microsoft.com/azure/devops/repos/security/github-advanced-security-secret-scanning',
      },
    ],
  },
  {
    id: 'triage-and-monitoring',
    title: say('Triage and monitoring'),
    what: say('An inventory of every application with a secret, and somebody who sees when one is used in an odd way.'),
    when: say('Before the migration, to know what to move first; and for ever after.'),
    licence: say('Sign-in logs to Log Analytics: Microsoft Entra ID P1. Risk detections for workloads: {product}.', {
      product: workloadIdPremium,
    }),
    how: [
      say(
        'List each app registration with secret, owner and expiry (Microsoft Graph: applications with passwordCredentials and keyCredentials).',
      ),
      say('Send AADServicePrincipalSignInLogs and AADManagedIdentitySignInLogs to Log Analytics or Sentinel.'),
      say('Watch for risky workload identities (leaked credentials) in Microsoft Entra ID Protection.'),
      say('Audit, later deny, local authentication with the built-in definitions of Azure Policy for each service.'),
      say('Raise an alert in the activity log on listKeys and regenerateKey.'),
      say('Write a playbook: owner, severity, rotation within hours, evidence, end.'),
    ],
    code: shell(
      "az rest --method GET --url 'https://graph.microsoft.com/v1.0/applications?$select=appId,displayName,passwordCredentials' --query 'value[?length(passwordCredentials) > `0`].{app:displayName,id:appId,ends:passwordCredentials[0].endDateTime}' --output table",
    ),
    links: [
      {
        title: 'Risk of workload identities',
        url: 'https://learn.microsoft.com/entra/id-protection/concept-workload-identity-risk',
      },
    ],
  },
  {
    id: 'federated-credentials',
    title: say('Federated credentials instead of secrets'),
    what: say(
      'Pipelines and workloads outside Azure exchange their own tokens. Issuer, subject and audience must match exactly.',
    ),
    when: say('Wherever a secret of an app registration stands in a pipeline or in another cloud.'),
    licence: none,
    how: [
      say('One trust for each environment or branch, never a wildcard; at most 20 for an app or identity.'),
      say('Issuers must sign with RS256 and publish their discovery document.'),
      say('A new trust takes a while; the first exchange may fail with AADSTS70021 or AADSTS700213.'),
      say('Make several on one identity one after the other: in parallel they fail with 409.'),
      say('If the app registration must stay, it trusts a user-assigned identity instead of a secret.'),
    ],
    links: [
      {
        title: 'Workload identity federation',
        url: 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation',
      },
      {
        title: 'Federated identity credentials in Microsoft Graph',
        url: 'https://learn.microsoft.com/graph/api/resources/federatedidentitycredentials-overview',
      },
    ],
  },
  {
    id: 'app-management-policies',
    title: say('Application management policies'),
    what: say(
      'Block new client secrets, or limit their lifetime, for the whole tenant with exceptions for single apps.',
    ),
    when: say('Once new workloads have another way; first for apps created from a date on.'),
    licence: say('{product}.', { product: workloadIdPremium }),
    how: [
      say('Off by default. Existing credentials keep working: the policy stops new or too long ones.'),
      say(
        'Start with restrictForAppsCreatedAfterDateTime, and give exceptions with a policy of their own (one for each app).',
      ),
      say('Limit certificates too: lifetime and trusted authorities.'),
      say('Needs the Microsoft Graph permission Policy.ReadWrite.ApplicationConfiguration.'),
    ],
    code: shell(
      `az rest --method PATCH --url https://graph.microsoft.com/v1.0/policies/defaultAppManagementPolicy --body '{"isEnabled":true,"applicationRestrictions":{"passwordCredentials":[{"restrictionType":"passwordAddition","state":"enabled","restrictForAppsCreatedAfterDateTime":"<start-date>"},{"restrictionType":"passwordLifetime","state":"enabled","maxLifetime":"P30D"}]}}'`,
    ),
    links: [
      {
        title: 'Configure app management policies',
        url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/configure-app-management-policies',
      },
      {
        title: 'Restrictions in Microsoft Graph',
        url: 'https://learn.microsoft.com/graph/api/resources/applicationauthenticationmethodpolicy',
      },
    ],
  },
  {
    id: 'conditional-access',
    title: say('Conditional Access for workload identities'),
    what: say(
      'Block service principals outside trusted address ranges, or with a risk: a leaked secret then fails elsewhere.',
    ),
    when: say('For applications whose secret cannot go yet.'),
    licence: say('{product}, to create or change such policies.', { product: workloadIdPremium }),
    how: [
      say(
        'Entra admin center, Protection, Conditional Access, new policy for workload identities. The only control is Block.',
      ),
      say('Choose the enterprise application (the service principal), not the app registration.'),
      say(
        'Works for single-tenant service principals of your own tenant: not for managed identities, not for apps of others.',
      ),
      say('Report-only first.'),
    ],
    links: [
      {
        title: 'Conditional Access for workload identities',
        url: 'https://learn.microsoft.com/entra/identity/conditional-access/workload-identity',
      },
    ],
  },
  {
    id: 'rotation-role',
    title: say('A custom role for rotating credentials'),
    what: say('Whoever rotates credentials may do that and nothing else, instead of being Application Administrator.'),
    when: say('As soon as rotation is delegated or automated.'),
    licence: say('Microsoft Entra ID P1, for custom roles.'),
    how: [
      say('Create the role with the permission to update credentials, and to read the applications it finds them on.'),
      say('Assign it for single apps where possible (directoryScopeId /<app-object-id>).'),
      say('For service principals add microsoft.directory/servicePrincipals/credentials/update.'),
    ],
    code: shell(
      `az rest --method POST --url https://graph.microsoft.com/v1.0/roleManagement/directory/roleDefinitions --body '{"displayName":"App credential rotator","isEnabled":true,"rolePermissions":[{"allowedResourceActions":["microsoft.directory/applications/credentials/update","microsoft.directory/applications/standard/read"]}]}'`,
    ),
    links: [
      {
        title: 'Create a custom role',
        url: 'https://learn.microsoft.com/entra/identity/role-based-access-control/custom-create',
      },
      {
        title: 'Permissions of custom roles',
        url: 'https://learn.microsoft.com/entra/identity/role-based-access-control/custom-available-permissions',
      },
    ],
  },
  {
    id: 'access-reviews',
    title: say('Access reviews and unused identities'),
    what: say(
      'Rights of workloads are standing rights: nobody activates them, so somebody must ask whether they are still needed.',
    ),
    when: say('Every quarter, and whenever a workload ends.'),
    licence: say('Reviews of service principals: {product}.', { product: workloadIdPremium }),
    how: [
      say(
        'One identity for each workload and environment, data roles on the narrowest scope, never Contributor or Owner.',
      ),
      say('Remove unused identities and role assignments shown as "Identity not found".'),
      say(
        'Anyone with the role Managed Identity Operator can let a resource act as the identity. Assign it sparingly.',
      ),
      say('Limit blob roles further with conditions.'),
    ],
    code: shell(
      'az role assignment list --all --query "[?principalName==\'\'].{id:id,role:roleDefinitionName,scope:scope}" --output table',
    ),
    links: [
      {
        title: 'Best practices for Azure RBAC',
        url: 'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
      },
      {
        title: 'Best practices for managed identities',
        url: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations',
      },
    ],
  },
];
