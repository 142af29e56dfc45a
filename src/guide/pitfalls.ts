import type { Message } from '../core/message';
import { say } from '../core/message';
import type { Situation } from '../steps/situation';

type Applies = (situation: Situation) => boolean;

const onManaged: Applies = ({ host }) => host.kind === 'managed';
const withRole: Applies = ({ identity: { grant } }) => grant.kind === 'rbac';

/** What people stumble over, with the situations it can happen in. */
const table: readonly (readonly [Applies, Message])[] = [
  [
    withRole,
    say(
      '403 after a minute: a new role assignment takes up to ten minutes, with some services thirty. Wait and try again; do not widen the role.',
    ),
  ],
  [
    withRole,
    say(
      'Contributor and Owner manage the resource and often give no access to its data, but can list its keys: the worst of both. Grant the data role.',
    ),
  ],
  [
    onManaged,
    say(
      '"No managed identity endpoint found": the identity is not switched on, a slot has none of its own, or the object id was given where the client id belongs.',
    ),
  ],
  [
    ({ choice }) => choice === 'user-assigned' || choice === 'federated',
    say('Two ids: roles are granted to the principal (object) id, the code selects the identity by its client id.'),
  ],
  [
    () => true,
    say(
      'AZURE_CLIENT_SECRET still set: the environment comes first in the chain, so the old application keeps answering.',
    ),
  ],
  [
    ({ host }) => host.kind === 'federated',
    say(
      'A wrong issuer or subject is accepted when the trust is made and fails when the token is traded (AADSTS70021, AADSTS700213).',
    ),
  ],
  [
    () => true,
    say(
      'Code that asks for tokens itself must name the right audience, with /.default: a token for another service gives 401.',
    ),
  ],
  [
    () => true,
    say('Firewalls and private endpoints still apply: a 403 can come from the network and not from the role.'),
  ],
  [
    ({ endpointSetting }) => endpointSetting !== undefined,
    say(
      'A connection string carries more than the key: entity, database, endpoint suffix and port become arguments or settings of their own.',
    ),
  ],
  [
    ({ identity }) => identity.disableKeys !== undefined,
    say(
      'Key access switched off too early: other applications, Functions content shares, Logic Apps connections and portal tools may still use the key.',
    ),
  ],
  [
    onManaged,
    say(
      'Tokens of a managed identity are cached for up to about 24 hours: a removed right, or one granted through a group, shows late. Grant roles to the identity itself.',
    ),
  ],
  [
    onManaged,
    say('Everyone who can run code on the host can get its token: one identity for each workload and environment.'),
  ],
  [
    ({ choice }) => choice === 'system-assigned',
    say(
      'Delete and create the resource again, or move its subscription to another tenant, and the identity is a new one without roles.',
    ),
  ],
];

export const pitfalls = (situation: Situation): Message[] =>
  table.filter(([applies]) => applies(situation)).map(([, message]) => message);
