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

/**
 * True for a file whose lines are masked as a whole: of code each string, of settings each value, of a manifest all but packages.
 * Of any other file, such as a workflow or a template, only some values are known: no line beside a change is shown.
 */
export const isMaskedThroughout = (path: string): boolean =>
  dialectOf(path) !== null || isManifest(baseName(path)) || isSettingsFile(baseName(path));

/**
 * True for a file in which a word that looks like a key is none: code and manifests tell what it is, and workflows and templates
 * pin commits. In a settings file such a word was a value, before a person or a merge broke the line.
 */
export const hasPlainWords = async (path: string): Promise<boolean> =>
  dialectOf(path) !== null ||
  isManifest(baseName(path)) ||
  (!isSettingsFile(baseName(path)) && (await formatOf(path)) !== null);

/** The values of lines of a file that is not {@link isMaskedThroughout}, whatever its format: for lines that go. */
export const maskedLines = (text: string): readonly Span[] =>
  maskedInUnread(text).filter(({ start, end }) => {
    const value = text.slice(start, end).replace(/^["']|["',;]{1,3}$/g, '');
    return !isShown(value) && !REFERENCE.test(value);
  });

/** The comments of such a text, without their marks. A mark inside of a value only hides too much. */
export const commentsOf = (text: string): readonly Span[] =>
  [...text.matchAll(/(?<mark>(?:^|\s)(?:#|\/\/))[^\r\n]*/gm)].map(({ 0: whole, groups, index }) => ({
    start: index + (groups?.['mark'] ?? '').length,
    end: index + whole.length,
  }));

/** A value of Terraform that says where it is kept. */
const REFERENCE = /^(?:var|local|data|module)(?:\.[a-z_][a-z_-]{0,60}){1,4}$/;

/** How code in a file is spelled; null for a file that no language has code in. */
export const dialectOf = (path: string): Dialect | null =>
  languages.find(({ dialect }) => dialect.isCode(path))?.dialect ?? null;

/** True for a text that may be shown wherever it is, even in the place of a secret: an address, a placeholder, a switch. */
export const isShown = (value: string): boolean => isHarmless('password', value);
