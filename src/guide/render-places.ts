import type { Related } from '../core/finding';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { escapeHtml } from './render-html';

/** Places that a finding has to do with, and what they tell together. */
export interface Places {
  /** "3 clients still use the key"; null where the list says it all. */
  readonly summary: Message | null;
  readonly list: readonly Related[];
}

/** More than a side bar shows at a glance. */
const SHOWN = 10;

/** The section with links to the places. `data-place` holds the number of the place in the list: nothing else of it is sent. */
export function placesHtml({ summary, list }: Places, t: (message: Message) => string): string {
  if (summary === null && list.length === 0) return '';
  const items = list.slice(0, SHOWN).map(({ path, start, message }, at) => {
    const place = `${path}:${String(start.line + 1)}`;
    const label = t(say('Go to {place}', { place }));
    return `<li><button type="button" class="link" id="place-${String(at)}" data-place="${String(at)}" aria-label="${escapeHtml(label)}">${escapeHtml(place)}</button> ${escapeHtml(t(message))}</li>`;
  });
  const more =
    list.length <= SHOWN
      ? ''
      : `<p class="note">${escapeHtml(t(say('{count} more', { count: list.length - SHOWN })))}</p>`;
  const text = summary === null ? '' : `<p>${escapeHtml(t(summary))}</p>`;
  const places = items.length === 0 ? '' : `<ul class="places">${items.join('')}</ul>`;
  return `<section id="places" aria-labelledby="h-places"><h2 id="h-places">${escapeHtml(t(say('Where it is set and read')))}</h2>${text}${places}${more}</section>`;
}
