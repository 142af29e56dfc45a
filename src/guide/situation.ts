import type { Message } from '../core/message';
import type { Identity, Role } from '../services/identity';
import type { Guidance, Iac } from './guidance';
import type { Host } from './host';

/** Everything the steps depend on: who (identity on a host) gets what (role on a service), written for which tool. */
export interface Situation {
  readonly title: string;
  readonly identity: Identity;
  readonly endpointSetting: string | undefined;
  readonly host: Host;
  readonly iac: Iac;
  readonly choice: Guidance['identity']['choice'];
  readonly role: Role | null;
  /** What the code was seen to do, where that chose the role. */
  readonly access?: 'read' | 'write' | undefined;
  /** True when the value stands in a file: it must be rotated, whatever else happens. */
  readonly leaked: boolean;
  readonly t: (message: Message) => string;
}
