import { baseName } from '../core/document';
import type { Span } from '../core/span';
import { formatOf } from '../formats/index';
import { maskedIn, maskedInUnread } from '../formats/mask';
import { isSettingsFile } from '../project/manifests';

/**
 * The parts of a text that a diff keeps back because they are values of settings; nothing in files that hold none. In
 * order, without overlaps.
 */
export async function maskedSettings(path: string, text: string): Promise<readonly Span[]> {
  const format = await formatOf(path);
  if (format) return maskedIn(format, text);
  return isSettingsFile(baseName(path)) ? maskedInUnread(text) : [];
}
