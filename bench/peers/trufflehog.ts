import { jsonLines } from './peer';
import type { Peer } from './peer';

interface Result {
  readonly DetectorName: string;
  readonly Raw: string;
  readonly SourceMetadata: {
    readonly Data: { readonly Filesystem: { readonly file: string; readonly line?: number } };
  };
}

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'DetectorName' in value && 'SourceMetadata' in value;

export const trufflehog: Peer = {
  id: 'trufflehog',
  program: 'trufflehog',
  version: ['--version', '--no-update'],
  kinds: [
    [/^Azure$|^AzureEntra|^AzureActiveDirectory/, /^entra-client-secret|^service-principal-json$/],
    [/^AzureStorage$/, /^storage-(?:account-key|connection-string)$/],
    [/^AzureSasToken$/, /^storage-sas$/],
    [/^AzureBatch$/, /^batch-key$/],
    [/^AzureContainerRegistry$/, /^acr-password$/],
    [/^AzureCosmosDBKeyIdentifiable$|^AzureCosmos/, /^cosmos-/],
    [/^AzureDevopsPersonalAccessToken$/i, /^devops-pat$/],
    [/^AzureFunctionKey$/, /^functions-key$/],
    [/^AzureOpenAI$/, /^azure-openai-key$/],
    [/^AzureSearch/, /^search-key$/],
    [/^AzureAppConfig/, /^appconfig-/],
    [/^AzureA(?:PI|pi)M/, /^apim-/],
    [/^AzureRefreshToken$|^AzureActiveDirectoryRefresh/, /^entra-refresh-token$/],
    [/^MicrosoftTeamsWebhook$/, /^teams-webhook$/],
    [/^DatabricksToken$/, /^databricks-pat$/],
    [/^PrivateKey$/, /^private-key$/],
    [/^Postgres$/, /^postgres-/],
    [/^SQLServer$/, /^sql-/],
    [/^JDBC$/, /jdbc$|^mysql-url$/],
    [/^MongoDB$/, /^cosmos-mongo-url$/],
    [/^Redis$/, /^redis-/],
  ],
  prepare: (_, folder) => ({
    arguments: [
      'filesystem',
      folder,
      '--json',
      '--no-verification',
      '--no-update',
      '--results=verified,unknown,unverified',
    ],
    results: (stdout) =>
      jsonLines(stdout)
        .filter(isResult)
        .map(({ DetectorName, Raw, SourceMetadata: { Data } }) => ({
          file: Data.Filesystem.file,
          rule: DetectorName,
          line: Data.Filesystem.line ?? 1,
          secret: Raw,
        })),
  }),
};
