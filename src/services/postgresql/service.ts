import type { ConnectionParts } from '../service';
import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

const HOST = /\.postgres\.database\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)/i;

/** The connection string of Npgsql without its password, for a token in the place of that. */
function passwordless(parts: ConnectionParts): string | null {
  if (!HOST.test(parts['Host'] ?? parts['Server'] ?? '') || !parts['Username']) return null;
  return Object.entries(parts)
    .map(([key, value]) => `${key}=${value ?? ''}`)
    .join(';');
}

export const postgresql = defineService({
  id: 'postgresql',
  title: 'Azure Database for PostgreSQL',
  secrets,
  endpoint: passwordless,
  endpointWords: ['postgres', 'connection', 'string'],
  // The driver serves any PostgreSQL server.
  claims: (code, text) =>
    !/\bUse(?:Periodic)?PasswordProvider\b|\bUseEntraAuthentication\b/.test(text) &&
    (/azure/i.test(code) || HOST.test(text) || /AZURE_POSTGRESQL/i.test(text)),
  byHand: ['Set the user to the role made for the identity in the database, without @server.'],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
