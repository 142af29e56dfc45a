import type { SourceDocument } from '../../../core/document';
import { editedOrNull } from '../../../core/edit';
import type { TextEdit } from '../../../core/edit';
import { say } from '../../../core/message';
import type { Span } from '../../../core/span';
import type { Assignment } from '../../../formats/blocks';
import { appEndpoints } from '../app-endpoint';
import type { EndpointPart } from '../app-endpoint';
import { deploySteps } from '../deploy-steps';
import { refused as no } from '../file-fix';
import type { Around, FileChange, FileFix, FileRefusal } from '../file-fix';
import { deployedConnection } from '../functions-connection/apps';
import { HOST_STORAGE } from '../functions-connection/connection';
import type { Connection } from '../functions-connection/connection';
import { hostRoles } from '../functions-connection/host-roles';
import type { NeededRole } from '../functions-connection/host-roles';
import type { Part } from '../functions-connection/sorts';
import { partsOfConnection } from '../functions-connection/values';
import { rolesFor } from '../functions-connection/work';
import { appended, argumentEdits, blockEdit } from './edits';
import type { NewArgument } from './edits';
import { argumentAt, argumentsOf, blockAround, innerBlock, readModule, written } from './module';
import type { Block, Module } from './module';
import { roleBlocks } from './roles';

const FUNCTION_APPS = /^azurerm_(?:linux|windows)_function_app$/;
const WEB_APPS = /^azurerm_(?:linux|windows)_web_app$/;
const KEY = /^(?<target>(?:data\.)?(?<type>azurerm_\w{1,60})\.[\w-]{1,100})\.(?<attribute>\w{1,80})$/;

/** What of a resource is a whole connection string, with the services whose bindings take it. */
const STRINGS: Readonly<Record<string, { readonly attribute: RegExp; readonly services: RegExp }>> = {
  azurerm_storage_account: { attribute: /^primary(?:_blob)?_connection_string$/, services: /^(?:storage-|datalake)/ },
  azurerm_servicebus_namespace: { attribute: /^default_primary_connection_string$/, services: /^service-bus$/ },
  azurerm_eventhub_namespace: { attribute: /^default_primary_connection_string$/, services: /^event-hubs$/ },
  azurerm_cosmosdb_account: { attribute: /^primary_sql_connection_string$/, services: /^cosmos-nosql$/ },
};

const VALUES: Readonly<Partial<Record<Part, (target: string) => string>>> = {
  blobServiceUri: (target) => `${target}.primary_blob_endpoint`,
  queueServiceUri: (target) => `${target}.primary_queue_endpoint`,
  tableServiceUri: (target) => `${target}.primary_table_endpoint`,
  fullyQualifiedNamespace: (target) => ENDPOINTS.namespace(target),
  accountEndpoint: (target) => ENDPOINTS.document(target),
};

/** An endpoint as migrated code reads it, without a slash at its end. */
const ENDPOINTS: Readonly<Record<EndpointPart, (target: string) => string>> = {
  blob: (target) => `trimsuffix(${target}.primary_blob_endpoint, "/")`,
  queue: (target) => `trimsuffix(${target}.primary_queue_endpoint, "/")`,
  table: (target) => `trimsuffix(${target}.primary_table_endpoint, "/")`,
  namespace: (target) => `"\${${target}.name}.servicebus.windows.net"`,
  document: (target) => `${target}.endpoint`,
};

/** A place where a key goes to an app. */
interface Place {
  readonly module: Module;
  readonly block: Block;
  /** `azurerm_linux_function_app.main` */
  readonly app: string;
  readonly own: Assignment;
  /** The setting that the app gets. */
  readonly name: string;
  readonly target: string;
  readonly type: string;
  readonly attribute: string;
}

/** The app and the key at a place; null where the key goes elsewhere. */
function placeAt(module: Module, block: Block, span: Span): Place | FileRefusal | null {
  const [type = '', label = ''] = block.labels;
  if (block.word === 'output') return no('key-in-output');
  if (block.word !== 'resource' || !/_(?:function|web)_app$|_function_app_/.test(type)) return null;
  const found = argumentAt(module, block, span);
  const key = found && KEY.exec(written(module, found.own))?.groups;
  if (!found || !key) return no('template-key-not-read');
  const isStorage = found.map === null && found.own.name.text === 'storage_account_access_key';
  if (!isStorage && found.map !== 'app_settings') return null;
  const name = isStorage ? HOST_STORAGE : found.own.name.text;
  if (!FUNCTION_APPS.test(type) && !WEB_APPS.test(type)) return no('template-code-reads', { name });
  if (argumentsOf(module, block).some((one) => /^(?:count|for_each)$/.test(one.name.text)))
    return no('template-app-not-declared');
  const { target = '', type: of = '', attribute = '' } = key;
  return { module, block, app: `${type}.${label}`, own: found.own, name, target, type: of, attribute };
}

/** The arguments in place of the one with the key; null where it is another one than the bindings take. */
function insteadOf(place: Place, connection: Connection): readonly NewArgument[] | null {
  const { type, attribute, own, target, name } = place;
  if (own.name.text === 'storage_account_access_key')
    return type === 'azurerm_storage_account' && attribute === 'primary_access_key'
      ? [{ name: 'storage_uses_managed_identity', value: 'true' }]
      : null;
  const string = STRINGS[type];
  if (name === HOST_STORAGE || !string?.attribute.test(attribute)) return null;
  if (!connection.bindings.every(({ sort }) => string.services.test(sort.service))) return null;
  const quote = own.name.kind === 'string' ? '"' : '';
  return partsOfConnection(connection).flatMap(({ part }) => {
    const value = VALUES[part]?.(target);
    return value === undefined ? [] : [{ name: `${quote}${name}__${part}${quote}`, value }];
  });
}

