import type { SourceDocument } from '../../../core/document';
import type { Refusal } from '../../../core/finding';
import { say } from '../../../core/message';
import type { Redacted } from '../../../core/redacted';
import type { Span } from '../../../core/span';
import { editSettings } from '../../../formats/edit';
import type { Change, Setting } from '../../../formats/format';
import { localSettings } from '../../../formats/local-settings';
import { settingCovering, settingsOf } from '../../../formats/of-document';
import { serviceOf } from '../../../services/index';
import { refusal } from '../../refusals';
import type { Around, FileChange, FileFix, FileRefusal } from '../file-fix';
import { connectionOf, HOST_STORAGE } from './connection';
import type { Connection } from './connection';
import { hostRoles } from './host-roles';
import { connectionSteps } from './steps';
import { hasEntity, hostValues, valuesFor } from './values';
import type { PartValue } from './values';
import { hostTrouble } from './versions';
import { connectionWork, rolesFor } from './work';

const no = (why: Refusal): FileRefusal => ({ kind: 'refusal', id: why.id, message: why.message });

/** The settings that take the place of the secret, or why there are none. */
function valuesOf(name: string, connection: Connection, secret: Redacted): readonly PartValue[] | Refusal {
  if (hasEntity(secret)) return refusal('entity-in-connection-string', titleOf(connection));
  const values = name === HOST_STORAGE ? hostValues(secret) : valuesFor(connection, secret);
  return values ?? refusal('endpoint-unknown', titleOf(connection));
}

const titleOf = ({ bindings }: Connection): string =>
  serviceOf(bindings[0]?.sort.service ?? 'storage-blob')?.title ?? '';

/** The setting under its new name, and the others after it. */
const changesFor = (setting: Setting, values: readonly PartValue[]): Change[] => {
  const [first, ...more] = values.map(({ part, value }) => ({ name: `${setting.name}__${part}`, value }));
  return first
    ? [
        { kind: 'replace', setting, ...first },
        ...more.reverse().map((one): Change => ({ kind: 'insertAfter', setting, ...one })),
      ]
    : [];
};

/** Why the host of a settings file cannot take an identity; null when it can, or is not asked. */
async function whyNotHost(name: string, path: string, around: Around): Promise<Refusal | null> {
  return name === HOST_STORAGE ? hostTrouble({ path, project: await around.projectOf(path) }, around) : null;
}

async function plan(document: SourceDocument, span: Span, around: Around): Promise<FileChange | FileRefusal | null> {
  const { path, text } = document;
  const settings = await settingsOf(document);
  const setting = settings && settingCovering(settings, span);
  // Only what becomes a variable of the environment is a connection for bindings.
  if (!settings || setting?.value.kind !== 'literal' || /[:]/.test(setting.name)) return null;
  const { name } = setting;
  const connection = await connectionOf(name, path, around, ({ nearness }) => nearness !== 'other');
  if (!connection) return null;
  if ('message' in connection) return no(connection);
  const trouble = await whyNotHost(name, path, around);
  if (trouble) return no(trouble);
  const values = valuesOf(name, connection, setting.value.value);
  if ('message' in values) return no(values);
  const taken = values.find(({ part }) => settings.some((one) => one.name === `${name}__${part}`));
  if (taken) return no(refusal('binding-setting-there', '', { name: `${name}__${taken.part}` }));
  const edited = editSettings(localSettings, text, changesFor(setting, values));
  if (edited.kind !== 'edited') return no(refusal('cannot-read-back'));
  const isHost = name === HOST_STORAGE;
  const roles = isHost ? await hostRoles(path, around) : rolesFor(connection.bindings);
  return {
    kind: 'change',
    title: isHost
      ? say('Let the Azure Functions host use an identity instead of {name}', { name })
      : say('Let triggers and bindings use an identity instead of {name}', { name }),
    service: isHost ? 'functions-host' : (connection.bindings[0]?.sort.service ?? 'functions-host'),
    edits: edited.edits,
    steps: connectionSteps(name, connection.setters),
    work: connectionWork(name, (await around.projectOf(path))?.id ?? '', values, roles),
  };
}

/** A connection of Azure Functions in `local.settings.json` that only the host, triggers and bindings read. */
export const functionsConnection: FileFix = {
  id: 'functions-connection',
  rules: [
    'hardcoded/storage-connection-string',
    'hardcoded/servicebus-connection-string',
    'hardcoded/eventhubs-connection-string',
    'hardcoded/cosmos-connection-string',
    'hardcoded/signalr-connection-string',
  ],
  handles: (path) => localSettings.handles(path) && !localSettings.isExample(path),
  plan,
};
