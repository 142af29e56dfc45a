import ignore from 'ignore';
import { workspace } from 'vscode';
import type { Uri } from 'vscode';
import type { Severity } from '../core/finding';
import type { ScanOptions } from '../engine/engine';
import { placeOf } from './documents';

export const SECTION = 'secretless';

type CredentialChoice = NonNullable<ScanOptions['credential']>;
type Level = Severity | 'off';

const LEVELS: ReadonlySet<unknown> = new Set<Level>(['error', 'warning', 'information', 'hint', 'off']);
const CREDENTIALS: ReadonlySet<unknown> = new Set<CredentialChoice>([
  'DefaultAzureCredential',
  'ManagedIdentityCredential',
  'userAssigned',
  'pinned',
]);

const isLevel = (value: unknown): value is Level => LEVELS.has(value);
const isCredential = (value: unknown): value is CredentialChoice => CREDENTIALS.has(value);

/** The options of a scan from the settings that hold for a file. A value that is none of the offered ones is ignored. */
export function scanOptions(uri: Uri): ScanOptions {
  const settings = workspace.getConfiguration(SECTION, uri);
  const severities: Record<string, Level> = {};
  const families = { hardcoded: 'severity.hardcoded', 'key-auth': 'severity.keyAuth', infra: 'severity.infra' };
  for (const [family, key] of Object.entries(families)) {
    const level = settings.get<unknown>(key);
    if (isLevel(level)) severities[family] = level;
  }
  for (const [rule, level] of Object.entries(settings.get<Record<string, unknown> | null>('rules') ?? {})) {
    if (isLevel(level)) severities[rule] = level;
  }
  const credential = settings.get<unknown>('credential');
  return { severities, ...(isCredential(credential) ? { credential } : {}) };
}

/** Whether the severity of a secret in a file follows from what Git does with the file. */
export const followsRisk = (uri: Uri): boolean =>
  workspace.getConfiguration(SECTION, uri).get<boolean>('severity.byRepository') !== false;

/** Whether the settings leave a file out. */
export function isExcluded(uri: Uri): boolean {
  const settings = workspace.getConfiguration(SECTION, uri);
  if (settings.get<boolean>('enable') === false) return true;
  const patterns = settings.get<unknown>('scan.exclude');
  if (!Array.isArray(patterns)) return false;
  const { path } = placeOf(uri);
  if (!ignore.isPathValid(path)) return false;
  const rules = ignore();
  for (const pattern of patterns) {
    if (typeof pattern !== 'string') continue;
    try {
      rules.add(pattern);
    } catch {
      // A pattern that is being typed in the settings is none yet.
    }
  }
  return rules.ignores(path);
}
