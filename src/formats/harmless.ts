import { partsOf } from '../detect/connection-string';
import { Redacted } from '../core/redacted';
import { referencesIn } from './expression';

/** Names of settings whose value is kept back unless it is a placeholder, an address or a switch. */
const SECRET_NAME = /pass|pwd|secret|token|key|cred|connection|conn(?:_?str)?$|sas|sign|\bpin$|auth(?!or)/i;

/** Names of settings that hold an id of Microsoft Entra, which is no secret. */
const ID_NAME =
  /(?:tenant|client|app|application|subscription|object|principal|directory|resource|identity)[-_.: ]?id$/i;
const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;

/** Names of settings that choose among a few words. */
const CHOICE_NAME =
  /(?:environment|log_?level|region|location|runtime|locale|language|time_?zone|tz|mode|provider|authentication|version|scheme|protocol|cloud)$|^(?:FUNCTIONS_|ASPNETCORE_|DOTNET_|Logging:)/i;
const CHOICE = /^[A-Za-z*]{0,16}\d{0,2}(?:[ ._/~-](?:[A-Za-z]{1,16}\d{0,2}|\d{1,4})){0,6}$/;

const SWITCH =
  /^(?:true|false|yes|no|on|off|enabled?|disabled?|none|null|default|auto|development|production|staging|local|debug|trace|verbose|info(?:rmation)?|warn(?:ing)?|error|critical|fatal|silent|node|python|java|dotnet(?:-isolated)?|powershell|custom|https?|tcp|amqp|utf-?8|json|xml|text)$/i;

/** Small numbers, versions, times and sizes. */
const NUMBER = /^[~^v+-]?\d{1,5}(?:[.:,]\d{1,5}){0,4}\s?(?:%|[a-z]{1,2})?$/i;

/** Words that stand for the value to come. Digits and marks are left out: a password may begin with such a word. */
const PLACEHOLDER =
  /^(?:<[A-Za-z][A-Za-z _.:/-]{0,60}\d{0,2}>|\[[A-Za-z][A-Za-z _-]{0,60}\]|\{[A-Za-z][A-Za-z _-]{0,60}\}|x{3,400}|\*{3,400}|\.{3}|\u2026|your[a-z]{0,20}(?:[-_ .][a-z]{1,20}){0,8}|(?:change|replace|enter|insert|paste|add|put|set|fill|todo|tbd|placeholder|changeme|redacted)(?:[-_ :.](?:it|me|this|with|in|your|the|a|an|here|value|key|secret|password|string|connection|endpoint|name|account|todo|later)){0,8})$/i;

const HOST = /^[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}(?::\d{1,5})?$/;
const AZURE_HOST =
  /\.(?:windows\.net|azure\.(?:com|net|cn|us)|azurewebsites\.net|azurecr\.io|azure-api\.net|microsoftonline\.com|microsoft\.com|azurestaticapps\.net|azurefd\.net|cloudapp\.azure\.com)(?::\d{1,5})?$|^(?:localhost|(?:\d{1,3}\.){3}\d{1,3})(?::\d{1,5})?$/i;

/** A word of a path: letters, or few digits. */
const WORD = /^(?:[A-Za-z]{0,24}\d{0,4}[A-Za-z]{0,3})$/;
const isWordy = (segment: string): boolean =>
  segment.length <= 64 && segment.split(/[-_.~:]/).every((word) => WORD.test(word));

/** An address without user, query and fragment, whose path is made of words. */
function isAddress(text: string): boolean {
  const [, host = '', path = ''] =
    /^[a-z][a-z0-9+.-]{1,20}:\/\/([^/?#\\\s]{1,300})(\/[^?#\\\s]{0,500})?$/i.exec(text) ?? [];
  if (!HOST.test(host)) return false;
  const isLogin = /^(?:login\.microsoftonline\.|sts\.windows\.net$|login\.chinacloudapi\.cn$)/i.test(host);
  return path.split('/').every((segment) => isWordy(segment) || (isLogin && GUID.test(segment)));
}

/** Keys of connection strings whose values may be any words: the rest is judged value by value. */
const SIGN_IN = /^authentication$/i;

/** Words as keys of connection strings are made of. */
const KEY = /^(?:[A-Za-z][a-z]{1,15}|[A-Z]{2,5})(?:[ _.-]?[A-Z][a-z]{2,15}|[ _.-][a-z]{2,15}|[ _]?I[Dd]){0,5}$/;

/** A connection string without a secret: all its parts are known, and none is one that may hold a secret. */
function hasNoSecret(text: string): boolean {
  const pairs = text.split(';').filter((pair) => pair.trim() !== '');
  if (pairs.length === 0 || !pairs.every((pair) => /^\s{0,99}[A-Za-z][\w .-]{0,40}=/.test(pair))) return false;
  return pairs.every((pair) => {
    const at = pair.indexOf('=');
    const [key, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    // Base64 ends with an equals sign as well, with nothing after it.
    if (value === '' || PLACEHOLDER.test(value)) return KEY.test(key);
    if (SIGN_IN.test(key)) return CHOICE.test(value);
    // A part without what it was written with, such as the query of an address, is not the whole value.
    return Object.values(partsOf(new Redacted(pair)))[0] === value;
  });
}

/**
 * True for a value that may be shown: nothing, a switch, a small number, an address, an id of a tenant or an app, a
 * placeholder, a reference to where the value is kept. All else is kept back, whether it looks like a secret or not.
 */
export function isHarmless(name: string, value: string): boolean {
  const references = referencesIn(value);
  const text = withoutReferences(value, references).trim();
  if (references.some(({ otherwise }) => otherwise !== '' && !isHarmless(name, otherwise))) return false;
  if (text === '' || PLACEHOLDER.test(text) || /^[^\p{L}\p{N}]{1,3}$/u.test(text)) return true;
  if (SWITCH.test(text)) return true;
  // Places that are filled in, inside an address or a connection string.
  const filled = text.replace(/<[A-Za-z][A-Za-z _.:/-]{0,60}\d{0,2}>|\{[A-Za-z][A-Za-z_-]{0,60}\}/g, 'x');
  if (isAddress(filled) || (AZURE_HOST.test(filled) && HOST.test(filled)) || hasNoSecret(text)) return true;
  if (GUID.test(text)) return ID_NAME.test(name);
  if (SECRET_NAME.test(name)) return false;
  return NUMBER.test(text) || (CHOICE_NAME.test(name) && CHOICE.test(text) && text.length <= 40);
}

/** The text with a word to be filled in for each reference. */
function withoutReferences(text: string, references: ReturnType<typeof referencesIn>): string {
  if (references.length === 1 && references[0]?.start === 0 && references[0].end === text.length) return '';
  let [result, at] = ['', 0];
  for (const { start, end } of references) {
    result += `${text.slice(at, start)}<reference>`;
    at = end;
  }
  return result + text.slice(at);
}
