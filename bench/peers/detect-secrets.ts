import path from 'node:path';
import type { Peer } from './peer';

interface Output {
  readonly results: Readonly<
    Record<string, readonly { readonly type: string; readonly line_number: number; readonly hashed_secret: string }[]>
  >;
}

export const detectSecrets: Peer = {
  id: 'detect-secrets',
  program: 'detect-secrets',
  version: ['--version'],
  kinds: [
    [/^Azure Storage Account access key$/, /^(?:storage|cosmos)-/],
    [/^Private Key$/, /^private-key$/],
  ],
  prepare: (_, folder) => ({
    arguments: ['-C', folder, 'scan', '--all-files', '--no-verify'],
    results: (stdout) =>
      Object.entries((JSON.parse(stdout) as Output).results).flatMap(([file, found]) =>
        found.map(({ type, line_number, hashed_secret }) => ({
          file: path.resolve(folder, file),
          rule: type,
          line: line_number,
          sha1: hashed_secret,
        })),
      ),
  }),
};
