import type { Sdk } from './pattern';
import { refuse, rewrite, sdk } from './pattern';

/** The client of tables, which Azure Storage and Azure Cosmos DB for Table share. */
export const tableClients: Sdk = sdk('@azure/data-tables', [
  rewrite(
    'TableServiceClient.fromConnectionString($CONNECTION, ...$REST)',
    'new TableServiceClient($ENDPOINT, $CREDENTIAL, ...$REST)',
  ),
  rewrite(
    'TableClient.fromConnectionString($CONNECTION, $NAME, ...$REST)',
    'new TableClient($ENDPOINT, $NAME, $CREDENTIAL, ...$REST)',
  ),
  rewrite(
    'new TableServiceClient($URL, new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)',
    'new TableServiceClient($URL, $CREDENTIAL, ...$REST)',
  ),
  rewrite(
    'new TableClient($URL, $NAME, new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)',
    'new TableClient($URL, $NAME, $CREDENTIAL, ...$REST)',
  ),
  rewrite(
    'new TableServiceClient($URL, new AzureSASCredential($SAS), ...$REST)',
    'new TableServiceClient($URL, $CREDENTIAL, ...$REST)',
  ),
  rewrite(
    'new TableClient($URL, $NAME, new AzureSASCredential($SAS), ...$REST)',
    'new TableClient($URL, $NAME, $CREDENTIAL, ...$REST)',
  ),
  rewrite('new TableServiceClient($SASURL)', 'new TableServiceClient($ENDPOINT, $CREDENTIAL)'),
  rewrite('new TableServiceClient($SASURL, $OPTIONS)', 'new TableServiceClient($ENDPOINT, $CREDENTIAL, $OPTIONS)'),
  rewrite('new TableClient($SASURL, $NAME)', 'new TableClient($ENDPOINT, $NAME, $CREDENTIAL)'),
  rewrite('new TableClient($SASURL, $NAME, $OPTIONS)', 'new TableClient($ENDPOINT, $NAME, $CREDENTIAL, $OPTIONS)'),
  refuse(
    'generateTableSas($NAME, new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)',
    'sas-needs-user-delegation-key',
  ),
  refuse('generateAccountSas(new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)', 'account-sas'),
  refuse('new AzureNamedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
  refuse('new AzureSASCredential($SAS)', 'credential-elsewhere'),
]);
