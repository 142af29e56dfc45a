import { isEmulatorKey } from './silent';

/** A connection string or URL of Azurite, or a connection string of another local emulator. */
const EMULATOR_TEXT = /UseDevelopment(?:Storage|Emulator)\s{0,99}=\s{0,99}true|\bdevstoreaccount1\b/i;

/** Hosts that are this machine, or the machine around a container. */
const LOCAL_HOST =
  /(?:^|[/@=;\s"'`])(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal)(?=[:/;,"'`\s]|$)/i;

/** The address of the Cosmos DB emulator, by its port, wherever it runs: `https://cosmosdb:8081`. */
const COSMOS_EMULATOR = /\bhttps?:\/\/[\w.-]{1,253}:8081(?=[/;"'`\s]|$)/i;

/** Base64 of the length of an emulator's key. */
const KEY = /[A-Za-z0-9+/]{86}==/g;

/** True for a connection string, URL or key of a local emulator. An emulator takes no token of Microsoft Entra. */
export const isEmulatorText = (text: string): boolean =>
  EMULATOR_TEXT.test(text) || [...text.matchAll(KEY)].some(([key]) => isEmulatorKey(key));

/** True for a value that leads to a local emulator or server, none of Azure: `https://localhost:8081/`. */
export const isLocalAddress = (text: string): boolean =>
  EMULATOR_TEXT.test(text) || LOCAL_HOST.test(text) || COSMOS_EMULATOR.test(text);

/** True for a setting's value that leads to an emulator on the developer's machine: by its words, its key or its address. */
export const isEmulatorValue = (value: string): boolean => isEmulatorText(value) || isLocalAddress(value);
