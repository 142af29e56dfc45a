import { explainSubject, hosts } from '../../src/guide/explain';
import type { Guidance, Iac } from '../../src/guide/guidance';
import { services } from '../../src/services';

export const tools: readonly Iac[] = ['cli', 'bicep', 'terraform'];

const withName = (guidance: Guidance | null, name: string): readonly [string, Guidance] => {
  if (guidance === null) throw new Error(`no guidance for ${name}`);
  return [name, guidance];
};

/** Every guidance there is: each service, and a secret without one, on each host with each tool. */
export const every: readonly (readonly [string, readonly (readonly [string, Guidance])[]])[] = [
  ...services.map(({ id }) => id),
  'hardcoded/private-key',
].map((subject) => [
  subject,
  hosts.flatMap(({ id: host }) =>
    tools.map((iac) => withName(explainSubject(services, subject, { host, iac }), `${subject} on ${host} with ${iac}`)),
  ),
]);
