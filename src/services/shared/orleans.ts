import type { Sdk } from '../pattern';
import { refuse, rewrite, sdk } from '../pattern';

/**
 * Orleans over a storage account: `options.ConfigureTableServiceClient(connectionString)`, and before version 4 a property.
 * Source: AzureStorageOperationOptions and its like in Microsoft.Orleans.*.AzureStorage 10.4.2.
 * @param call the method of the options that takes the connection string.
 * @param hosts the calls whose lambda had the property.
 */
export const orleans = (call: string, ...hosts: readonly string[]): Sdk =>
  sdk(
    '',
    [
      rewrite(`$STORAGE.${call}($CONNECTION)`, `$STORAGE.${call}(new Uri($ENDPOINT), $CREDENTIAL)`),
      ...hosts.map((within) => refuse('$STORAGE.ConnectionString = $CONNECTION', 'not-checked', { within })),
    ],
    { words: [call, ...hosts] },
  );
