import { editedOrNull } from '../../../core/edit';
import type { TextEdit } from '../../../core/edit';
import type { SourceDocument } from '../../../core/document';
import { say } from '../../../core/message';
import type { Span } from '../../../core/span';
import { bicep } from '../../../formats/bicep';
import type { Setting } from '../../../formats/format';
import { refused as no } from '../file-fix';
import type { Around, FileChange, FileFix, FileRefusal } from '../file-fix';
import { appEndpoints } from '../app-endpoint';
import type { EndpointPart } from '../app-endpoint';
import { deployedConnection } from '../functions-connection/apps';
import { HOST_STORAGE } from '../functions-connection/connection';
import type { Connection } from '../functions-connection/connection';
import { hostRoles } from '../functions-connection/host-roles';
import type { NeededRole } from '../functions-connection/host-roles';
import { partsOfConnection } from '../functions-connection/values';
import { rolesFor } from '../functions-connection/work';
import type { Part } from '../functions-connection/sorts';
import { appOf, isFunctionApp, isPlain, keyPlace } from './app-setting';
import type { KeyPlace } from './app-setting';
import { appended, identityEdit, indentIn, removalOf, settingEdits } from './edits';
import type { NewSetting } from './edits';
import { keyedResource } from './key-expression';
import type { KeyedResource } from './key-expression';
import { roleDeclarations } from './roles';
import { deploySteps } from '../deploy-steps';
import { readTemplate, resourceOf, valueIn } from './template';
import type { Resource, Template } from './template';

/** What each part of a connection is in a template. */
const VALUES: Readonly<Record<Exclude<Part, 'serviceUri'>, (symbol: string) => string>> = {
  accountName: (symbol) => `${symbol}.name`,
  blobServiceUri: (symbol) => `${symbol}.properties.primaryEndpoints.blob`,
  queueServiceUri: (symbol) => `${symbol}.properties.primaryEndpoints.queue`,
  tableServiceUri: (symbol) => `${symbol}.properties.primaryEndpoints.table`,
  // `https://<name>.servicebus.windows.net:443/`, in every cloud with its own ending.
  fullyQualifiedNamespace: (symbol) => `split(split(${symbol}.properties.serviceBusEndpoint, '/')[2], ':')[0]`,
  accountEndpoint: (symbol) => `${symbol}.properties.documentEndpoint`,
};

const URIS: readonly Part[] = ['blobServiceUri', 'queueServiceUri', 'tableServiceUri'];

/** An endpoint as migrated code reads it, without a slash at its end. */
const ENDPOINTS: Readonly<Record<EndpointPart, (symbol: string) => string>> = {
  blob: (symbol) => storageEndpoint(symbol, 'blob'),
  queue: (symbol) => storageEndpoint(symbol, 'queue'),
  table: (symbol) => storageEndpoint(symbol, 'table'),
  namespace: VALUES.fullyQualifiedNamespace,
  document: VALUES.accountEndpoint,
};

const storageEndpoint = (symbol: string, part: string): string =>
  `'https://\${${symbol}.name}.${part}.\${environment().suffixes.storage}'`;

/** The sort of resource whose key bindings of a service take. */
const sortFor = (service: string): string =>
  /^(?:storage-|datalake)/.test(service) ? 'storage' : service === 'cosmos-nosql' ? 'cosmos' : service;

/** What takes the place of one setting; null where the key is not that of the bindings' service. */
function newSettings(name: string, connection: Connection, keyed: KeyedResource): readonly NewSetting[] | null {
  if (connection.bindings.some(({ sort }) => sortFor(sort.service) !== keyed.sort)) return null;
  const parts =
    name === HOST_STORAGE
      ? keyed.publicCloud
        ? (['accountName'] as const)
        : URIS
      : partsOfConnection(connection).map(({ part }) => part);
  if (name === HOST_STORAGE && keyed.sort !== 'storage') return null;
  return parts.flatMap((part) =>
    part === 'serviceUri' ? [] : [{ name: `${name}__${part}`, value: VALUES[part](keyed.resource.symbol) }],
  );
}

/** Why an app and a resource of a template cannot be brought together; null when they can. */
function whyNotHere(template: Template, app: Resource | null, { resource }: KeyedResource): FileRefusal | null {
  const scope = template.tokens.findIndex(({ text }) => text === 'targetScope');
  if (scope >= 0 && template.tokens[scope + 2]?.text !== 'resourceGroup') return no('template-other-scope');
  if (!app || !isPlain(app) || !resource.plain || resourceOf(template, app.symbol) !== app)
    return no('template-app-not-declared');
  return valueIn(template, resource, 'scope') !== null ? no('template-other-scope') : null;
}

