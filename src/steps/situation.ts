import type { Access, Identity, Role } from '../services/identity';
import type { Host, Iac, IdentityChoice } from './host';

/** Where the steps happen, and with what they are done. */
export interface Deployment {
  readonly host: Host;
  readonly iac: Iac;
  readonly choice: IdentityChoice;
}

/** Everything the steps for one service depend on: who (identity on a host) gets what (role on a service), written for which tool. */
export interface Situation extends Deployment {
  /** Id of the service, or another name that is an id. */
  readonly service: string;
  readonly title: string;
  readonly identity: Identity;
  readonly endpointSetting: string | undefined;
  readonly role: Role | null;
  /** What the code was seen to do, where that chose the role. */
  readonly access?: Access | undefined;
  /** The role is the right one whatever code does. */
  readonly exact?: boolean;
  /** True when the value is in a file: it must be rotated, whatever else happens. */
  readonly leaked: boolean;
}