/** What an app needs in place of a key: arguments, roles, and the service that they are for. */
interface Replacement {
  readonly instead: readonly NewArgument[];
  readonly roles: readonly NeededRole[];
  readonly service: string;
}

/** For a function app, whose host and bindings read the setting. */
async function forBindings(place: Place, path: string, around: Around): Promise<Replacement | FileRefusal> {
  const { name } = place;
  const connection = await deployedConnection(name, path, around);
  if ('message' in connection) return { kind: 'refusal', ...connection };
  const instead = insteadOf(place, connection);
  if (!instead || instead.length === 0) return no('template-key-not-read');
  const roles = name === HOST_STORAGE ? await hostRoles(path, around) : rolesFor(connection.bindings);
  return { instead, roles, service: connection.bindings[0]?.sort.service ?? 'storage-blob' };
}

/** For a web app, whose code reads endpoints. */
async function forCode(
  { type, attribute, own, target, name }: Place,
  path: string,
  around: Around,
): Promise<Replacement | FileRefusal> {
  const string = STRINGS[type];
  if (!string) return no('template-key-not-read');
  const endpoints = await appEndpoints(name, path, around, (service) => string.services.test(service));
  if ('message' in endpoints) return { kind: 'refusal', ...endpoints };
  if (!string.attribute.test(attribute)) return no('template-key-not-read');
  const quote = own.name.kind === 'string' ? '"' : '';
  return {
    instead: endpoints.map(({ setting, part }) => ({ name: quote + setting + quote, value: ENDPOINTS[part](target) })),
    roles: endpoints.flatMap(({ roles }) => roles),
    service: endpoints[0]?.service ?? 'storage-blob',
  };
}

/** False for an app without an identity, true with its own; null with another one, or one that is not known. */
function ownIdentity(module: Module, block: Block): boolean | null {
  const inner = innerBlock(module, block, 'identity');
  if (!inner)
    return argumentsOf(module, block).some((one) => one.name.text === 'identity') || hasDynamic(module, block)
      ? null
      : false;
  const tokens = module.tokens.slice(inner[0], inner[1]);
  const at = tokens.findIndex(({ text }) => text === 'type');
  return /^SystemAssigned(?:\s{0,9},\s{0,9}UserAssigned)?$/.test(tokens[at + 2]?.text ?? '') ? true : null;
}

const hasDynamic = ({ tokens }: Module, { opening, closing }: Block): boolean =>
  tokens
    .slice(opening, closing)
    .some(({ kind, text }, at, all) => kind === 'word' && text === 'dynamic' && all[at + 1]?.text === 'identity');

/** Namespaces of other clouds end otherwise, and a provider says so. */
const isOtherCloud = async (path: string, text: string, around: Around): Promise<boolean> => {
  const says = (one: string): boolean => /environment\s{0,40}=\s{0,9}"(?:china|usgovernment|german)/i.test(one);
  const { files } = await around.filesMentioning(['china', 'usgovernment'], path, 'workspace');
  return says(text) || files.some((file) => /\.tf$/i.test(file.path) && says(file.text));
};

function editsOf(place: Place, instead: readonly NewArgument[], roles: readonly NeededRole[]): TextEdit[] | null {
  const { module, block, own, app, target } = place;
  const argument = argumentEdits(module, own, instead);
  const granted = roleBlocks(module, roles, app, target);
  const isThere = ownIdentity(module, block) === true;
  const identity = isThere ? undefined : blockEdit(module, block, ['identity {', '  type = "SystemAssigned"', '}']);
  if (!argument || !granted || identity === null) return null;
  return [...argument, ...(identity ? [identity] : []), ...appended(module.text, granted)];
}

async function plan(
  { path, text }: SourceDocument,
  span: Span,
  around: Around,
): Promise<FileChange | FileRefusal | null> {
  const module = readModule(text);
  if (!module) return no('template-not-read');
  const block = blockAround(module, span);
  const place = block && placeAt(module, block, span);
  if (!block || !place) return null;
  if ('kind' in place) return place;
  const { name } = place;
  if (ownIdentity(module, block) === null) return no('template-user-assigned', { name });
  const forApp = WEB_APPS.test(block.labels[0] ?? '') ? forCode : forBindings;
  const replacement = await forApp(place, path, around);
  if ('kind' in replacement) return replacement;
  const { instead, roles, service } = replacement;
  if (instead.some((one) => one.value.includes('.servicebus.windows.net')) && (await isOtherCloud(path, text, around)))
    return no('template-key-not-read');
  const taken = instead.find((one) => text.slice(block.span.start, block.span.end).includes(one.name));
  if (taken) return no('binding-setting-there', { name: taken.name });
  const edits = editsOf(place, instead, roles);
  const after = edits && editedOrNull(text, edits);
  if (!edits || after === null || !readModule(after)) return no('template-not-read');
  return {
    kind: 'change',
    title: say('Give the app an identity and a role instead of the key in {name}', { name }),
    service,
    edits,
    steps: deploySteps(path, service, 'terraform', name === HOST_STORAGE),
  };
}

/** A key that Terraform gives to a function app: settings for an identity, the identity, and its roles. */
export const terraformSettings: FileFix = {
  id: 'terraform-settings',
  rules: ['infra/key-in-state'],
  handles: (path) => /\.tf$/i.test(path),
  plan: ({ path, text }, span, around) => plan({ path, text }, span, around),
};