/** True when an app has an identity of its own, false when it has none, null when that is not known or another one. */
function ownIdentity(template: Template, app: Resource): boolean | null {
  const written = valueIn(template, app, 'identity');
  if (written === null) return false;
  return /^\{\s{0,200}type:\s{0,9}'SystemAssigned(?:\s{0,9},\s{0,9}UserAssigned)?'/.test(written) ? true : null;
}

/** One setting that moves: what takes its place and the roles that the app needs for it. */
interface Move {
  readonly setting: Setting;
  readonly app: Resource;
  readonly instead: readonly NewSetting[];
  readonly roles: readonly NeededRole[];
  readonly service: string;
}

/** What an app needs in place of a key: settings, roles, and the service that they are for. */
type Replacement = Pick<Move, 'instead' | 'roles' | 'service'>;

/** For a function app, whose host and bindings read the setting. */
async function forBindings(
  name: string,
  path: string,
  keyed: KeyedResource,
  around: Around,
): Promise<Replacement | FileRefusal> {
  const connection = await deployedConnection(name, path, around);
  if ('message' in connection) return { kind: 'refusal', ...connection };
  const instead = newSettings(name, connection, keyed);
  if (!instead || instead.length === 0) return no('template-key-not-read');
  const roles = name === HOST_STORAGE ? await hostRoles(path, around) : rolesFor(connection.bindings);
  return { instead, roles, service: connection.bindings[0]?.sort.service ?? 'storage-blob' };
}

/** For another app, whose code reads endpoints. */
async function forCode(
  name: string,
  path: string,
  { sort, resource }: KeyedResource,
  around: Around,
): Promise<Replacement | FileRefusal> {
  const endpoints = await appEndpoints(name, path, around, (service) => sortFor(service) === sort);
  if ('message' in endpoints) return { kind: 'refusal', ...endpoints };
  return {
    instead: endpoints.map(({ setting, part }) => ({ name: setting, value: ENDPOINTS[part](resource.symbol) })),
    roles: endpoints.flatMap(({ roles }) => roles),
    service: endpoints[0]?.service ?? 'storage-blob',
  };
}

async function moveOf(
  template: Template,
  path: string,
  setting: Setting,
  keyed: KeyedResource,
  around: Around,
): Promise<Move | FileRefusal> {
  const { name } = setting;
  const app = appOf(template, setting);
  const why = whyNotHere(template, app, keyed);
  if (why || !app) return why ?? no('template-app-not-declared');
  if (ownIdentity(template, app) === null) return no('template-user-assigned', { name });
  const forApp = isFunctionApp(template, app) ? forBindings : forCode;
  const replacement = await forApp(name, path, keyed, around);
  if ('kind' in replacement) return replacement;
  const names = replacement.instead.map((one) => one.name);
  const taken = bicep.read(template.text)?.find((other) => names.includes(other.name));
  return taken ? no('binding-setting-there', { name: taken.name }) : { setting, app, ...replacement };
}

/** The edits of all moves together; null where one of them has no place. */
function editsOf(template: Template, place: KeyPlace, moves: readonly Move[], keyed: KeyedResource): TextEdit[] | null {
  const { text } = template;
  const edits: TextEdit[] = [];
  for (const { setting, instead } of moves) {
    const own = settingEdits(text, setting, instead);
    if (!own) return null;
    edits.push(...own);
  }
  const gone = place.variable ? removalOf(text, place.variable) : undefined;
  if (gone === null) return null;
  if (gone) edits.push(gone);
  const declarations: string[] = [];
  for (const app of new Set(moves.map((move) => move.app))) {
    const roles = moves.filter((move) => move.app === app).flatMap((move) => move.roles);
    const granted = roleDeclarations(template, uniqueRoles(roles), app, keyed);
    const identity = ownIdentity(template, app) === false ? identityEdit(template, app) : undefined;
    if (!granted || identity === null) return null;
    if (identity) edits.push(identity);
    declarations.push(...granted);
  }
  return [...edits, ...appended(text, declarations, indentIn(text))];
}

const uniqueRoles = (roles: readonly NeededRole[]): readonly NeededRole[] =>
  roles.filter(({ role }, at) => roles.findIndex((other) => other.role === role) === at);

/** True where the text after the edits is read, and the settings are those that were wanted. */
function readsBack(after: string | null, moves: readonly Move[]): after is string {
  const names = after === null || !readTemplate(after) ? [] : (bicep.read(after) ?? []).map(({ name }) => name);
  return moves.every(
    ({ setting, instead }) => instead.every(({ name }) => names.includes(name)) && !names.includes(setting.name),
  );
}

async function plan({ path, text }: SourceDocument, span: Span, around: Around): Promise<FileChange | FileRefusal> {
  const template = readTemplate(text);
  if (!template) return no('template-not-read');
  const place = keyPlace(template, span);
  const keyed = place && keyedResource(template, place.written);
  if (!place || !keyed) return no('template-key-not-read');
  const moves: Move[] = [];
  for (const setting of place.settings) {
    const move = await moveOf(template, path, setting, keyed, around);
    if ('kind' in move) return move;
    moves.push(move);
  }
  const edits = editsOf(template, place, moves, keyed);
  if (!edits || !readsBack(editedOrNull(text, edits), moves)) return no('template-not-read');
  const names = [...new Set(place.settings.map(({ name }) => name))].join(', ');
  const service = moves[0]?.service ?? 'storage-blob';
  return {
    kind: 'change',
    title: say('Give the app an identity and a role instead of the key in {name}', { name: names }),
    service,
    edits,
    steps: deploySteps(path, service, 'bicep', names.includes(HOST_STORAGE)),
  };
}

/** A key in the settings of an app in Bicep: settings for an identity, the identity, and its roles. */
export const bicepSettings: FileFix = {
  id: 'bicep-settings',
  rules: ['infra/key-in-settings'],
  handles: (path) => /\.bicep$/i.test(path),
  plan: ({ path, text }, span, around) => plan({ path, text }, span, around),
};
