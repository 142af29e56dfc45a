import type { Sdk } from '../pattern';
import { byHand, refuse, rewrite, sdk } from '../pattern';

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

/** The same of .NET. */
export const netTableClients: readonly Sdk[] = [
  sdk('Azure.Data.Tables', [
    rewrite(
      'new TableServiceClient(connectionString: $CONNECTION, ...$REST)',
      'new TableServiceClient(endpoint: new Uri($ENDPOINT), tokenCredential: $CREDENTIAL, ...$REST)',
    ),
    rewrite(
      'new TableClient(connectionString: $CONNECTION, tableName: $NAME, ...$REST)',
      'new TableClient(endpoint: new Uri($ENDPOINT), tableName: $NAME, tokenCredential: $CREDENTIAL, ...$REST)',
    ),
    ...['TableSharedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].map((credential) =>
      rewrite(
        `new TableServiceClient(endpoint: $URL, credential: new ${credential}, ...$REST)`,
        'new TableServiceClient(endpoint: $URL, tokenCredential: $CREDENTIAL, ...$REST)',
      ),
    ),
    rewrite(
      'new TableClient(endpoint: $URL, tableName: $NAME, credential: new TableSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
      'new TableClient(endpoint: $URL, tableName: $NAME, tokenCredential: $CREDENTIAL, ...$REST)',
    ),
    rewrite('new TableServiceClient(new Uri($SASURL))', 'new TableServiceClient(new Uri($ENDPOINT), $CREDENTIAL)'),
    // With a SAS the address ends with the table, with a token it does not.
    ...['$URL, new AzureSasCredential($SAS), ...$REST', 'new Uri($SASURL), ...$REST'].map((given) =>
      byHand(`new TableClient(${given})`, 'new TableClient(endpoint, tableName, new DefaultAzureCredential())'),
    ),
    refuse('$CLIENT.GenerateSasUri(...$REST)', 'sas-needs-user-delegation-key'),
    refuse('$VALUES.Sign(new TableSharedKeyCredential($ACCOUNT, $KEY))', 'sas-needs-user-delegation-key'),
    refuse('new TableSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
  ]),
  sdk('Microsoft.Extensions.Azure', [
    rewrite('$BUILDER.AddTableServiceClient($CONNECTION)', '$BUILDER.AddTableServiceClient(new Uri($ENDPOINT))', {
      extraCall: '$BUILDER.UseCredential($CREDENTIAL)',
    }),
  ]),
];
