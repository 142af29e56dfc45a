import type { Sdk } from './pattern';
import { refuse, rewrite, sdk } from './pattern';

/** The secret of an app registration, where the packages beside it tell which service it opens. */
export const clientSecret: Sdk = sdk('@azure/identity', [
  rewrite('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET)', '$CREDENTIAL'),
  refuse('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET, $OPTIONS)', 'credential-options'),
]);

/** True where the packages of Azure in a text, the one of credentials aside, are all of one service. */
export function usesOnly(packages: RegExp): (code: string, text: string) => boolean {
  return (code, text) => {
    if (!code.includes('ClientSecretCredential')) return true;
    const used = [...text.matchAll(/["'](@(?:azure|azure-rest|microsoft)\/[\w-]+)["'/]/g)].flatMap(
      (hit) => hit[1] ?? [],
    );
    const others = used.filter((name) => name !== '@azure/identity');
    return others.length > 0 && others.every((name) => packages.test(name));
  };
}
