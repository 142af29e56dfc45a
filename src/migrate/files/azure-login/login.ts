import { textOf } from '../../../formats/yaml/tree';
import type { YamlPair } from '../../../formats/yaml/tree';
import { secretIn } from '../workflow/workflow';
import type { WorkflowStep } from '../workflow/workflow';

/** A step of azure/login with a secret. */
export interface Login extends WorkflowStep {
  /** The input with the secret. */
  readonly creds: YamlPair;
  /** Name of the secret. */
  readonly secret: string;
  /** The IDs, where the input names them beside the secret; null where they are in it. */
  readonly ids: Ids | null;
}

/** What an app signs in with beside its secret, as the workflow writes it. */
export interface Ids {
  readonly client: string;
  readonly tenant: string;
  readonly subscription: string | null;
}

/** `AZURE_CREDENTIALS_DEV` gives `AZURE_CLIENT_ID_DEV`: two secrets are two identities. */
export const variableFor = (secret: string, what: string): string =>
  /CRED(?:ENTIAL)?S?/.test(secret) ? secret.replace(/CRED(?:ENTIAL)?S?/, what) : `${secret}_${what}`;

const EXPRESSION = /\$\{\{[^{}]{1,200}\}\}/g;

/** Parts of a JSON of credentials, with expressions in them; null where it is no such JSON. */
function partsOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** An ID, or one expression. */
const idIn = (value: unknown): string | null =>
  typeof value === 'string' && /^(?:[\w-]{1,100}|\$\{\{[^{}"'\r\n]{1,200}\}\})$/.test(value) ? value : null;

/** What the input `creds` holds: a secret with all of it, or a JSON of IDs and a secret. Null for anything else. */
export function credentialsIn(creds: YamlPair): Pick<Login, 'secret' | 'ids'> | null {
  const secret = secretIn(creds.value);
  if (secret !== null) return { secret, ids: null };
  const text = textOf(creds.value) ?? '';
  const parts = text.replace(EXPRESSION, '').includes('$') ? null : partsOf(text);
  const own = /^\$\{\{\s{0,99}secrets\.(\w{1,100})\s{0,99}\}\}$/.exec(String(parts?.['clientSecret']))?.[1];
  const [client, tenant] = [idIn(parts?.['clientId']), idIn(parts?.['tenantId'])];
  if (own === undefined || client === null || tenant === null) return null;
  return { secret: own, ids: { client, tenant, subscription: idIn(parts?.['subscriptionId']) } };
}
