import type { Identity } from '../services/identity';
import type { Host, IdentityChoice } from './host';

/** The identity that a workload gets on a host. */
export function choiceOn(
  host: Host,
  identity: Pick<Identity, 'needs'>,
  wish: 'system-assigned' | 'user-assigned' | undefined,
): IdentityChoice {
  const wanted = identity.needs ?? wish;
  switch (host.kind) {
    case 'local':
      return 'developer';
    case 'federated':
      return 'federated';
    case 'unknown':
      return wanted ?? 'system-assigned';
    case 'managed':
      return wanted !== undefined && host.kinds.includes(wanted) ? wanted : (host.kinds[0] ?? 'system-assigned');
  }
}
