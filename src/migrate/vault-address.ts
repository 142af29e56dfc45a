import type { ProjectFile } from '../core/files';
import { baseName, folderOf } from '../core/document';
import { editSettings } from '../formats/edit';
import type { SettingsFormat } from '../formats/format';
import { formats } from '../formats/index';
import type { CodeFile } from '../languages/contract/file';
import type { VaultAccess } from '../languages/contract/vault';
import type { FileEdit } from './migration';

type Way = VaultAccess['way'];

/** Service Connector's name for the address of a vault. */
const ADDRESS = 'AZURE_KEYVAULT_RESOURCEENDPOINT';

/** What people call it: `KeyVaultUri`, `KEY_VAULT_URL`, `KeyVault:Endpoint`. */
const ADDRESSES = /^(?:azure[_:]?)?key_?vault(?:[_:]|__)?(?:vault)?(?:uri|url|endpoint|resourceendpoint)$/i;

/** The names of all settings in settings files. */
export const settingNames = (files: readonly ProjectFile[]): string[] =>
  files.flatMap(({ path, text }) => {
    const settings = formats.find((one) => one.handles(path))?.read(text) ?? [];
    return settings.map(({ name }) => name);
  });

/** The setting with the vault's address: the one that the project has, else Service Connector's. */
export function addressOf(way: Way, file: CodeFile, files: readonly ProjectFile[]): string {
  const known = [...file.settings, ...settingNames(files)].map((name) =>
    way === 'configuration' ? name.replaceAll('__', ':') : name,
  );
  return known.find((name) => ADDRESSES.test(name) && (way === 'configuration' || !name.includes(':'))) ?? ADDRESS;
}

const isAbove = (path: string, document: string): boolean =>
  folderOf(path) === '' || document.startsWith(`${folderOf(path)}/`);

/** The settings that somebody fills in: what all environments share, the emulated host's, and templates of settings. */
const takesAddress = (format: SettingsFormat, path: string, way: Way): boolean =>
  format.isExample(path) ||
  (way === 'configuration'
    ? /^(?:appsettings|local\.settings)\.json$/i.test(baseName(path))
    : /^(?:\.env|local\.settings\.json)$/i.test(baseName(path)));

/** Puts the address into the nearest settings files above the document that have none, as an empty value or a placeholder. */
export function addressFiles(document: string, address: string, way: Way, files: readonly ProjectFile[]): FileEdit[] {
  if (settingNames(files).some((name) => name === address || name.replaceAll('__', ':') === address)) return [];
  const own = files.flatMap((file) => {
    const format = formats.find((one) => one.handles(file.path));
    const belongs = format && isAbove(file.path, document) && takesAddress(format, file.path, way);
    return belongs && (way === 'client' || format.id !== 'dotenv') ? [{ file, format }] : [];
  });
  const depth = Math.max(...own.map(({ file }) => folderOf(file.path).length));
  return own.flatMap(({ file: { path, text, editable }, format }): FileEdit[] => {
    if (folderOf(path).length < depth || editable === false) return [];
    const value = format.isExample(path) ? 'https://<vault>.vault.azure.net/' : '';
    const made = editSettings(format, text, [{ kind: 'append', name: address, value }]);
    return made.kind === 'edited' ? [{ path, edits: made.edits }] : [];
  });
}
