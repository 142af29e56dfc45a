import type { ProjectFile } from '../core/files';
import { applyEdits } from '../core/edit';
import { editsBetween } from '../core/edits-between';
import type { Fix, Refusal } from '../core/finding';
import { editSettings } from '../formats/edit';
import { formats } from '../formats/index';
import type { CredentialChoice } from '../languages/contract/credential';
import type { CodeFile } from '../languages/contract/file';
import type { Language } from '../languages/contract/language';
import type { CodeWriter } from '../languages/contract/writer';
import { isPlaceholder } from './endpoint';
import type { LoadChange } from './load-secret';
import { sameSetting, settingsOfProject } from './project';
import { keptFix } from './titles';
import type { Use } from './uses';
import { addressFiles, addressOf } from './vault-address';

/** Reasons that say that the secret itself has to stay. */
const STAYS: ReadonlySet<string> = new Set(['no-entra', 'package-without-entra', 'cosmos-mongo-request-units']);

/** What a vault can name, with `--` for each colon. */
const NAME = /^[0-9A-Za-z]+(?:[:-][0-9A-Za-z]+)*$/;

/** The setting that a use reads its secret from, where Key Vault can fill it and does not yet. */
function settingOf({ trace, match }: Use, why: Refusal, file: CodeFile): string | null {
  const { setting } = trace;
  if (!STAYS.has(why.id) || setting?.origin !== 'configuration' || setting.bound || !NAME.test(setting.name))
    return null;
  const access = file.vaultAt(match.node);
  return access?.way === 'configuration' && access.opens ? setting.name : null;
}

/** The fix for a secret of the configuration that has to stay: Key Vault fills the setting. */
export function fillFixes(use: Use, why: Refusal, file: CodeFile): Fix[] {
  const setting = settingOf(use, why, file);
  return setting === null ? [] : [keptFix('key-vault', setting)];
}

/** A setting that Key Vault fills, and the settings files without its value. */
export interface FillChange extends LoadChange {
  /** A value was in a settings file. */
  readonly leaked: boolean;
}

export function changeFilled(
  use: Use,
  why: Refusal,
  document: string,
  language: Language,
  file: CodeFile,
  writer: CodeWriter,
  files: readonly ProjectFile[],
  choice: CredentialChoice,
): FillChange | null {
  const setting = settingOf(use, why, file);
  if (setting === null) return null;
  const address = addressOf('configuration', file, files);
  const load = writer.openVault(use.match.node, address, choice);
  if (!load) return null;
  const belongs = settingsOfProject(document, language, [setting], files);
  let leaked = false;
  const emptied = files.map((one): ProjectFile => {
    const format = formats.find((each) => each.handles(one.path));
    if (!format || one.editable === false || !belongs(one)) return one;
    // The value goes and the name stays, so that everybody sees what the app needs.
    const filled = (format.read(one.text) ?? []).filter(
      (each) => sameSetting(each.name, setting) && !isPlaceholder(each.value.value.reveal()),
    );
    const blank = editSettings(
      format,
      one.text,
      filled.map((each) => ({ kind: 'blank', setting: each })),
    );
    if (filled.length === 0 || blank.kind === 'unedited') return one;
    leaked = true;
    return { ...one, text: blank.text };
  });
  const addresses = addressFiles(document, address, 'configuration', emptied);
  const changed = emptied.flatMap(({ path, text }, i) => {
    const after = applyEdits(
      text,
      addresses.filter((one) => one.path === path).flatMap(({ edits }) => edits),
    );
    const before = files[i]?.text ?? text;
    return after === before ? [] : [{ path, edits: editsBetween(before, after) }];
  });
  return {
    ...load,
    way: 'configuration',
    secret: setting.replaceAll(':', '--'),
    setting,
    address,
    files: changed,
    leaked,
  };
}
