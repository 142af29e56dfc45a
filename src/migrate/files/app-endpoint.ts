import type { Refusal } from '../../core/finding';
import type { SettingFacts } from '../../project/settings/facts';
import type { Identity } from '../../services/identity';
import { roleFor } from '../../services/identity';
import { services } from '../../services/index';
import { refusal } from '../refusals';
import type { Around } from './file-fix';
import type { NeededRole } from './functions-connection/host-roles';

/** What a setting holds that code reads in place of a connection string. */
export type EndpointPart = 'blob' | 'queue' | 'table' | 'namespace' | 'document';

/** An endpoint setting that the code of an app reads, and the roles that it needs there. */
export interface AppEndpoint {
  readonly setting: string;
  readonly service: string;
  readonly part: EndpointPart;
  readonly roles: readonly NeededRole[];
}

/** The services whose endpoint a template can write. */
const PARTS: Readonly<Record<string, EndpointPart>> = {
  'storage-blob': 'blob',
  'storage-queue': 'queue',
  'storage-table': 'table',
  'service-bus': 'namespace',
  'event-hubs': 'namespace',
  'cosmos-nosql': 'document',
};

/** What a template itself, or another one, says of a setting: not code that reads it. */
const GIVERS: ReadonlySet<string> = new Set(['template', 'workflow', 'pipeline', 'script', 'compose', 'kubernetes']);

/** The ids of the projects that declare a setting without reading it: what a migration of their code leaves. */
const leftBehind = ({ declarations }: SettingFacts, document: string): ReadonlySet<string> =>
  new Set(declarations.flatMap(({ path, project }) => (project && path !== document ? [project.id] : [])));

const rolesOf = (service: string, identity: Identity): readonly NeededRole[] => {
  const roles = identity.apart ? [identity.roles.read[0], identity.roles.write[0]] : [roleFor(identity)];
  return roles.flatMap((role) => (role ? [{ service, role: role.name }] : []));
};

/**
 * The endpoints that the code of an app reads in place of a setting with a key: nothing in the workspace reads the setting any
 * more, a project still declares it, and code of that project reads the endpoint settings of the same resource. Otherwise
 * why the key stays. `opens` says which services the key opens.
 */
export async function appEndpoints(
  name: string,
  document: string,
  around: Around,
  opens: (service: string) => boolean,
): Promise<readonly AppEndpoint[] | Refusal> {
  const facts = await around.settingFacts(name, document);
  if (!facts.complete) return refusal('search-not-complete');
  const projects = leftBehind(facts, document);
  if (projects.size === 0 || facts.readers.some(({ kind }) => !GIVERS.has(kind)))
    return refusal('template-code-reads', '', { name });
  const found: AppEndpoint[] = [];
  for (const { id, identity, endpointSetting } of services) {
    if (endpointSetting === undefined || !opens(id)) continue;
    const { readers, complete } = await around.settingFacts(endpointSetting, document);
    if (!complete) return refusal('search-not-complete');
    const isRead = readers.some(
      ({ kind, doubtful, project }) => kind === 'code' && !doubtful && project !== null && projects.has(project.id),
    );
    if (!isRead) continue;
    const part = PARTS[id];
    if (part === undefined) return refusal('template-key-not-read');
    found.push({ setting: endpointSetting, service: id, part, roles: rolesOf(id, identity) });
  }
  return found.length > 0 ? found : refusal('template-code-reads', '', { name });
}
