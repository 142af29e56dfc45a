import type { Message } from '../core/message';
import { say } from '../core/message';
import { secretKinds } from '../detect/kinds/index';
import { otherKinds } from '../detect/others';

/** What a leaked value gives access to, by secret kind; Azure's own kinds win. */
const opens: ReadonlyMap<string, Message> = new Map(
  [...otherKinds, ...secretKinds].map((kind) => [kind.id, kind.opens]),
);

const leaked = say(
  'The value is in the file, and therefore in the history of the repository, in its clones, in build logs and in backups. Treat it as leaked: removing it from the file is not enough. Rotate it.',
);
const keyAuth = say(
  'This code authenticates with a secret that it reads from elsewhere. Such a secret is long-lived, shared by everyone who can read the setting, shows no identity in logs and must be rotated by hand. A managed identity needs none of that.',
);
const infra = say(
  'The template exposes a key or leaves key access enabled. Anyone who can read the deployment or list the keys gets access without an identity.',
);

const login = say(
  'The workflow signs in with a client secret that is stored with the repository. It is valid for months, and everyone who can change a workflow can use it. A token that GitHub issues for one job needs no secret.',
);

/** Why a finding of this rule matters, in the order to say it; empty for an unknown rule. */
export function why(rule: string): readonly Message[] {
  const [family = '', kind = ''] = rule.split('/', 2);
  switch (family) {
    case 'hardcoded': {
      const own = opens.get(kind);
      return own === undefined ? [leaked] : [leaked, own];
    }
    case 'key-auth':
      return [keyAuth];
    case 'infra':
      return [kind === 'login-with-secret' ? login : infra];
    default:
      return [];
  }
}
