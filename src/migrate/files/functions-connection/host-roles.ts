import type { Role } from '../../../services/identity';
import { serviceOf } from '../../../services/index';
import type { Around } from '../file-fix';

/** A role of the host's storage with the service that has it. */
export interface NeededRole {
  readonly service: string;
  readonly role: string;
}

/** The role with its id; null where the service has none of that name. */
export function roleIn({ service, role }: NeededRole): Role | null {
  const all: readonly Role[] = Object.values(serviceOf(service)?.identity.roles ?? {}).flat();
  return all.find(({ name }) => name === role) ?? null;
}

const OWNER: NeededRole = { service: 'functions-host', role: 'Storage Blob Data Owner' };
const QUEUES: NeededRole = { service: 'functions-host', role: 'Storage Queue Data Contributor' };
const TABLES: NeededRole = { service: 'functions-host', role: 'Storage Table Data Contributor' };
const ACCOUNT: NeededRole = { service: 'functions-host', role: 'Storage Account Contributor' };

/** What an app does that asks more of its host's storage, by the words that tell of it. */
const MORE: readonly { readonly words: readonly string[]; readonly roles: readonly NeededRole[] }[] = [
  { words: ['BlobTrigger', 'blobTrigger', 'blob_trigger', 'storageBlob'], roles: [QUEUES, ACCOUNT] },
  {
    words: ['OrchestrationTrigger', 'orchestrationTrigger', 'orchestration_trigger', 'orchestration'],
    roles: [QUEUES, TABLES],
  },
  { words: ['QueueTrigger', 'queueTrigger', 'queue_trigger', 'storageQueue', 'QueueOutput'], roles: [QUEUES] },
  { words: ['TableInput', 'TableOutput', 'Table'], roles: [TABLES] },
];

/** What code says of Azure Functions: other files that hold the words say nothing. */
const BINDS =
  /@azure\/functions|durable-functions|azure\.functions|Microsoft\.Azure\.(?:Functions|WebJobs)|"bindings"\s{0,9}:/;

/**
 * The roles that the host needs on its storage account. What an app may do more is granted more: a trigger without a connection
 * of its own uses the host's.
 */
export async function hostRoles(document: string, around: Around): Promise<readonly NeededRole[]> {
  const words = MORE.flatMap((one) => one.words);
  const { files } = await around.filesMentioning(words, document, 'workspace');
  const code = files.filter(({ text }) => BINDS.test(text)).map(({ text }) => text);
  const more = MORE.filter((one) => one.words.some((word) => code.some((text) => holds(text, word))));
  const roles = [OWNER, ...more.flatMap((one) => one.roles)];
  return roles.filter((role, at) => roles.indexOf(role) === at);
}

const holds = (text: string, word: string): boolean => new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text);
