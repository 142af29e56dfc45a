import type { Redacted } from '../core/redacted';
import { decode } from './encoding';

/** Keys that may come out, by their usual spelling. A list of what is harmless, not of what is secret: new keys stay in. */
const HARMLESS = [
  'DefaultEndpointsProtocol',
  'AccountName',
  'EndpointSuffix',
  'BlobEndpoint',
  'QueueEndpoint',
  'TableEndpoint',
  'FileEndpoint',
  'DfsEndpoint',
  'BlobSecondaryEndpoint',
  'QueueSecondaryEndpoint',
  'TableSecondaryEndpoint',
  'FileSecondaryEndpoint',
  'UseDevelopmentStorage',
  'AccountEndpoint',
  'Database',
  'Endpoint',
  'SharedAccessKeyName',
  'EntityPath',
  'HostName',
  'DeviceId',
  'ModuleId',
  'GatewayHostName',
  'Id',
  'Version',
  'Port',
  'AuthType',
  // SqlClient
  'Server',
  'Data Source',
  'Initial Catalog',
  'Encrypt',
  'TrustServerCertificate',
  'Trust Server Certificate',
  'MultipleActiveResultSets',
  'Multiple Active Result Sets',
  'Connection Timeout',
  'Connect Timeout',
  'Command Timeout',
  'Persist Security Info',
  'Application Name',
  'ApplicationIntent',
  'Max Pool Size',
  'Min Pool Size',
  'Pooling',
  // Npgsql, MySqlConnector
  'User ID',
  'Uid',
  'Host',
  'Username',
  'SSL Mode',
  'SslMode',
  'Timeout',
  'Keepalive',
  'Search Path',
  'Maximum Pool Size',
  'Minimum Pool Size',
] as const;

const USUAL = new Map(HARMLESS.map((key) => [key.toLowerCase(), key] as const));

/** An address without user, password, query and fragment, where secrets may be; empty where that cannot be told. */
function bare(url: string): string {
  const plain = url.replace(/^([A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/)[^/]{0,2000}@/, '$1').replace(/[?#].*$/s, '');
  return /:\/\//.test(plain) && !/^[^:]{1,200}:\/\/[\w.-]{1,100}(?::\d{1,5})?(?:\/[^@]{0,2000})?$/.test(plain)
    ? ''
    : plain;
}

/**
 * The parts of a connection string that are not secret, under their usual spelling; of a URL, `Url` without its query.
 * Unknown keys are left out, since any of them could be secret.
 */
export function partsOf(value: Redacted): Readonly<Record<string, string>> {
  const text = decode(value.reveal()).trim();
  if (/^[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\//.test(text)) return { Url: bare(text.split(';')[0] ?? '') };
  const parts: Record<string, string> = {};
  for (const pair of text.split(';')) {
    const at = pair.indexOf('=');
    const key = USUAL.get(pair.slice(0, Math.max(0, at)).trim().toLowerCase());
    if (key === undefined || parts[key] !== undefined) continue;
    const part = bare(pair.slice(at + 1).trim());
    // No harmless part holds an equals sign; a lost semicolon would bring a secret one along.
    if (part !== '' && !part.includes('=')) parts[key] = part;
  }
  return parts;
}
