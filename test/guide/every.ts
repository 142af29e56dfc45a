import { explainRule, explainService, hosts } from '../../src/guide/explain';
import type { Guidance, Iac } from '../../src/guide/guidance';
import { services } from '../../src/services';

export const tools: readonly Iac[] = ['cli', 'bicep', 'terraform'];

const withName = (guidance: Guidance | null, name: string): readonly [string, Guidance] => {
  if (guidance === null) throw new Error(`no guidance for ${name}`);
  return [name, guidance];
};

/** Every guidance there is: each service, and a secret without one, on each host with each tool. */
export const every: readonly (readonly [string, Guidance])[] = hosts.flatMap(({ id: host }) =>
  tools.flatMap((iac) => [
    ...services.map((service) =>
      withName(explainService(service, { host, iac }), `${service.id} on ${host} with ${iac}`),
    ),
    withName(explainRule('hardcoded/private-key', { host, iac }), `a private key on ${host} with ${iac}`),
  ]),
);
