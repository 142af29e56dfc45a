import { linesOf } from '../core/lines';
import type { Span } from '../core/span';

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
  const lines = linesOf(text);
  for (const { 1: verb, 2: options = '', index } of text.matchAll(DIRECTIVE)) {
    const { ids, until } = read(options);
    if (verb === 'disable') covered.push({ start: index, end: Infinity, ids, until });
    else if (verb === 'enable') {
      // Ends what is open: everything without ids, else the areas of the same ids.
      for (const area of covered) {
        if (area.end === Infinity && (ids === null || ids.some((id) => area.ids?.includes(id)))) area.end = index;
      }
    } else {
      const line = lines.positionAt(index).line + (verb === 'disable-line' ? 0 : 1);
      covered.push({ start: lines.lineStart(line), end: lines.lineStart(line + 1), ids, until });
    }
  }
  return {
    ignores(rule, span, today = new Date().toISOString().slice(0, 10)) {
      const family = rule.split('/', 1)[0] ?? rule;
      return covered.some(
        ({ start, end, ids, until }) =>
          span.start < Math.max(end, start + 1) &&
          start < Math.max(span.end, span.start + 1) &&
          (ids === null || ids.includes(rule) || ids.includes(family)) &&
          (until === null || today <= until),
      );
    },
  };
}
