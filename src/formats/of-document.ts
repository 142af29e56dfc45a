import type { SourceDocument } from '../core/document';
import { remembered } from '../core/remember';
import { contains } from '../core/span';
import type { Span } from '../core/span';
import { spanIndex } from '../core/span-index';
import type { Setting } from './format';
import { readSettings } from './index';

/** The settings of a document, read once however many findings it has; null where it cannot be read. */
export const settingsOf = remembered(({ path, text }: SourceDocument): Promise<readonly Setting[] | null> =>
  readSettings(path, text),
);

const settingsByPlace = remembered((settings: readonly Setting[]) =>
  spanIndex(settings, ({ valueSpan }) => [valueSpan]),
);

/** The first of some settings whose value covers a place; null where none does. */
export const settingCovering = (settings: readonly Setting[], place: Span): Setting | null =>
  settingsByPlace(settings)(place).find(({ valueSpan }) => contains(valueSpan, place)) ?? null;
