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
    what: say('Migrate one service after the other. Start with the one that gains the most with the least risk.'),
    when: say('From the first finding on.'),
    licence: none,
    how: [
      say('Create an inventory and scan the history. Rotate what has leaked.'),
      say(
        'Choose one integration with high value and low risk, such as a web app that reads from Key Vault, or a function with its storage.',
      ),
      say('Enable the identity, grant the least-privileged role as code, and wait until it works.'),
      say('Change the code and test it where it runs. If necessary, run both methods side by side for a while.'),
      say('Remove the secret from settings and pipelines, and disable key access.'),
      say(
        'Continue with the next service. Legacy and hybrid systems stay as they are until they can be migrated. Review and clean up.',
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
    when: say('Immediately. It takes an hour and prevents the next leak.'),
    licence: say('Public repositories: free and on by default. Private ones: GitHub Secret Protection.'),
    how: [
      say('Enable it for the whole organization, including push protection.'),
      say('A bypass needs a reason; let somebody else approve bypasses.'),
      say('Add custom patterns for formats of your own, and validity checks.'),
      say(
        'It misses generic passwords and old keys without a signature. An editor that warns while you type closes this gap.',
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
    when: say('Immediately, for every repository that is deployed.'),
    licence: say('GitHub Secret Protection for Azure DevOps, for each active committer.'),
    how: [
      say('Enable it for each repository, or for the organization.'),
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
    what: say(
      'An inventory of every application with a secret, and someone who notices when one is used in an unusual way.',
    ),
    when: say('Before the migration, to decide what to migrate first, and permanently after it.'),
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
    when: say('Wherever a pipeline or another cloud uses a secret of an app registration.'),
    licence: none,
    how: [
      say(
        'Use one federated credential for each environment or branch, never a wildcard. An app or identity can have at most 20.',
      ),
      say('Issuers must sign with RS256 and publish their discovery document.'),
      say(
        'A new federated credential takes a few minutes to work. The first exchange can fail with AADSTS70021 or AADSTS700213.',
      ),
      say('Create several on one identity one after the other: in parallel, they fail with a 409 error.'),
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
    when: say('When new workloads have an alternative. Start with apps that are created after a given date.'),
    licence: say('{product}.', { product: workloadIdPremium }),
    how: [
      say(
        'Off by default. Existing credentials keep working: the policy blocks new ones, or those with too long a lifetime.',
      ),
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
      'Block service principals outside trusted address ranges, or at risk. A leaked secret then cannot be used elsewhere.',
    ),
    when: say('For applications whose secret cannot be removed yet.'),
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
    what: say('People who rotate credentials can do only that, instead of being Application Administrator.'),
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
      'Workloads have permanent permissions that nobody activates, so someone must check whether they are still needed.',
    ),
    when: say('Every quarter, and whenever a workload ends.'),
    licence: say('Reviews of service principals: {product}.', { product: workloadIdPremium }),
    how: [
      say(
        'Use one identity for each workload and environment, and data roles on the narrowest scope. Never use Contributor or Owner.',
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
