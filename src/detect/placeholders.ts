import { anyOf } from '../core/any-of';
import type { Row } from '../core/any-of';
import { isWordForPassword } from './labels';

/** Words that say: put the real one here. */
const TO_BE_REPLACED: readonly Row[] = [
  [/your/i, 'your-password'],
  [/x{4}|\bx{3}\b/i, 'crossed out'],
  [/to-?_?do\b/i, 'to do'],
  [/change[-_ ]?(?:me|it|this)/i, 'change me'],
  [/placeholder/i, 'says so'],
  [/redacted|hidden|masked/i, 'taken out by somebody'],
  [/example|dummy|sample/i, 'of an example'],
  [/insert|replace|enter[-_ ]|fill[-_ ]?in/i, 'what to do with it'],
  [/(?:my|some|fake|dummy|mock)[-_]?(?:secret|pass|pwd|strong|key|token)/i, 'my-secret'],
  [/secret[-_]?here|goes[-_]?here/i, 'where it goes'],
  [/not[-_ ]?set|undefined|\bnull\b|\bnone\b/i, 'nothing'],
  [/\bpass(?:word)?$/i, 'its own name'],
  [/<|>/i, 'in angle brackets'],
  [/\*{3}|\.{3}|\u2026|\u2022/i, 'stars, dots, an ellipsis, bullets'],
];

/** Words that people type where any value will do, perhaps with a number. */
const TRIVIAL = [
  ...['test', 'true', 'false', 'string', 'value', 'default', 'required', 'optional', 'empty', 'securestring'],
  ...['admin', 'root', 'user', 'guest'],
  ...['secret', 'pass', 'passwd', 'password', 'notasecret', 'changeit'],
  ...['mysql', 'sqlserver', 'redis', 'azure', 'postgres', 'postgresql'],
];

const TRIVIAL_FORMS: readonly Row[] = [
  [/^p[a@](?:ss|\$\$)w(?:or|0r|o|0)d\d{0,4}!?$/i, 'p@ssw0rd'],
  [/^[a-z]{2,10}password\d{0,4}!?$/i, 'somepassword1'],
  [/^(?:[a-z]{1,60}_)?(?:[a-z]{1,60}_)?(?:access_?)?token\d{0,4}!?$/i, 'a_token'],
  [/^(?:\d{1,6}|[A-Za-z]{1,5})$/i, 'a number, or a short word'],
];

