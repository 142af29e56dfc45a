import { remembered } from '../core/remember';
import type { Fix, FixKind } from '../core/finding';
import type { Message } from '../core/message';
import { say } from '../core/message';
import type { CredentialChoice } from '../languages/contract/credential';
import type { UseGroup } from './uses';

/** The services of a group, each once, in order. */
export const servicesOf = ({ uses }: UseGroup) => [...new Set(uses.map(({ service }) => service))];

export function identityTitle(group: UseGroup, choice: CredentialChoice): Message {
  const known = titlesOf(group).get(choice) ?? titleOf(group, choice);
  titlesOf(group).set(choice, known);
  return known;
}

/** A group is named once for each of its uses. */
const titlesOf = remembered<UseGroup, [], Map<CredentialChoice, Message>>(() => new Map());

function titleOf(group: UseGroup, choice: CredentialChoice): Message {
  const credential = choice === 'ManagedIdentityCredential' ? choice : 'DefaultAzureCredential';
  const service = servicesOf(group)
    .map(({ title }) => title)
    .join(', ');
  const count = group.uses.length;
  return count === 1
    ? say('Use {credential} for {service}', { credential, service })
    : say('Use {credential} for {service} ({count} uses)', { credential, service, count });
}

const KEPT: Readonly<Record<Exclude<FixKind, 'identity'>, string>> = {
  'key-vault': 'Keep the secret in Key Vault and read the setting {setting}',
  'key-vault-client': 'Keep the secret in Key Vault and load it once at start-up',
  setting: 'Read the secret from the setting {setting}',
};

export const keptFix = (kind: Exclude<FixKind, 'identity'>, setting: string): Fix => ({
  kind,
  title: say(KEPT[kind], { setting }),
});
