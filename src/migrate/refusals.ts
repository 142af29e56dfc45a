import type { Refusal } from '../core/finding';
import type { Message } from '../core/message';
import { say } from '../core/message';

/** Every reason why no edit is offered, by id. Templates may name the service. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'parse-error': 'The code around this use does not parse yet. Finish typing, then ask again.',
  'code-left-out':
    'A part of this file is nested too deep to be read, and may use the secret too. Simplify that part, then ask again.',
  'code-not-read': 'The code of this file could not be analysed, so no edit is offered.',
  'cannot-read-back': 'The rewritten file would not parse or scan clean, so no edit is offered.',
  'file-changed': 'The file changed since this was offered. Ask again.',
  'dual-path':
    'The code already chooses between a secret and a credential. Keep the credential branch and delete the other.',
  'secret-from-parameter':
    'The secret comes in as a parameter. Change the parameter to a token credential and an endpoint, then its callers.',
  'secret-from-field':
    'The secret comes from a field of the object. Change the field to an endpoint and pass a token credential.',
  'secret-from-options':
    'The secret comes from an options object. Give it an endpoint in the place of the secret and fill that.',
  'field-shared':
    'The field that holds the secret feeds several services. Give each an endpoint field of its own first.',
  'secret-from-function':
    'The secret comes from a function of this file. Let it return the endpoint and pass a token credential.',
  'secret-from-elsewhere': 'The secret comes from another place that cannot be followed in this file.',
  'secret-imported':
    'The secret comes from another file in a way that leaves no place for an endpoint beside it. Export the endpoint there first.',
  'setting-chain':
    'The code reads a second setting where the first is missing, which may hold another secret. Decide which one stays, then ask again.',
  'secret-reassigned': 'The variable that holds the secret is written more than once.',
  'secret-exported': 'Other files import the secret from here. Migrate them first, or together by hand.',
  'parsed-by-hand': 'The code takes the connection string apart by hand. Replace that part first.',
  'credential-elsewhere':
    'The key credential is used in other places too. Replace it there by a token credential first.',
  'setting-tested':
    'Other code here asks whether the setting {name} is there, and no setting takes its place. Change that code first.',
  'several-principals':
    'The code signs in as several applications, and an identity is one. Give each its own identity first.',
  'options-elsewhere':
    'The options with the secret are used in other places too. Give this client options of its own first.',
  'options-scattered':
    'The options with the secret are put together in several places. Write them into one object first.',
  subclass:
    'The client is a class of its own here. Give its constructor an endpoint and a token credential, then its callers.',
  'credential-read-back':
    'The code reads the key credential back from the client. A token credential has no account name or key: pass them otherwise first.',
  'not-azure-endpoint': 'The endpoint is none of Azure: what stands there decides which credentials it takes.',
  'options-unknown':
    'With a token {service} needs one more option, but the options cannot be read here. Write them into the call first.',
  'creates-resources':
    'A token of {service} may read and write data, not create databases or containers. Create them with infrastructure code first.',
  'signs-with-key':
    'The code signs with the key for others. With {service} an identity signs nothing: hand out tokens or roles instead.',
  'regional-endpoint':
    'A regional endpoint takes no tokens. Give the resource a custom subdomain and use its endpoint first.',
  'openai-key-in-header':
    'The key also goes into a header. Use AzureOpenAI, or drop the header and let the API key be a token provider.',
  'inference-scope':
    'The scope of the token depends on the kind of endpoint, which cannot be read here. Move to the openai package, or write the scope.',
  'translator-resource':
    'The global endpoint takes a token only with the resource id and region of the Translator. Use the custom subdomain of the resource first.',
  'not-checked': 'This client may take a token, but the rewrite was not checked against it. Replace the key by hand.',
  'iot-device':
    'Devices take no tokens of Microsoft Entra. Give the device an X.509 certificate, or keep its key in a secure element.',
  'no-entra': '{service} takes no tokens of Microsoft Entra. Keep the secret in Key Vault.',
  'package-without-entra':
    'This package takes no tokens of Microsoft Entra. Move to one that does, or keep the secret in Key Vault.',
  'token-per-connection':
    'A token takes the place of the secret, but it ends after an hour: get one for each connection, in asynchronous code.',
  'database-connection-string':
    'The connection string of this driver cannot name the identity. Write its parts into a configuration object first.',
  'sql-login-in-string':
    'SqlClient takes the identity in the connection string: put Authentication=Active Directory Default in the place of user and password.',
  'redis-token-async':
    'A token takes the place of the key by ConfigureForAzureWithTokenCredentialAsync of Microsoft.Azure.StackExchangeRedis, in asynchronous code.',
  'database-url': 'The URL may hold user and password. Write host, user and database as options of their own first.',
  'cosmos-mongo-request-units':
    'Accounts of Cosmos DB for MongoDB with request units take no tokens from this driver. Keep the key in Key Vault.',
  'rest-header':
    'A token takes the place of the key in this header: an asynchronous call of getToken before each request.',
  'secret-used-elsewhere': 'The same secret is used in another way in this file that has no rewrite.',
  'endpoint-unknown':
    'The value does not tell the endpoint of {service}. Write the endpoint, then use DefaultAzureCredential.',
  'entity-in-connection-string':
    'The connection string may name an entity of {service} too. Pass that name as an argument of its own first.',
  'emulator-fallback':
    'The code falls back to the local emulator, which takes only keys. Choose between the two by another setting first.',
  'sas-url-in-setting':
    'The URL with its SAS comes from a setting. Store the URL without its query and pass a token credential.',
  'sas-needs-user-delegation-key':
    'A SAS signed with the account key needs a user delegation key instead: another, asynchronous API.',
  'account-sas': 'An account SAS has no form without the account key. Use a user delegation SAS or pass the identity.',
  'legacy-sdk': 'This package does not accept a token credential. Move to the current package of {service} first.',
  'package-too-old': 'The project has {name} {found}; the code without the secret needs {since}. Upgrade it first.',
  'client-side':
    "This code runs on a person's device, where no managed identity exists. Call your own backend instead.",
  'edge-runtime':
    'This code runs in an edge runtime, which has no managed identity. Move it to a server, or call your own backend.',
  'test-code': 'This is code of a test. It is left as it is: a test does not sign in with an identity.',
  'emulator-endpoint': 'The client leads to a local emulator or server, which takes no tokens of Microsoft Entra.',
  'emulator-in-settings':
    'Development runs against the emulator: {name} in {file}. It takes only keys. Choose between the emulator and Azure by another setting first.',
  'setting-in-schema': '{file} lists the setting {name}. Put the setting of the endpoint there first, then ask again.',
  'graph-app-permissions': 'Microsoft Graph needs its application permissions granted to the identity first.',
  'tenant-per-call': 'The tenant is chosen at run time. A managed identity belongs to one tenant.',
  'credential-options': 'The credential has options of its own that DefaultAzureCredential may not take.',
  'msal-federated-credential':
    'MSAL needs a client assertion from a managed identity (federated credential) instead of the secret.',
  'migrate-the-reader': 'The value is read by code. Migrate the client that reads it; this setting goes with it.',
  'setting-read-otherwise':
    '{file} reads this setting in a way that has no rewrite. Rotate the value and keep it in Key Vault.',
  'setting-without-reader':
    'Nothing in this project is known to read {name}. Delete it if nothing does; rotate the value, and keep it in Key Vault if it has to stay.',
  'no-known-client': 'No known Azure client uses this value here. Rotate it and keep it in Key Vault.',
  'not-in-code': 'The value stands outside code that can be rewritten. Rotate it and keep it in Key Vault.',
  'no-place-to-wait':
    'Nothing awaits here at start-up: the code would have to become asynchronous to load the secret from Key Vault.',
  'not-a-whole-string': 'The value is only a part of a text, so it cannot be replaced by a setting.',
  'name-taken': 'A name the rewritten code needs means something else in this file.',
  'edits-overlap': 'Two parts of this change touch the same code.',
  'nothing-to-do': 'There is nothing to migrate here any more.',
  'not-editable': 'A file of this change cannot be written.',
};

/** A legacy package whose successor is known. */
export const movedTo = (name: string): Refusal => ({
  id: 'legacy-sdk',
  message: say('This package does not accept a token credential. Move to {package} first.', { package: name }),
});

/** The same reasons with what they rest on: "package.json: @angular/core". */
const WITH_EVIDENCE: Readonly<Record<string, string>> = {
  'client-side':
    "This code runs on a person's device ({evidence}), where no managed identity exists. Call your own backend instead.",
  'edge-runtime':
    'This code runs in an edge runtime ({evidence}), which has no managed identity. Move it to a server, or call your own backend.',
  'test-code': 'This is code of a test ({evidence}). It is left as it is: a test does not sign in with an identity.',
};

/** @throws RangeError for an id that has no text: a refusal is never silent. */
export function refusal(id: string, service = '', args: Message['args'] = {}): Refusal {
  const template = 'evidence' in args ? WITH_EVIDENCE[id] : REFUSALS[id];
  if (template === undefined) throw new RangeError(`unknown refusal: ${id}`);
  return { id, message: say(template, service === '' ? args : { service, ...args }) };
}
