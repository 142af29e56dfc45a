import type { YamlMap, YamlNode, YamlPair } from '../../../formats/yaml/tree';

/** A step of azure/login with the job it belongs to. */
export interface Login {
  readonly root: YamlNode;
  readonly job: YamlPair;
  readonly step: YamlMap;
  /** The input with the secret. */
  readonly creds: YamlPair;
  /** Name of the secret. */
  readonly secret: string;
}

/** `AZURE_CREDENTIALS_DEV` gives `AZURE_CLIENT_ID_DEV`: two secrets are two identities. */
export const variableFor = (secret: string, what: string): string =>
  /CRED(?:ENTIAL)?S?/.test(secret) ? secret.replace(/CRED(?:ENTIAL)?S?/, what) : `${secret}_${what}`;
