import type { TextTest } from '../../core/text-test';
import type { Sdk } from '../pattern';
import { refuse, rewrite, sdk } from '../pattern';

/**
 * The usual client of .NET: `new X(endpoint, keyCredential, options)`, where a token credential may be in the key's place.
 * @param namespaces those of the classes that do not live under the package's own name.
 */
export const netKeyClients = (name: string, classes: readonly string[], namespaces: Sdk['namespaces'] = {}): Sdk =>
  sdk(
    name,
    [
      rewrite(
        'new $CLASS(endpoint: $URL, credential: new AzureKeyCredential($KEY), ...$REST)',
        'new $CLASS(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
        { for: classes },
      ),
      refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
    ],
    { namespaces },
  );

/**
 * `AddAzureClients(clients => clients.AddXClient(...))`: the builder's own credential takes the key's place.
 * @param calls left and right sides, without the builder: `AddBlobServiceClient($CONNECTION)`.
 */
export const netClientBuilder = (calls: readonly (readonly [string, string])[]): Sdk =>
  sdk(
    'Microsoft.Extensions.Azure',
    calls.map(([from, to]) =>
      rewrite(`$BUILDER.${from}`, `$BUILDER.${to}`, { extraCall: '$BUILDER.UseCredential($CREDENTIAL)' }),
    ),
  );

/**
 * Requests with a key in a header. A token takes its place, but it is fetched before each request, in asynchronous code:
 * nothing an edit can do.
 * @param when tells the service's requests from others with the same header.
 */
export const netRestHeader = (header: string, when?: TextTest): Sdk =>
  sdk(
    '',
    [...new Set([header, header.toLowerCase()])].flatMap((name) =>
      ['DefaultRequestHeaders', 'Headers'].flatMap((headers) => [
        refuse(`$CLIENT.${headers}.Add("${name}", $KEY)`, 'rest-header', when && { when }),
        refuse(`$CLIENT.${headers}.TryAddWithoutValidation("${name}", $KEY)`, 'rest-header', when && { when }),
      ]),
    ),
    { words: [header] },
  );
