/** Versions the rewritten code was type-checked against (test/sdk); the manifest edit writes them as caret ranges. */
export const VERSIONS: Readonly<Record<string, string>> = {
  '@azure/identity': '4.13.1',
  '@azure/keyvault-secrets': '4.11.2',
  '@redis/entraid': '6.1.0',
};
