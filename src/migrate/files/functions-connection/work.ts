import { noFollowUp } from '../../../steps/follow-up';
import type { FollowUp, ServiceFollowUp } from '../../../steps/follow-up';
import { serviceOf, services } from '../../../services/index';
import type { Binding } from './bindings';
import type { NeededRole } from './host-roles';
import type { PartValue } from './values';

/** The service that has a role: that of the binding, or the one beside it (a blob trigger writes to queues). */
const serviceWith = (role: string, preferred: string): string => {
  const has = (id: string): boolean => {
    const roles = serviceOf(id)?.identity.roles;
    return roles !== undefined && Object.values(roles).some((all) => all.some(({ name }) => name === role));
  };
  return has(preferred) ? preferred : (services.find(({ id }) => has(id))?.id ?? preferred);
};

/** The roles that bindings need, each once. */
export function rolesFor(bindings: readonly Binding[]): readonly NeededRole[] {
  const found = new Map<string, NeededRole>();
  for (const { sort, direction } of bindings)
    for (const role of sort.roles(direction)) found.set(role, { role, service: serviceWith(role, sort.service) });
  return [...found.values()];
}

/** Values for the commands: the account or namespace, as an endpoint tells it. */
function valuesIn(values: readonly PartValue[]): Readonly<Record<string, string>> {
  const [first] = values;
  if (!first) return {};
  if (first.part === 'accountName') return { account: first.value };
  const host = first.value.replace(/^https:\/\//, '').split('.')[0] ?? '';
  const place =
    { 'service-bus': 'namespace', 'event-hubs': 'namespace', signalr: 'signalr' }[first.service] ?? 'account';
  return { [place]: host };
}

/** The work that follows where a setting with a secret became settings for an identity. */
export function connectionWork(
  name: string,
  project: string,
  values: readonly PartValue[],
  roles: readonly NeededRole[],
): FollowUp {
  return {
    ...noFollowUp,
    services: roles.map(({ service, role }): ServiceFollowUp => ({
      service,
      role,
      access: null,
      leaked: true,
      values: valuesIn(values),
    })),
    added: values.map(({ part, service, value }) => ({ name: `${name}__${part}`, service, value })),
    old: [{ name, project, readers: [], host: false, searched: true }],
  };
}
