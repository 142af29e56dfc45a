import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { jsonLines } from './peer';
import type { Peer } from './peer';

interface Line {
  readonly rule: { readonly id: string; readonly name: string };
  readonly finding: { readonly path: string; readonly line: number; readonly snippet: string };
}

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null && 'finding' in value;

export const kingfisher: Peer = {
  id: 'kingfisher',
  program: 'kingfisher',
  version: ['--version'],
  kinds: [
    [/azure.*(?:storage)/i, /^(?:storage-account-key|storage-connection-string|cosmos-connection-string)$/],
    [/azure.*(?:ad|entra|client)/i, /^entra-client-secret|^service-principal-json$/],
    [/azure.*devops/i, /^devops-pat$/],
    [/azure.*openai/i, /^azure-openai-key$/],
    [/azure.*(?:search|cognitive)/i, /^search-key$/],
    [/azure.*(?:container|acr|registry)/i, /^acr-password$/],
    [/azure.*(?:api.?management|apim)/i, /^apim-/],
    [/azure.*app.?config/i, /^appconfig-/],
    [/azure.*cosmos/i, /^cosmos-/],
    [/azure.*function/i, /^functions-key$/],
    [/azure.*(?:service.?bus|event.?hub)/i, /^(?:servicebus|eventhubs|relay|notificationhubs)-connection-string$/],
    [/azure.*iot/i, /^iot/],
    [/azure.*(?:sas|shared.?access)/i, /sas$/],
    [/teams/i, /^teams-webhook$/],
    [/databricks/i, /^databricks-pat$/],
    [/private.?key|pem/i, /^private-key$/],
    [/kubernetes/i, /^kubernetes-secret-data$/],
    [/postgres/i, /^postgres-/],
    [/mysql/i, /^mysql-/],
    [/mongo/i, /^cosmos-mongo-url$/],
    [/redis/i, /^redis-/],
    [/jdbc/i, /jdbc$|^mysql-url$/],
    [/odbc|sql.?server/i, /^sql-/],
  ],
  prepare(program, folder, work) {
    const report = path.join(work, 'kingfisher.jsonl');
    const rules = path.join(work, 'kingfisher-rules');
    const nothing = path.join(work, 'nothing');
    mkdirSync(nothing, { recursive: true });
    const switches = [
      '--no-validate',
      '--no-update-check',
      '--no-dedup',
      '--git-history',
      'none',
      '--rule-cache-dir',
      rules,
    ];
    // Its rules are compiled once, at the first run; that is not counted.
    spawnSync(program, ['scan', nothing, ...switches, '--format', 'jsonl'], { stdio: 'ignore' });
    return {
      arguments: ['scan', folder, ...switches, '--format', 'jsonl', '--output', report],
      results: () =>
        jsonLines(readFileSync(report, 'utf8'))
          .filter(isLine)
          .map(({ rule, finding }) => ({
            file: finding.path,
            rule: `${rule.id} ${rule.name}`,
            line: finding.line,
            secret: finding.snippet,
          })),
    };
  },
};
