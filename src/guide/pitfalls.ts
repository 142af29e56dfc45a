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
      'A 403 error shortly after you assign a role: a new role assignment takes up to 10 minutes, for some services 30. Wait and try again. Do not assign a broader role.',
    ),
  ],
  [
    withRole,
    say(
      'Contributor and Owner manage the resource. They often give no access to its data, but can list its keys. Assign the data role instead.',
    ),
  ],
  [
    onManaged,
    say(
      'The error "No managed identity endpoint found": the identity is not enabled, the slot has no identity of its own, or the object ID was used instead of the client ID.',
    ),
  ],
  [
    ({ choice }) => choice === 'user-assigned' || choice === 'federated',
    say('An identity has two IDs. Roles are assigned to its principal (object) ID; code selects it by its client ID.'),
  ],
  [
    () => true,
    say(
      'AZURE_CLIENT_SECRET is still set: the environment comes first in the credential chain, so the old application is still used.',
    ),
  ],
  [
    ({ host }) => host.kind === 'federated',
    say(
      'A wrong issuer or subject is accepted when the federated credential is created, and fails when a token is exchanged (AADSTS70021, AADSTS700213).',
    ),
  ],
  [
    () => true,
    say(
      'Code that requests tokens itself must specify the right audience, with /.default. A token for another service results in a 401 error.',
    ),
  ],
  [
    () => true,
    say(
      'Firewalls and private endpoints still apply. A 403 error can come from the network instead of a missing role.',
    ),
  ],
  [
    ({ endpointSetting }) => endpointSetting !== undefined,
    say(
      'A connection string contains more than the key. Entity, database, endpoint suffix and port become separate arguments or settings.',
    ),
  ],
  [
    ({ identity }) => identity.disableKeys !== undefined,
    say(
      'Key access is disabled too early: other applications, content shares of Azure Functions, Logic Apps connections and portal tools may still use the key.',
    ),
  ],
  [
    onManaged,
    say(
      'Tokens of a managed identity are cached for up to about 24 hours, so a role that was removed or assigned through a group takes effect late. Assign roles to the identity itself.',
    ),
  ],
  [
    onManaged,
    say('Anyone who can run code on the host can get its token. Use one identity for each workload and environment.'),
  ],
  [
    ({ choice }) => choice === 'system-assigned',
    say(
      'If you delete and recreate the resource, or move its subscription to another tenant, the identity is a new one without roles.',
    ),
  ],
];

export const pitfalls = (situation: Situation): Message[] =>
  table.filter(([applies]) => applies(situation)).map(([, message]) => message);
