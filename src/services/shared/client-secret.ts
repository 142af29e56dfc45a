import type { Sdk } from '../pattern';
import { refuse, rewrite, sdk } from '../pattern';

/** The secret of an app registration, where the packages beside it tell which service it opens. */
export const clientSecret: Sdk = sdk('@azure/identity', [
  rewrite('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET)', '$CREDENTIAL'),
  refuse('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET, $OPTIONS)', 'credential-options'),
]);

/** Packages of Azure that a text imports, in JavaScript and in C#. */
const IMPORTS =
  /["'](@(?:azure|azure-rest|microsoft)\/[\w-]{1,100})["'/]|^\s{0,99}using\s{1,99}((?:Azure|Microsoft\.(?:Azure|Graph))\.[\w.]{1,100})\s{0,99};/gm;

/** True where the packages of Azure in a text, the one of credentials aside, are all of one service. */
export function usesOnly(packages: RegExp): (code: string, text: string) => boolean {
  return (code, text) => {
    if (!code.includes('ClientSecretCredential')) return true;
    const used = [...text.matchAll(IMPORTS)].flatMap(([, script, net]) => script ?? net ?? []);
    const others = used.filter((name) => !/^(?:@azure\/identity|Azure\.(?:Identity|Core))$/.test(name));
    return others.length > 0 && others.every((name) => packages.test(name));
  };
}

/** The same of .NET. */
export const netClientSecret: Sdk = sdk('Azure.Identity', [
  rewrite('new ClientSecretCredential(tenantId: $TENANT, clientId: $CLIENT_ID, clientSecret: $SECRET)', '$CREDENTIAL'),
  refuse('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET, $OPTIONS)', 'credential-options'),
]);
