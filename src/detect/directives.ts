import { linesOf } from '../core/lines';
import type { Span } from '../core/span';
import { firstBehind, union } from '../core/span-index';

/** The comments of a text that say which findings to leave out. */
export interface Directives {
  /** @param today ISO date; a directive with `until=` before it no longer counts. Default: the clock's. */
  ignores(rule: string, span: Span, today?: string): boolean;
}

/** What one directive covers. */
interface Covered {
  readonly start: number;
  end: number;
  /** Rules (`hardcoded/storage-sas`), families (`hardcoded`), or null for all. */
  readonly ids: readonly string[] | null;
  readonly until: string | null;
}

/** Without it, in any case of letters, a text has no directive. */
export const DIRECTIVE_WORD = 'secretlint-';

export const noDirectives: Directives = { ignores: () => false };

const DIRECTIVE = /secretlint-(disable-next-line|disable-line|disable|enable)(?![\w-])([^\r\n]{0,2000})/g;

/** What closes a comment, so that it is not taken for an id: the ends of block comments in any language. */
const COMMENT_END = /\*\/|-->|--%>|#>|#\}|\*\)|"""|'''/;

function read(options: string): Pick<Covered, 'ids' | 'until'> {
  const inside = options.split(COMMENT_END, 1)[0] ?? '';
  const until = /(?:^|\s)until=(\d{4}-\d{2}-\d{2})(?!\d)/.exec(inside)?.[1] ?? null;
  const ids = (inside.split(/(?:^|\s)--(?:\s|$)/, 1)[0] ?? '')
    .replace(/(?:^|\s)until=\S*/g, ' ')
    .split(/[\s,]+/)
    .filter((id) => id !== '');
  return { ids: ids.length === 0 ? null : ids, until };
}

/**
 * Reads secretlint's directives, found anywhere in the text as secretlint does: `secretlint-disable`, `-enable`,
 * `-disable-line` and `-disable-next-line`, with ids, `until=YYYY-MM-DD` and `-- reason`, all optional.
 * Ids of secretlint's own rules leave our findings alone.
 */
export function directivesOf(text: string): Directives {
  if (!text.includes(DIRECTIVE_WORD)) return noDirectives;
  const covered: Covered[] = [];
  const open = openAreas();
  const lines = linesOf(text);
  for (const { 1: verb, 2: options = '', index } of text.matchAll(DIRECTIVE)) {
    const { ids, until } = read(options);
    if (verb === 'enable') open.close(ids, index);
    else if (verb === 'disable') {
      const area: Covered = { start: index, end: Infinity, ids, until };
      covered.push(area);
      open.add(area);
    } else {
      const line = lines.positionAt(index).line + (verb === 'disable-line' ? 0 : 1);
      covered.push({ start: lines.lineStart(line), end: lines.lineStart(line + 1), ids, until });
    }
  }
  const areas = areasById(covered);
  return {
    ignores(rule, span, today = new Date().toISOString().slice(0, 10)) {
      const family = rule.split('/', 1)[0] ?? rule;
      return [ALL, rule, family].some((id) =>
        [...(areas.get(id) ?? [])].some(
          ([until, places]) => (until === null || today <= until) && isCovered(span, places),
        ),
      );
    },
  };
}

/** Stands for every id. */
const ALL = '';

/** What `disable` has opened and no `enable` has closed, by the ids that close it. */
function openAreas() {
  const open = new Map<string, Covered[]>();
  return {
    add(area: Covered) {
      for (const id of area.ids ?? [ALL]) {
        const same = open.get(id);
        if (same) same.push(area);
        else open.set(id, [area]);
      }
    },
    /** Ends everything without ids, else the areas of the same ids. */
    close(ids: readonly string[] | null, at: number) {
      for (const id of ids ?? [...open.keys()]) {
        for (const area of open.get(id) ?? []) if (area.end === Infinity) area.end = at;
        open.delete(id);
      }
    },
  };
}

type Places = readonly Span[];

/** What is covered for each id, by the day up to which it is, joined: no place is looked at twice. */
function areasById(covered: readonly Covered[]): ReadonlyMap<string, ReadonlyMap<string | null, Places>> {
  const areas = new Map<string, Map<string | null, Span[]>>();
  for (const { start, end, ids, until } of covered) {
    for (const id of ids ?? [ALL]) {
      const days = areas.get(id) ?? new Map<string | null, Span[]>();
      areas.set(id, days);
      const places = days.get(until) ?? [];
      days.set(until, places);
      places.push({ start, end: Math.max(end, start + 1) });
    }
  }
  return new Map(
    [...areas].map(([id, days]) => [id, new Map([...days].map(([until, places]) => [until, union(places)]))]),
  );
}

function isCovered({ start, end }: Span, places: Places): boolean {
  const first = places[firstBehind(places, start)];
  return first !== undefined && first.start < Math.max(end, start + 1);
}
