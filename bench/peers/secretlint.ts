import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './peer';
import type { Peer } from './peer';

interface File {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string;
    readonly range: readonly [number, number];
    readonly loc: { readonly start: { readonly line: number } };
  }[];
}

/** secretlint's CLI with its recommended preset. */
export const secretlint: Peer = {
  id: 'secretlint CLI',
  program: 'secretlint',
  batches: true,
  version: ['--version'],
  kinds: [
    [/rule-privatekey$/, /^private-key$/],
    [/rule-databricks$/, /^databricks-pat$/],
    [/rule-database-connection-string$/, /^(?:postgres|mysql)-url$|^cosmos-mongo-url$|^redis-url$/],
  ],
  prepare(_, folder, work) {
    const configuration = path.join(work, 'secretlintrc.json');
    const ignored = path.join(work, 'secretlintignore');
    const report = path.join(work, 'secretlint.json');
    writeFileSync(configuration, JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] }));
    writeFileSync(ignored, '');
    return {
      arguments: [
        ...['--secretlintrc', configuration, '--secretlintignore', ignored, '--format', 'json'],
        ...['--output', report, path.join(folder, '**/*')],
      ],
      results: () =>
        (readJson(report) as File[]).flatMap(({ filePath, messages }) =>
          messages.map(({ ruleId, range, loc }) => ({ file: filePath, rule: ruleId, line: loc.start.line, range })),
        ),
    };
  },
};
