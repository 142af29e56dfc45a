import type { Message } from '../core/message';
import { say } from '../core/message';
import type { Tracking } from '../core/tracking';
import { secretKinds } from '../detect/kinds/index';
import { otherKinds } from '../detect/others';

/** What a leaked value gives access to, by secret kind; Azure's own kinds win. */
const opens: ReadonlyMap<string, Message> = new Map(
  [...otherKinds, ...secretKinds].map((kind) => [kind.id, kind.opens]),
);

/** Who may have the value, by what Git does with the file. */
const leaked: Readonly<Record<Tracking, Message>> = {
  tracked: say(
    'Git tracks this file, so the value is in the history of the repository from its first commit on, in its clones, in build logs and in backups. Treat it as leaked: removing it from the file is not enough. Rotate it.',
  ),
  untracked: say(
    'Git does not track this file yet. The next commit of all files puts the value into the history, where it stays. Remove it before that, and rotate it if anyone else can read the file.',
  ),
  ignored: say(
    'Git ignores this file, so commits leave the value out. It is still plain text for everyone who can read the folder, its backups or an image that is built from it. Rotate it if the file was ever shared or committed.',
  ),
  none: say(
    'This file is in no Git repository. The value is plain text for everyone who can read the file, its copies or its backups. Rotate it if the file was shared.',
  ),
  unknown: say(
    'The value is plain text in the file. If the file is in a repository, the value is also in its history, in its clones, in build logs and in backups. Treat it as leaked: removing it from the file is not enough. Rotate it.',
  ),
};
const keyAuth = say(
  'This code authenticates with a secret that it reads from elsewhere. Such a secret is long-lived, shared by everyone who can read the setting, shows no identity in logs and must be rotated by hand. A managed identity needs none of that.',
);
const infra = say(
  'The template exposes a key or leaves key access enabled. Anyone who can read the deployment or list the keys gets access without an identity.',
);

const login = say(
  'The workflow signs in with a client secret that is stored with the repository. It is valid for months, and everyone who can change a workflow can use it. A token that GitHub issues for one job needs no secret.',
);

/**
 * Why a finding of this rule matters, in the order to say it; empty for an unknown rule.
 * @param tracking what Git does with the file of a hardcoded value
 */
export function why(rule: string, tracking: Tracking = 'unknown'): readonly Message[] {
  const [family = '', kind = ''] = rule.split('/', 2);
  switch (family) {
    case 'hardcoded': {
      const own = opens.get(kind);
      return own === undefined ? [leaked[tracking]] : [leaked[tracking], own];
    }
    case 'key-auth':
      return [keyAuth];
    case 'infra':
      return [kind === 'login-with-secret' ? login : infra];
    default:
      return [];
  }
}