/** What only says where the real one is, or what it looks like. */
const REFERENCE: readonly Row[] = [
  [/\(\?|\[\^|\\[sdwbSDW]|\{\d{0,20},\d{0,20}\}/i, 'regular expressions'],
  [
    /^\$\[|[-_.:]\$[A-Za-z_]\w{3,100}$|\$\{|\$\(|^\$[A-Za-z_\d@*][\w:.]{0,100}$/i,
    'variables of shells, pipelines and templates',
  ],
  [/^(?:env|file|fd):\w/i, 'sources of a password of openssl'],
  [/\{\{|\}\}|#\{/i, 'templates'],
  [/^%[A-Za-z_]\w{0,100}%$|^__\w{1,100}__$/i, 'variables of Windows; tokens of a release'],
  [/^@Microsoft\.KeyVault|keyvault|^vault:|\bENC\[/i, 'vaults, and what is encrypted'],
  [/^\{[^}]{0,200}\}$|\{[A-Za-z_][\w.]{0,100}\}|\{\d{1,2}\}|^\[[^\]]{0,200}\]$/i, 'holes to be filled'],
  [/^[@:*][A-Za-z_]\w{0,100}$|^@[\w.-]{1,80}@$/i, 'parameters of SQL; tokens of Maven'],
  [/^ge[nt]-(?:passw|prereq|unique|secret)/i, 'functions that make one'],
  [/%[sd]\b|%\(\w{1,100}\)s/i, 'formats'],
  [/^\w{1,100}\(|\)$|listKeys|reference\(|parameters\(|variables\(/i, 'calls'],
  [/process\.env|os\.environ|getenv|secrets?\.|^config[.[]/i, 'reads of settings'],
  [/^(?:var|local|data|module|env|each|self)[.:]|^random_password|^azurerm_/i, 'Terraform'],
  [/:\/\/|^\.{1,2}\/|\.(?:json|ya?ml|txt|pem|pfx|key|crt)$/i, 'addresses and files'],
  [
    /^-[A-Za-z]{1,100}$|^(?:Get|New|Read|ConvertTo|ConvertFrom|Import|Invoke)-[A-Za-z]{1,100}$/i,
    'options and commands',
  ],
];

/** Marks of template languages and tools of deployment. */
const TEMPLATE: readonly Row[] = [
  [/@\{/, 'Logic Apps'],
  [/^@[A-Za-z]{2,30}\(/, '@concat(...)'],
  [/^@[A-Z][a-z]\w{0,100}(?:\.[A-Z]\w{0,100}){1,10}$/, '@Model.Password'],
  [/^@@[\w.-]{1,80}@@$/, '@@NAME@@'],
  [/^\$\$[A-Za-z_][\w.]{0,100}(?:\$\$)?$/, '$$NAME$$'],
  [/^-{1,2}[A-Za-z]{1,100}(?:-[A-Za-z]{1,100}){0,20}$/, 'a flag'],
];

/** Names of settings, secrets, types and files: words joined by one kind of joint, without a digit or a mark. */
const NAMES: readonly Row[] = [
  [/^[A-Za-z]{3,30}=[A-Za-z]{3,40}\\?$/, '`Key=Word` of messages'],
  [/^[A-Z]+(?:_[A-Z0-9]+)+$/, 'AN_ENVIRONMENT_VARIABLE'],
  [/^[a-z]+(?:[-_.][a-z]+)+$/, 'a-name, a_name, a.name'],
  [/^[a-z]+(?:[A-Z][a-z]+)+$/, 'aName'],
  [/^(?:[A-Z][a-z]+){2,}$/, 'AName'],
  [/^[A-Z][a-z]+(?:_[A-Z][a-z]+)+$/, 'A_Name'],
  [/^\[\w+\](?:\.\[\w+\])+$/, '[a].[column]'],
  [/^[A-Za-z]+(?:(?:--|__|:|\.)[A-Za-z]+)+$/, 'A:Setting, A--Secret'],
  [/^[a-z_]\w*(?:\.[a-z_]\w*){2,}$/, 'a.member.of_it'],
  [/^(?:\/[a-z0-9_.-]+)+\/?$/, '/a/path'],
  [/^(?:\/[A-Za-z_-]+){2,}$/, '/A/path'],
];

const REPLACED = anyOf(TO_BE_REPLACED);
const TRIVIAL_WORD = new RegExp(`^(?:${TRIVIAL.join('|')})\\d{0,4}!?$`, 'i');
const TRIVIAL_FORM = anyOf(TRIVIAL_FORMS);
const REFERS = anyOf(REFERENCE);
const MARKED = anyOf(TEMPLATE);

/** True for a text with words that say: put the real one here. */
export const isToBeReplaced = (text: string): boolean => REPLACED.test(text);

const isOneCharacter = (value: string): boolean =>
  value.length > 0 && value.toLowerCase() === value.charAt(0).toLowerCase().repeat(value.length);

/** True for what is where a password would: a mask, a word to be replaced, a reference, the name of a setting. */
export const isPlaceholder = (value: string): boolean =>
  REPLACED.test(value) ||
  TRIVIAL_WORD.test(value) ||
  TRIVIAL_FORM.test(value) ||
  isOneCharacter(value) ||
  REFERS.test(value) ||
  MARKED.test(value) ||
  isWordForPassword(value) ||
  NAMES.some(([name]) => name.test(value));
