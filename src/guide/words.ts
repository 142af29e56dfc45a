import type { Message } from '../core/message';
import { say } from '../core/message';
import type { Guidance } from './guidance';

/** How the renderers call what the guidance holds as ids. */
export const roleUse = {
  read: say('reading'),
  write: say('writing'),
  admin: say('administration'),
  other: say('special cases'),
} satisfies Record<Guidance['roles'][number]['use'], Message>;

export const identityName = {
  'system-assigned': say('System-assigned managed identity'),
  'user-assigned': say('User-assigned managed identity'),
  federated: say('Federated identity'),
  developer: say('Your own account'),
} satisfies Record<Guidance['identity']['choice'], Message>;

export const supportName = {
  yes: say('Supports Microsoft Entra'),
  partly: say('Supports Microsoft Entra in part'),
  no: say('Does not support Microsoft Entra: Key Vault instead'),
} satisfies Record<Guidance['support'], Message>;
