import type { Message } from '../core/message';
import { say } from '../core/message';

/** What a leaked value of these secret kinds opens. The first that matches the kind speaks. */
const families: readonly (readonly [RegExp, Message])[] = [
  [
    /^(?:storage-account-key|storage-connection-string|cosmos-|batch-key)/,
    say('The key opens all data of the account, for reading and writing, and no log tells who used it.'),
  ],
  [
    /(?:-sas|sas-url|servicebus-|iothub-|eventgrid-key)/,
    say('It works from anywhere, for whoever holds it, until it expires or the key behind it is renewed.'),
  ],
  [
    /^(?:entra-|service-principal-json|certificate|pfx-password)/,
    say('It signs in as the application, from anywhere, with every permission the application has.'),
  ],
  [
    /^(?:sql-|postgres-|mysql-|redis-|vm-admin|publish-profile|acr-|kubernetes-secret)/,
    say('A password is shared by everyone who has read it, and rarely changed.'),
  ],
  [
    /^(?:private-key|aspnet-machinekey)/,
    say('Whoever holds the private key can act as its owner, and read what was encrypted for it.'),
  ],
  [
    /(?:-pat|github|gitlab|npm|slack|teams-webhook)/,
    say('A token acts as the person who made it, with all their rights, until it is revoked.'),
  ],
  [
    /(?:-key|connection-string|aws|gcp|google)/,
    say('A key is valid for whoever holds it, from anywhere, until somebody renews it.'),
  ],
];

const leaked = say(
  'The value stands in the file, and so in the history of the repository, in its clones, in build logs and backups. Treat it as leaked: deleting it from the file is not enough, it must be made useless.',
);
const keyAuth = say(
  'This code authenticates with a secret that comes from elsewhere. The secret is long-lived, shared by all who can read the setting, names nobody in the logs, and must be rotated by hand. An identity needs none of that.',
);
const infra = say(
  'The template hands out a key, or leaves key access switched on: whoever reads the deployment or lists the keys gets in without an identity.',
);

/** Why a finding of this rule matters, in the order to say it; empty for an unknown rule. */
export function why(rule: string): readonly Message[] {
  const at = rule.indexOf('/');
  const kind = rule.slice(at + 1);
  switch (rule.slice(0, Math.max(0, at))) {
    case 'hardcoded': {
      const family = families.find(([pattern]) => pattern.test(kind));
      return family === undefined ? [leaked] : [leaked, family[1]];
    }
    case 'key-auth':
      return [keyAuth];
    case 'infra':
      return [infra];
    default:
      return [];
  }
}
