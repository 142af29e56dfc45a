import { say } from '../core/message';
import type { Span } from '../core/span';
import { decode } from './encoding';
import { connectionStringAround, runAround } from './extent';
import type { Verdict } from './kind';

/** A parameter of a query, whatever its place; undefined when it is not there. */
export const parameter = (query: string, name: string): string | undefined =>
  new RegExp(`(?:^|[?&;=[\\s])${name}=([^&\\s]{1,200})`, 'i').exec(query)?.[1];

/** More than a year ahead is long-lived for a token that cannot be taken back on its own. */
const LONG_LIVED_DAYS = 366;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The day of a time in a query, or null: an ISO time in Storage, seconds since 1970 elsewhere. */
function dayOf(query: string, name: string): string | null {
  const value = decode(parameter(query, name) ?? '', true);
  const date = /^\d{9,10}$/.test(value)
    ? new Date(Number(value) * 1000).toISOString().slice(0, 10)
    : /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  return date === undefined || Number.isNaN(Date.parse(date)) ? null : date;
}

/** What the expiry of a SAS means: `se`, or `ske` of the delegation key that signed it where that ends earlier. */
export function expiry(query: string, today: string): Pick<Verdict, 'message' | 'reach'> {
  const [date] = ['se', 'ske'].flatMap((name) => dayOf(query, name) ?? []).sort();
  if (date === undefined || Number.isNaN(days(today, date))) return {};
  if (date < today) return { message: say('Hardcoded SAS token, expired on {date}', { date }), reach: 'expired' };
  if (days(today, date) <= LONG_LIVED_DAYS) return {};
  return { message: say('Hardcoded SAS token, valid until {date}', { date }), reach: 'wide' };
}

/** How far a SAS of Storage reaches that is valid for a time only: to read or list one thing, or further. */
export const reachOf = (query: string): Pick<Verdict, 'reach'> => {
  const isOne = parameter(query, 'sr') !== undefined || parameter(query, 'tn') !== undefined;
  const isAccount = parameter(query, 'ss') !== undefined || parameter(query, 'srt') !== undefined;
  const isDated = parameter(query, 'se') !== undefined;
  return isOne && !isAccount && isDated && /^[rl]+$/.test(parameter(query, 'sp') ?? '') ? { reach: 'narrow' } : {};
};

/** The connection string, URL or bare query that a signature belongs to. */
export function queryAround(text: string, value: Span): Span {
  const connection = connectionStringAround(text, value);
  if (connection !== null) return connection;
  const run = runAround(text, value, true);
  const before = text.slice(run.start, value.start);
  const scheme = before.search(/[A-Za-z][A-Za-z0-9+.-]{0,20}:(?:\\?\/){2}[^:]{0,1800}$/);
  if (scheme >= 0) return { start: run.start + scheme, end: run.end };
  // Of `SAS_TOKEN=sv=...&sig=...`, the part from the first parameter on.
  const name = /^[^?&=]{0,200}[=:](?=\w{2,5}=)/.exec(before)?.[0].length ?? 0;
  return { start: run.start + name, end: run.end };
}
