import type { Refusal } from '../core/finding';
import type { Message } from '../core/message';
import { say } from '../core/message';

/** Every reason why no edit is offered, by id. Templates may name the service. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'parse-error': 'The code around this use cannot be parsed yet. Finish typing, then try again.',
  'code-left-out':
    'Part of this file is nested too deeply to be analyzed, and may also use the secret. Simplify that part, then try again.',
  'code-not-read': 'The code of this file could not be analyzed, so no edit is offered.',
  'cannot-read-back': 'The rewritten file could not be parsed, or would still have the finding, so no edit is offered.',
  'file-changed': 'The file has changed since this fix was offered. Try again.',
  'dual-path':
    'The code already chooses between a secret and a credential. Keep the branch with the credential and delete the other.',
  'secret-from-parameter':
    'The secret is passed as a parameter. Replace the parameter with a token credential and an endpoint, then update the callers.',
  'library-key':
    'The package is published, and its users pass the key. First add an option for a token credential beside it.',
  'parameter-shared':
    'Several services use the parameter that holds the secret. First give each its own parameter for the endpoint.',
  'secret-from-field':
    'The secret comes from a field of the object. Make the field hold the endpoint, and pass a token credential.',
  'secret-from-options':
    'The secret comes from an options object. Replace it there with an endpoint, and set the endpoint where the options are created.',
  'field-shared':
    'Several services use the field that holds the secret. First give each service its own field for the endpoint.',
  'secret-from-function':
    'The secret comes from a function in this file. Make the function return the endpoint, and pass a token credential.',
  'secret-from-elsewhere': 'The secret comes from a place that cannot be traced in this file.',
  'secret-from-vault':
    'The secret is read from Key Vault. Read an endpoint from a setting instead, and pass a token credential. Delete the secret from the vault when nothing reads it any more.',
  'secret-imported':
    'The secret comes from another file, which has no place for an endpoint next to it. First export the endpoint from that file.',
  'setting-chain':
    'If the first setting is missing, the code reads a second one, which may hold another secret. Decide which one to keep, then try again.',
  'secret-reassigned': 'The variable that holds the secret is assigned more than once.',
  'secret-exported':
    'Other files import the secret from this file. Migrate those files first, or all of them together by hand.',
  'parsed-by-hand': 'The code parses the connection string itself. First replace that part.',
  'credential-elsewhere':
    'The key credential is also used in other places. First replace it there with a token credential.',
  'setting-tested':
    'Other code checks whether the setting {name} is set, and no setting replaces it. First change that code.',
  'several-principals':
    'The code signs in as several applications, but an identity is only one. First give each its own identity.',
  'options-elsewhere':
    'The options that hold the secret are also used in other places. First give this client its own options.',
  'options-scattered': 'The options that hold the secret are set in several places. First set them in one object.',
  subclass:
    'The client is a class of this project. Change its constructor to take an endpoint and a token credential, then update the callers.',
  'credential-read-back':
    'The code reads the key credential back from the client. A token credential has no account name or key. First pass them in another way.',
  'not-azure-endpoint':
    'The endpoint is not an Azure endpoint. The server at that address decides which credentials it accepts.',
  'options-unknown':
    'With a token, {service} needs one more option, but the options cannot be read here. First write them directly in the call.',
  'creates-resources':
    'A token for {service} can read and write data, but cannot create databases, containers, scripts or users, or change throughput. First do that with infrastructure as code.',
  'signs-with-key':
    'The code uses the key to sign access for others. An identity cannot sign for {service}. Issue tokens or assign roles instead.',
  'regional-endpoint':
    'Regional endpoints do not accept tokens. First give the resource a custom subdomain and use its endpoint.',
  'openai-key-in-header':
    'The key is also sent in a header. Use AzureOpenAI, or remove the header and pass a token provider as the API key.',
  'inference-scope':
    'The scope of the token depends on the type of endpoint, which cannot be determined here. Move to the openai package, or specify the scope.',
  'translator-resource':
    'The global endpoint accepts a token only with the resource ID and the region of the Translator resource. First use the custom subdomain of the resource.',
  'not-checked':
    'This client may accept a token, but the rewrite has not been verified for it. Replace the key by hand.',
  'own-way': 'This package takes an identity in a different form. Replace the secret by hand: {code}',
  'login-provider':
    "This package signs people in with the secret of an app registration, and cannot send a managed identity's token instead. Keep the secret in Key Vault.",
  'bot-password':
    'A bot signs in with this password. Create the bot with a user-assigned managed identity: MicrosoftAppType "UserAssignedMSI", without a password.',
  'iot-device':
    'Devices cannot use Microsoft Entra tokens. Give the device an X.509 certificate, or keep its key in a secure element.',
  'no-entra': '{service} does not accept Microsoft Entra tokens. Keep the secret in Key Vault.',
  'package-without-entra':
    'This package does not support Microsoft Entra tokens. Move to a package that does, or keep the secret in Key Vault.',
  'token-per-connection':
    'A token can replace the secret, but it expires after about an hour. Get a token for each connection, in asynchronous code.',
  'database-connection-string':
    'The connection string of this driver cannot specify an identity. First move its parts to a configuration object.',
  'sql-login-in-string':
    'SqlClient selects the identity in the connection string. Replace user and password with Authentication=Active Directory Default.',
  'redis-token-async':
    'A token can replace the key: call ConfigureForAzureWithTokenCredentialAsync of Microsoft.Azure.StackExchangeRedis, in asynchronous code.',
  'database-url': 'The URL can contain user and password. First pass host, user and database as separate options.',
  'cosmos-mongo-request-units':
    'Azure Cosmos DB for MongoDB accounts with request units do not accept tokens from this driver. Keep the key in Key Vault.',
  'rest-header':
    'A token can replace the key in this header. Call getToken, which is asynchronous, before each request.',
  'secret-used-elsewhere': 'This file also uses the same secret in a way that cannot be rewritten.',
  'endpoint-unknown':
    'The value does not contain the endpoint of {service}. Write the endpoint, then use DefaultAzureCredential.',
  'entity-in-connection-string':
    'The connection string can also contain the name of an entity of {service}. First pass that name as a separate argument.',
  'emulator-fallback':
    'The code falls back to the local emulator, which accepts only keys. First choose between the two with another setting.',
  'sas-url-in-setting':
    'The URL and its SAS come from a setting. Store the URL without the query string, and pass a token credential.',
  'sas-needs-user-delegation-key':
    'The SAS is signed with the account key. With an identity it needs a user delegation key, which has a different, asynchronous API.',
  'account-sas':
    'An account SAS always needs the account key. Use a user delegation SAS, or use the identity directly.',
  'legacy-sdk': 'This package does not support token credentials. First move to the current package for {service}.',
  'package-too-old':
    'The project has {name} {found}, but the code without the secret needs {since}. Upgrade the package first.',
  'client-side':
    "This code runs on a user's device, where there is no managed identity. Call your own backend instead.",
  'edge-runtime':
    'This code runs in an edge runtime, which has no managed identity. Move it to a server, or call your own backend.',
  'embedded-code':
    'Code in a page, a component or a script is not rewritten. Move it to a file of its own, or change it by hand.',
  'test-code': 'This is test code. It is not changed, because tests do not sign in with an identity.',
  'emulator-endpoint':
    'The client connects to a local emulator or server, which does not accept Microsoft Entra tokens.',
  'emulator-in-settings':
    'Development uses the emulator, through {name} in {file}. The emulator accepts only keys. First choose between the emulator and Azure with another setting.',
  'setting-in-schema': '{file} lists the setting {name}. First add the setting for the endpoint there, then try again.',
  'graph-app-permissions':
    'Microsoft Graph requires that its application permissions are granted to the identity first.',
  'tenant-per-call': 'The tenant is selected at run time, but a managed identity belongs to one tenant.',
  'credential-options': 'The credential has options that DefaultAzureCredential may not support.',
  'msal-federated-credential':
    'MSAL needs a client assertion from a managed identity (a federated credential) instead of the secret.',
  'migrate-the-reader': 'Code reads this value. Migrate the client that reads it; the setting is removed with it.',
  'setting-read-otherwise':
    '{file} reads this setting in a way that cannot be rewritten. Rotate the value and keep it in Key Vault.',
  'setting-used-elsewhere':
    'No client reads this value, but {file} names the setting. Change it there first, then delete the value here.',
  'setting-of-host':
    'The host of the app reads this setting by itself. Replace it with an identity-based connection, then delete the value here.',
  'setting-without-reader':
    'No code in this project seems to read {name}. Rotate the value. If nothing uses the setting, delete it; otherwise keep the value in Key Vault.',
  'no-known-client': 'No known Azure client uses this value. Rotate it and keep it in Key Vault.',
  'in-a-path':
    'Rename the file or the folder, and rotate the secret: lists of files, logs and the history of the repository hold it.',
  'not-in-code': 'The value is not in code that can be rewritten. Rotate it and keep it in Key Vault.',
  'login-outside-workflow':
    'Only a workflow can allow its jobs to ask for a token. Change the workflow that uses this file.',
  'login-several-ways':
    'The login has other inputs that say how to sign in. Decide which ones to keep, then delete the others.',
  'login-other-cloud':
    'The token for this cloud needs its own audience. Replace creds with client-id, tenant-id, subscription-id and audience by hand.',
  'login-too-old':
    'This version of azure/login does not support OpenID Connect, or its version is not known. First use version 2 or later.',
  'workflow-not-read':
    'The workflow is written in a way that cannot be changed safely. Follow the steps of the guidance.',
  'workflow-anchors': 'The workflow uses YAML anchors, so a change here can reach other jobs. Change it by hand.',
  'workflow-permissions-as-word':
    'The permissions are one word, which does not include id-token: write. First list the permissions that the job needs.',
  'workflow-token-used':
    'The job may use more permissions than to read the repository, and does not list them. First list them under permissions, then try again.',
  'workflow-called': 'Other workflows call this one. They must give it the permission id-token: write first.',
  'workflow-secret-chosen':
    'The secret is selected when the workflow runs. Replace the login by hand: each identity has IDs of its own.',
  'workflow-own-runner':
    'azure/login needs the Azure CLI, which the container or the runner of this job may not have. Install it there, then replace the secret by hand.',
  'publish-profile-app': 'Only the profile says which app is deployed. First add the input app-name.',
  'publish-profile-slot':
    'The profile may belong to a slot. Without it, the step would deploy to production. First add the input slot-name.',
  'publish-profile-action':
    'It is not known whether this action deploys without the profile. First move to azure/webapps-deploy or azure/functions-action.',
  'registry-unknown':
    'The workflow does not contain the name of the registry. If it is an Azure container registry, use azure/login and az acr login by hand.',
  'login-in-script':
    'A script signs in with the secret. Add a step with azure/login, client-id, tenant-id and subscription-id before it, then delete the command.',
  'login-in-pipeline':
    'A script signs in with the secret. Run it in the task AzureCLI@2, with a service connection that uses workload identity federation, and delete the command.',
  'only-the-setting':
    'The code stays as it is: it takes the identity from the connection string. Only the setting changes.',
  'file-not-read': 'The file, or this place in it, cannot be read well enough to be changed safely. Change it by hand.',
  'sql-old-client':
    'System.Data.SqlClient cannot sign in with Active Directory Default. First move the code and providerName to Microsoft.Data.SqlClient.',
  'odbc-login':
    'The ODBC driver selects the identity in the connection string: Authentication=ActiveDirectoryMsi replaces Uid and Pwd. Check that every reader uses driver 17.1 or later.',
  'jdbc-driver':
    'The JDBC driver can sign in with authentication=ActiveDirectoryDefault. First add azure-identity and version 12.2 or later of mssql-jdbc to the project.',
  'spring-starter': 'Spring can connect without a password. First add {package} to the project, then try again.',
  'spring-datasource':
    'Only a datasource of Spring Boot with a URL of Azure in the same file can do without the password. Change this one by hand.',
  'compose-two-values':
    'Services of this file give {name} different values, but a variable has only one. First give them different names.',
  'compose-name-set':
    'Compose reads {name} from {file}, where it has another value. First decide which of the two is right.',
  'docker-used-in-build':
    'Commands of the build may read {name}. Pass it to them with RUN --mount=type=secret, then delete the instruction.',
  'kubernetes-secret':
    'A Secret in a file is only encoded. Use workload identity instead: annotate the service account, label the pod, and delete the value.',
  'kubernetes-value':
    'The manifest holds the value itself. Use workload identity instead: annotate the service account, label the pod, and delete the value.',
  'kubernetes-kept':
    'Microsoft Entra does not replace this secret. Keep it in Key Vault, and mount it with the Secrets Store CSI driver and workload identity.',
  'login-elsewhere':
    'A script signs in with the secret. If the platform issues tokens of OpenID Connect, sign in with az login --service-principal --federated-token.',
  'terraform-several-ways':
    'The block has other arguments that say how to sign in. Decide which ones to keep, then delete the others.',
  'terraform-provider-too-old':
    'This version of the provider does not support OpenID Connect. First move to a newer version.',
  'binding-with-code':
    '{file} also reads this setting. First migrate the client there; then the trigger or binding can use an identity.',
  'binding-not-read':
    '{file} uses this setting in a way that is not known to work with an identity. Change it by hand.',
  'binding-old-argument':
    '{file} names the setting in an argument of an old extension, which cannot use an identity. First upgrade the extension.',
  'binding-needs-key': 'The trigger in {file} needs a connection string. Keep it in Key Vault.',
  'binding-creates':
    'The binding in {file} creates its database or container, which a token cannot do. First create it with infrastructure as code.',
  'binding-too-old': 'An identity needs {name} {since} or later. Upgrade it first, then try again.',
  'binding-version-unknown':
    'The version of {name} cannot be determined here, and old versions cannot use an identity.',
  'binding-setting-there': 'The setting {name} is there already. Decide which value is right, then delete the other.',
  'template-not-read':
    'The template is written in a way that cannot be changed safely. Follow the steps of the guidance.',
  'template-key-not-read':
    'The key is used in an expression that is not known here. Give the app the endpoint and an identity by hand.',
  'template-app-not-declared':
    'The app and the resource with the key are not both declared here once and without a condition. Change the templates together, by hand.',
  'template-other-scope':
    'The resource with the key is in another resource group, where a role is assigned through a module. Change it by hand.',
  'template-user-assigned':
    'The app has another identity than a system-assigned one, or it is not written here. Assign the role to it; a user-assigned one also needs {name}__credential and {name}__clientId.',
  'template-code-reads':
    'The code that reads {name} is not in this workspace, or does not use an identity yet. First migrate the code; then give the app the endpoint instead of the key.',
  'template-arm':
    'A template in JSON is not changed. Decompile it to Bicep (az bicep decompile), or give the app an identity, a role and the endpoint by hand.',
  'key-in-output':
    'Everyone who may read deployments or the state can read this output. Delete it, and give its readers the name of the resource and a role.',
  'search-not-complete': 'Not every file could be searched for readers of this setting, so nothing is changed.',
  'no-place-to-wait':
    'This code does not run asynchronously at startup, which loading the secret from Key Vault requires.',
  'not-a-whole-string': 'The value is only part of a string, so a setting cannot replace it.',
  'name-taken': 'A name that the rewritten code needs already has another meaning in this file.',
  'edits-overlap': 'Two parts of this change edit the same code.',
  'nothing-to-do': 'There is nothing left to migrate here.',
  'not-editable': 'A file that this change needs cannot be written.',
};

/** A legacy package whose successor is known. */
export const movedTo = (name: string): Refusal => ({
  id: 'legacy-sdk',
  message: say('This package does not support token credentials. First move to {package}.', { package: name }),
});

/** The same reasons with what they rest on: "package.json: @angular/core". */
const WITH_EVIDENCE: Readonly<Record<string, string>> = {
  'client-side':
    "This code runs on a user's device ({evidence}), where there is no managed identity. Call your own backend instead.",
  'edge-runtime':
    'This code runs in an edge runtime ({evidence}), which has no managed identity. Move it to a server, or call your own backend.',
  'test-code': 'This is test code ({evidence}). It is not changed, because tests do not sign in with an identity.',
};

/** @throws RangeError for an id that has no text: a refusal is never silent. */
export function refusal(id: string, service = '', args: Message['args'] = {}): Refusal {
  const template = 'evidence' in args ? WITH_EVIDENCE[id] : REFUSALS[id];
  if (template === undefined) throw new RangeError(`unknown refusal: ${id}`);
  return { id, message: say(template, service === '' ? args : { service, ...args }) };
}
