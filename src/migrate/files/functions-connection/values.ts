import type { Redacted } from '../../../core/redacted';
import { partsOf } from '../../../detect/connection-string';
import { serviceOf } from '../../../services/index';
import type { Connection } from './connection';
import { SERVICE_OF } from './sorts';
import type { Part } from './sorts';

/** One setting in place of the connection string. */
export interface PartValue {
  readonly part: Part;
  readonly value: string;
  /** Id of the service whose endpoint it holds. */
  readonly service: string;
}

/** Hosts of Azure's own services: at another address the server decides what it takes. */
const AZURE =
  /^(?:https:\/\/)?[\w-]{1,100}(?:\.[\w-]{1,60})?\.(?:core|servicebus)\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)\/?$|^https:\/\/[\w-]{1,100}\.documents\.azure\.(?:com|cn|us)(?::443)?\/?$|^https:\/\/[\w-]{1,100}\.service\.signalr\.(?:net|azure\.(?:us|cn))\/?$/;

/** The parts of a connection with the service whose endpoint each holds, in order. */
export function partsOfConnection({ bindings }: Pick<Connection, 'bindings'>): readonly Omit<PartValue, 'value'>[] {
  const found = new Map<Part, string>();
  for (const { sort, direction } of bindings)
    for (const part of sort.parts(direction) ?? []) found.set(part, SERVICE_OF[part] ?? sort.service);
  return [...found].map(([part, service]) => ({ part, service }));
}

const endpointOf = (secret: Redacted, service: string): string | null => {
  const endpoint = serviceOf(service)?.endpoint(partsOf(secret)) ?? null;
  return endpoint !== null && AZURE.test(endpoint) ? endpoint : null;
};

/** The settings that bindings need in place of the string, with what it tells; null where it does not tell all of them. */
export function valuesFor(connection: Connection, secret: Redacted): readonly PartValue[] | null {
  const values = partsOfConnection(connection).map((one) => ({ ...one, value: endpointOf(secret, one.service) }));
  return values.every((one): one is PartValue => one.value !== null) ? values : null;
}

/** The settings of the host's own storage: the name of the account, or its addresses where they are not the usual ones. */
export function hostValues(secret: Redacted): readonly PartValue[] | null {
  const {
    AccountName,
    EndpointSuffix = 'core.windows.net',
    BlobEndpoint,
    QueueEndpoint,
    TableEndpoint,
  } = partsOf(secret);
  const isUsual = EndpointSuffix === 'core.windows.net' && !BlobEndpoint && !QueueEndpoint && !TableEndpoint;
  if (AccountName !== undefined && isUsual && /^[a-z0-9]{3,24}$/.test(AccountName))
    return [{ part: 'accountName', value: AccountName, service: 'functions-host' }];
  const parts = ['blobServiceUri', 'queueServiceUri', 'tableServiceUri'] as const;
  const values = parts.map((part) => {
    const service = SERVICE_OF[part] ?? '';
    return { part, service, value: endpointOf(secret, service) };
  });
  return values.every((one): one is PartValue & (typeof values)[number] => one.value !== null) ? values : null;
}

/** What of a connection string bindings would read and a setting for an identity has no place for: the name of an entity. */
export const hasEntity = (secret: Redacted): boolean => partsOf(secret)['EntityPath'] !== undefined;
