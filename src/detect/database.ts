import type { Span } from '../core/span';
import type { Match, Verdict } from './kind';
import { isPlaceholder } from './placeholders';
import { isLocal } from './silent';

/** Hosts of Azure's databases, also of its sovereign clouds. */
export const azureHost = {
  sql: /database\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net|fabric\.microsoft\.com)|sql\.azuresynapse\.net/i,
  postgres:
    /(?:postgres|postgresql)\.database\.(?:azure\.com|chinacloudapi\.cn|usgovcloudapi\.net)|postgres\.cosmos\.azure\.com/i,
  mysql: /(?:mysql|mariadb)\.database\.(?:azure\.com|chinacloudapi\.cn|usgovcloudapi\.net)/i,
  redis:
    /redis\.(?:cache\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|azure\.net)|redisenterprise\.cache\.azure\.net/i,
} as const;

/** Servers of other providers, of containers beside the program, and hosts without a domain: not Azure's. */
const ELSEWHERE =
  /\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal)\b|\[?::1\]?|\(local(?:db)?\)|(?:server|source)["']?\s?[=:]\s?["']?(?:tcp:)?\.[\s;,"'\\]|amazonaws\.com|googleapis\.com|cloudsql|supabase|neon\.tech|planetscale|psdb\.cloud|digitalocean|aivencloud|heroku|render\.com|railway\.app|mcr\.microsoft\.com\/mssql|mssqlsvc\/|docker|\bimage["']?\s?[:=]\s?["']?(?:[\w.-]{1,40}\/)?(?:mysql|mariadb|percona|postgres|postgis|timescale|mssql|bitnami)|(?:host|server|address)["']?\s{0,3}(?:=>|[:=])\s{0,3}["']?[a-z][\w-]{1,30}["']?\s{0,30}(?:[,;}#\r\n]|$)/i;

/** The text names a server that is not Azure's. */
export const isElsewhere = (text: string): boolean => ELSEWHERE.test(text);

/** A password that a person would not have typed as an example: eight characters of three classes. */
export const isStrong = (value: string): boolean =>
  value.length >= 8 && [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((each) => each.test(value)).length >= 3;

/** Servers of documentation: nobody's secret. */
const NOBODYS =
  /example\.(?:com|org|net)|your[-_.]|<|\bmy-?_?(?:server|host|db)(?:name|address)?\b|\bserver-?_?(?:name|address)\b|\bhost-?_?name\b|^(?:my)?(?:server|host|db|sql|database|sqlserver|mssql|mysql|postgres)[-_]?\d{0,4}$/i;

export const isNobodys = (server: string): boolean => NOBODYS.test(server);

/**
 * Judges a password for a server: silent for placeholders and a developer's own machine, at ease with Azure's hosts. At
 * any other host only a strong password counts, and only where Azure's is the usual product (`elsewhere`).
 */
export function judgePassword(password: string, server: string, azure: RegExp, elsewhere: boolean): Verdict | null {
  if (password.length < 4 || isPlaceholder(password)) return null;
  if (azure.test(server)) return { grade: 'certain' };
  if (!elsewhere || isLocal(server) || isNobodys(server) || !isStrong(password)) return null;
  return { grade: 'likely' };
}

const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]{0,60}\.ya?ml$/i;

/** A server without a domain in a file of containers: one of them, not Azure's. */
export const isContainer = (server: string, path: string): boolean =>
  COMPOSE.test(path) && /^(?:tcp:)?[a-z][\w-]{0,60}(?:[,:\\]|$)/i.test(server);

export interface Pairs {
  /** By key in lower case. */
  readonly values: ReadonlyMap<string, string>;
  readonly around: Span;
  /** The segment of the first pair, with what is before it: `url = "jdbc:sqlserver://host:1433`. */
  readonly head: string;
}

const REACH = 800;
/** Quotes, joints of concatenated strings and line breaks between two pairs. */
const GAP = /^[\s"'`+&\\@.|]{0,60}/;
/** A value may be put in by code: `Server=" + server + ";`. */
const PAIR =
  /^([A-Za-z][\w. ]{0,40}?)\s{0,3}=\s{0,3}((?:[^\r\n"'`]|["'`]\s{0,3}[+&.]\s{0,3}[\w.()[\]]{1,60}\s{0,3}[+&.]\s{0,3}["'`]){0,300})$/;
/** The first pair of a string, after whatever code or setting it is the value of. */
const FIRST_PAIRS = [
  /(?:["'`>[]|&quot;?|\\u00(?:2[27]|3[eE]))\s{0,2}(?<key>[A-Za-z][\w. ]{0,40}?)\s{0,3}=\s{0,3}(?<value>[^="'`]{0,2000})$/d,
  /(?:^|:-|[=:(\s\]])(?<key>(?:Data |Network |Initial |User )?[A-Za-z][\w.]{0,30})\s{0,3}=\s{0,3}(?<value>[^="'`]{0,2000})$/di,
];

/** The `;`-separated pairs round the pair at `own` (`Password=...`), which itself is left out. */
export function pairsAround(text: string, own: Span): Pairs {
  // Some writers of JSON escape the equals sign; offsets stay what they are.
  const part = (from: number, to: number): string => {
    const raw = text.slice(Math.max(0, from), to);
    return raw.includes('\\u003') ? raw.replace(/\\u003[dD]/g, '=     ') : raw;
  };
  const values = new Map<string, string>();
  let [start, head] = [own.start, ''];
  let at = own.start;
  // One by one: few are read, and a line may have a password in each of thousands of strings.
  const before = part(own.start - REACH, own.start);
  for (let to = before.length, cut = to; cut >= 0; to = cut) {
    cut = to > 0 ? before.lastIndexOf(';', to - 1) : -1;
    const segment = before.slice(cut + 1, to);
    const from = at - segment.length;
    at = from - 1;
    const gap = GAP.exec(segment)?.[0].length ?? 0;
    const body = segment.slice(gap);
    if (body === '') continue;
    const whole = /jdbc:/i.test(body) ? null : PAIR.exec(body);
    // `NAME=Server=x` is the first pair, too.
    if (whole !== null && !(whole[2] ?? '').includes('=')) {
      const key = (whole[1] ?? '').toLowerCase();
      // Another password belongs to another string.
      if (key === 'password' || key === 'pwd') break;
      values.set(key, (whole[2] ?? '').trim());
      start = from + gap;
      continue;
    }
    head = body;
    for (const expression of FIRST_PAIRS) {
      const first = expression.exec(body);
      const place = first?.indices?.groups?.['key'];
      if (first === null || place === undefined) continue;
      values.set((first.groups?.['key'] ?? '').toLowerCase(), (first.groups?.['value'] ?? '').trim());
      start = from + gap + place[0];
      break;
    }
    const address = body.search(/jdbc:/i);
    if (address >= 0) start = from + gap + address;
    break;
  }
  let end = own.end;
  let next = own.end + (/^["'}]?(?:&quot)?;?/.exec(part(own.end, own.end + 8))?.[0].length ?? 0);
  const behind = part(next, own.end + REACH);
  for (let from = 0, cut = 0; cut >= 0; from = cut + 1) {
    cut = behind.indexOf(';', from);
    const segment = behind.slice(from, cut < 0 ? behind.length : cut);
    const gap = GAP.exec(segment)?.[0] ?? '';
    const found = /^([A-Za-z][\w. ]{0,40}?)\s{0,3}=\s{0,3}([^"'`\r\n<]{0,2000})/.exec(segment.slice(gap.length));
    if (found === null || /\n\s*\n/.test(gap)) break;
    values.set((found[1] ?? '').trim().toLowerCase(), (found[2] ?? '').trim());
    end = next + gap.length + found[0].length;
    if (gap.length + found[0].length < segment.length) break;
    next += segment.length + 1;
  }
  return { values, around: { start, end }, head };
}

/** Text round a match: what is on its line, or near it. */
export const within = ({ text, value }: Match, before: number, after: number): string =>
  text.slice(Math.max(0, value.start - before), value.end + after);
