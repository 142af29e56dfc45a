import type { ConnectionParts } from '../service';
import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

const SERVER = /\.database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|\.database\.fabric\.microsoft\.com/i;

/** The connection string of SqlClient with the identity in the place of user and password. */
function passwordless(parts: ConnectionParts): string | null {
  if (!SERVER.test(parts['Server'] ?? parts['Data Source'] ?? '')) return null;
  const kept = Object.entries(parts)
    .filter(([key]) => !/^(?:user|uid)/i.test(key))
    .map(([key, value]) => `${key}=${value ?? ''}`);
  return [...kept, 'Authentication=Active Directory Default', ''].join(';');
}

export const sql = defineService({
  id: 'sql',
  title: 'Azure SQL Database',
  secrets,
  endpoint: passwordless,
  endpointWords: ['sql', 'connection', 'string'],
  // The driver serves any SQL Server.
  claims: (code, text) => /azure/i.test(code) || SERVER.test(text) || /AZURE_SQL/i.test(text),
  byHand: [
    'Create a user for the identity in the database (CREATE USER ... FROM EXTERNAL PROVIDER). A user-assigned identity also needs its client ID: options.clientId of the login, or AZURE_CLIENT_ID.',
  ],
  // Its providers of Microsoft Entra moved. Source: release notes of SqlClient 7.0; EF Core 10 still brings version 6.
  companions: [
    { package: 'Microsoft.Data.SqlClient', since: '7.0.0', needs: 'Microsoft.Data.SqlClient.Extensions.Azure' },
    {
      package: 'Microsoft.EntityFrameworkCore.SqlServer',
      since: '11.0.0',
      needs: 'Microsoft.Data.SqlClient.Extensions.Azure',
    },
  ],
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
