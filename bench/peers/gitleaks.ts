import path from 'node:path';
import { readJson } from './peer';
import type { Peer } from './peer';

interface Leak {
  readonly File: string;
  readonly RuleID: string;
  readonly StartLine: number;
  readonly Secret: string;
}

export const gitleaks: Peer = {
  id: 'gitleaks',
  program: 'gitleaks',
  version: ['version'],
  kinds: [
    [/^azure-ad-client-secret$/, /^entra-client-secret/],
    [/^private-key$/, /^private-key$/],
    [/^microsoft-teams-webhook$/, /^teams-webhook$/],
    [/^databricks-api-token$/, /^databricks-pat$/],
    [/^kubernetes-secret-yaml$/, /^kubernetes-secret-data$/],
  ],
  prepare(_, folder, work) {
    const report = path.join(work, 'gitleaks.json');
    return {
      arguments: ['dir', folder, '--no-banner', '--report-format', 'json', '--report-path', report, '--exit-code', '0'],
      results: () =>
        (readJson(report) as Leak[]).map(({ File, RuleID, StartLine, Secret }) => ({
          file: File,
          rule: RuleID,
          line: StartLine,
          secret: Secret,
        })),
    };
  },
};
