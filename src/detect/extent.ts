import {
  BACKSLASH,
  BACKTICK,
  CLOSE_ROUND,
  COMMA,
  DOUBLE_QUOTE,
  GREATER,
  LESS,
  LINE_FEED,
  OPEN_ROUND,
  RETURN,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from '../core/units';
import type { Span } from '../core/span';

/** How far a connection string or URL is followed to either side of the value, in UTF-16 units. */
const REACH = 2000;

const isQuote = (unit: number): boolean => unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE || unit === BACKTICK;
const isBreak = (unit: number): boolean => unit === LINE_FEED || unit === RETURN || unit === LESS || unit === GREATER;

/** The run of text round `inner` without quotes, line breaks and angle brackets; without white space when `tight`. */
export function runAround(text: string, inner: Span, tight: boolean): Span {
  const stops = (at: number): boolean => {
    const unit = text.charCodeAt(at);
    if (isQuote(unit) || isBreak(unit)) return true;
    return tight && (unit === SPACE || unit === TAB || unit === COMMA || unit === OPEN_ROUND || unit === CLOSE_ROUND);
  };
  let { start, end } = inner;
  const low = Math.max(0, start - REACH);
  const high = Math.min(text.length, end + REACH);
  while (start > low && !stops(start - 1)) start--;
  while (end < high && !stops(end)) end++;
  // The backslash of an escaped quote does not belong to the value.
  while (end > inner.end && text.charCodeAt(end - 1) === BACKSLASH) end--;
  return { start, end };
}

const CONNECTION_KEY =
  /(?<![A-Za-z0-9_]|(?<!:)-)(?:DefaultEndpointsProtocol|(?:Blob|Queue|Table|File|Dfs)(?:Secondary)?Endpoint|EndpointSuffix|AccountName|AccountKey|AccountEndpoint|SharedAccess(?:KeyName|Key|Signature)|Endpoint|HostName|DeviceId|EntityPath|AccessKey|UseDevelopmentStorage)\s{0,3}(?:\\?=|%3[Dd]|\\u003[Dd])/i;

/**
 * The connection string that `inner`, one of its values, belongs to: from its first known key to the last `;`-separated
 * pair. Null where no `Key=value` pair but the value's own is there.
 */
export function connectionStringAround(text: string, inner: Span): Span | null {
  const run = runAround(text, inner, false);
  const slice = text.slice(run.start, run.end);
  const first = CONNECTION_KEY.exec(slice);
  if (first === null || run.start + first.index > inner.start) return null;
  const start = run.start + first.index;
  // Behind the value: pairs go on after `;`, and stop at white space that no pair follows.
  const rest = /^(?:;\s{0,3}[A-Za-z][A-Za-z ]{0,40}=[^;\s,]{0,600}){0,30};?/.exec(text.slice(inner.end, run.end));
  return { start, end: inner.end + (rest?.[0].length ?? 0) };
}
