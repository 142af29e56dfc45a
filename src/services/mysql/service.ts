import type { ConnectionParts } from '../service';
import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

const HOST = /\.mysql\.database\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)/i;

/** The connection string of MySqlConnector without its password, for a token in the place of that. */
function passwordless(parts: ConnectionParts): string | null {
  if (!HOST.test(parts['Server'] ?? parts['Host'] ?? '')) return null;
  if (!(parts['User ID'] ?? parts['Uid'] ?? parts['Username'])) return null;
  return Object.entries(parts)
    .map(([key, value]) => `${key}=${value ?? ''}`)
    .join(';');
}

export const mysql = defineService({
  id: 'mysql',
  title: 'Azure Database for MySQL',
  secrets,
  endpoint: passwordless,
  endpointWords: ['mysql', 'connection', 'string'],
  // The driver serves any MySQL server.
  claims: (code, text) =>
    !/\bUsePeriodicPasswordProvider\b|\bProvidePasswordCallback\b/.test(text) &&
    (/azure/i.test(code) || HOST.test(text) || /AZURE_MYSQL/i.test(text)),
  byHand: ['Set the user to the one made for the identity in the database (CREATE AADUSER).'],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
