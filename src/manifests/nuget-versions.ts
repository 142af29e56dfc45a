/** What fills a configuration from Key Vault. */
export const VAULT_CONFIGURATION = 'Azure.Extensions.AspNetCore.Configuration.Secrets';

const POSTGRESQL = 'Microsoft.Azure.PostgreSQL.Auth';

/**
 * Versions that manifests get. From 1.21.0 on Azure.Identity forwards its types to Azure.Core 1.53.0, where they moved;
 * an older one beside a newer Azure.Core does not compile (CS0433).
 * Source: sdk/identity/Azure.Identity/MigrationGuide.md in Azure/azure-sdk-for-net.
 */
export const VERSIONS: Readonly<Record<string, string>> = {
  'Azure.Identity': '1.21.0',
  // Older than the Azure.Core that holds the credentials: it goes with an Azure.Identity of any age.
  [VAULT_CONFIGURATION]: '1.4.0',
  [POSTGRESQL]: '1.0.0',
};

/** Packages that bring an Azure.Core which holds the credentials. */
export const BRINGS_CORE: readonly string[] = [POSTGRESQL];

/** The first Azure.Core that holds the types of Azure.Identity itself. */
export const CORE_WITH_IDENTITY = '1.53.0';

/** The first Azure.Identity that forwards to it. */
export const FORWARDING_IDENTITY = '1.21.0';

/** The first broker that works beside a forwarding Azure.Identity. */
export const BROKER = '1.6.0';
