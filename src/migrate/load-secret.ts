import type { ProjectFile } from '../core/files';
import type { Span } from '../core/span';
import type { CredentialChoice } from '../languages/contract/credential';
import type { CodeFile } from '../languages/contract/file';
import type { VaultAccess, VaultLoad } from '../languages/contract/vault';
import type { CodeWriter } from '../languages/contract/writer';
import type { Service } from '../services/service';
import { configurationSetting, settingFor, wordsOf } from './kept-name';
import type { FileEdit } from './migration';
import { addressFiles, addressOf, settingNames } from './vault-address';

/** Loads a hardcoded secret from Key Vault when the code starts. */
export interface LoadChange extends VaultLoad {
  readonly way: VaultAccess['way'];
  /** The secret's name in the vault. */
  readonly secret: string;
  /** The setting it becomes, where the vault fills a configuration. */
  readonly setting: string;
  /** The setting with the vault's address. */
  readonly address: string;
  /** Settings files that gain the address. */
  readonly files: readonly FileEdit[];
}

/**
 * The change that loads a secret from Key Vault at start-up, or null where the code cannot.
 * It is named like the setting that would hold it otherwise.
 */
export function changeLoaded(
  value: Span,
  kind: string,
  service: Service | null,
  document: string,
  file: CodeFile,
  writer: CodeWriter,
  files: readonly ProjectFile[],
  choice: CredentialChoice,
): LoadChange | null {
  const literal = file.literalAt(value.start);
  const way = literal && file.vaultAt(literal)?.way;
  if (!way) return null;
  const known = [...file.settings, ...settingNames(files)];
  const address = addressOf(way, file, files);
  const base = way === 'configuration' ? configurationSetting(kind) : settingFor(kind, service);
  const vaultName = (one: string): string =>
    way === 'configuration' ? one.replaceAll(':', '--') : one.toLowerCase().replaceAll('_', '-');
  const taken = (one: string): boolean =>
    known.some((name) => name.replaceAll('__', ':').toLowerCase() === one.toLowerCase()) ||
    file.text.includes(`"${vaultName(one)}"`) ||
    file.text.includes(`'${vaultName(one)}'`);
  const numbered = (n: number): string => (way === 'configuration' ? `${base}${String(n)}` : `${base}_${String(n)}`);
  let free = base;
  for (let n = 2; taken(free); n++) free = numbered(n);
  const secret = vaultName(free);
  const load = writer.loadFromVault(literal, { name: secret, setting: free, words: wordsOf(kind), address }, choice);
  if (!load) return null;
  return {
    ...load,
    way,
    secret,
    setting: free,
    address,
    files: load.opens ? addressFiles(document, address, way, files) : [],
  };
}
