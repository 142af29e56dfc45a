import type { Message } from '../core/message';
import { english, say } from '../core/message';
import { escapeHtml } from './render-html';

interface Bar {
  readonly title: string;
  readonly open: number;
  readonly migrated: number;
}

/** Whole percents of the migrated, rounded down so that 100 means all. */
export const share = (migrated: number, open: number): number =>
  migrated + open === 0 ? 100 : Math.floor((100 * migrated) / (migrated + open));

const width = 640;
const left = 230;
const right = 90;
const height = 22;
const gap = 14;

const shorten = (text: string): string => (text.length > 27 ? `${text.slice(0, 26)}…` : text);

/**
 * A bar for each service as inline SVG: migrated, then open. Colours come from the page's classes `bar-done` and
 * `bar-open`; the open part is thinner, so that the picture does not live by colour alone.
 */
export function progressPicture(bars: readonly Bar[], translate: (message: Message) => string = english): string {
  const t = (message: Message): string => escapeHtml(translate(message));
  const migrated = bars.reduce((sum, bar) => sum + bar.migrated, 0);
  const open = bars.reduce((sum, bar) => sum + bar.open, 0);
  const most = Math.max(1, ...bars.map((bar) => bar.migrated + bar.open));
  const room = width - left - right;
  const rows = bars.map((bar, at) => {
    const y = at * (height + gap);
    const done = Math.round((room * bar.migrated) / most);
    const rest = Math.round((room * (bar.migrated + bar.open)) / most) - done;
    return [
      `<text x="${left - 10}" y="${y + 16}" text-anchor="end">${escapeHtml(shorten(bar.title))}</text>`,
      `<rect class="bar-rest" x="${left}" y="${y + height - 2}" width="${room}" height="2"></rect>`,
      `<rect class="bar-done" x="${left}" y="${y}" width="${done}" height="${height}"></rect>`,
      `<rect class="bar-open" x="${left + done}" y="${y + 5}" width="${rest}" height="${height - 10}"></rect>`,
      `<text x="${left + done + rest + 8}" y="${y + 16}">${bar.migrated}/${bar.migrated + bar.open}</text>`,
    ].join('');
  });
  const words = [
    t(
      say('{migrated} of {all} uses are migrated ({percent} %).', {
        migrated,
        all: migrated + open,
        percent: share(migrated, open),
      }),
    ),
    ...bars.map((bar) =>
      t(
        say('{service}: {migrated} migrated, {open} open.', {
          service: bar.title,
          migrated: bar.migrated,
          open: bar.open,
        }),
      ),
    ),
  ];
  const tall = Math.max(1, bars.length * (height + gap) - gap);
  return `<svg role="img" aria-labelledby="picture-title picture-text" viewBox="0 0 ${width} ${tall}" width="${width}" height="${tall}"><title id="picture-title">${t(say('Progress of the migration'))}</title><desc id="picture-text">${words.join(' ')}</desc>${rows.join('')}</svg>`;
}
