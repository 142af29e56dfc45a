import { baseName } from '../core/document';
import type { Span } from '../core/span';
import { isHarmless } from '../formats/harmless';
import { formatOf } from '../formats/index';
import { maskedIn, maskedInUnread } from '../formats/mask';
import type { Dialect } from '../languages/contract/dialect';
import { languages } from '../languages/index';
import { maskedInManifest } from '../manifests/mask';
import { isManifest, isSettingsFile } from '../project/manifests';

/**
 * The parts of a text that a diff keeps back because they are values of settings, or of a manifest anything but packages and
 * versions; nothing in files that hold none. In order, without overlaps.
 */
export async function maskedSettings(path: string, text: string): Promise<readonly Span[]> {
  if (isManifest(baseName(path))) return maskedInManifest(text);
  const format = await formatOf(path);
  if (format) return maskedIn(format, text);
  return isSettingsFile(baseName(path)) ? maskedInUnread(text) : [];
}

/** How code in a file is spelled; null for a file that no language has code in. */
export const dialectOf = (path: string): Dialect | null =>
  languages.find(({ dialect }) => dialect.isCode(path))?.dialect ?? null;

/** True for a text that may be shown wherever it is, even in the place of a secret: an address, a placeholder, a switch. */
export const isShown = (value: string): boolean => isHarmless('password', value);
