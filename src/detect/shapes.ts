import { isMadeUp } from './silent';

/** What a value without a signature looks like. Each takes the decoded value. */
export const shapes = {
  /** 64 bytes of base64: account keys. */
  base64Of64: (value) => /^[A-Za-z0-9+/]{86}==$/.test(value) && !isMadeUp(value),
  /** 32 bytes of base64: policy keys. */
  base64Of32: (value) => /^[A-Za-z0-9+/]{43}=$/.test(value) && !isMadeUp(value),
  /** 16 bytes in hexadecimal. */
  hex32: (value) => /^(?:[0-9a-f]{32}|[0-9A-F]{32})$/.test(value) && !isMadeUp(value),
  alphanumeric52: (value) => /^[A-Za-z0-9]{52}$/.test(value) && mixes(value, 2) && !isMadeUp(value),
  base32Of52: (value) => /^[a-z2-7]{52}$/.test(value) && mixes(value, 2) && !isMadeUp(value),
  /** 40 bytes of base64, either alphabet. */
  base64Of40: (value) => /^[A-Za-z0-9+/_-]{54}==$/.test(value) && !isMadeUp(value),
  urlSafe43: (value) => /^[A-Za-z0-9_-]{43}$/.test(value) && mixes(value, 3) && !isMadeUp(value),
  wide32: (value) => /^[A-Za-z0-9+/=_-]{32}$/.test(value) && mixes(value, 3) && !isMadeUp(value),
  /** A CASK key whose signature tells nothing to us. */
  cask: (value) => /^[A-Za-z0-9]{52}JQQJ9[9DH][A-Z][A-L][A-Za-z0-9]{24}(?:[A-Za-z0-9]{2}==)?$/.test(value),
  /** Client secrets before 2020: 32 to 44 characters of a wide set. */
  legacySecret: (value) =>
    /^[A-Za-z0-9._~+/=:?@[\]*!#$%^&()-]{32,44}$/.test(value) &&
    mixes(value, 3) &&
    !isMadeUp(value) &&
    !/^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(value) &&
    !/^(?:https?:|arn:|sk-|gh[pousr]_|AKIA|AIza|GOCSPX|xox|eyJ)|:\/\/|[A-Za-z]{14}/.test(value),
  /** Chosen by a person; the names and landmarks round it must carry the finding. */
  password: (value) => value.length >= 6 && value.length <= 128 && !/\s/.test(value) && !isPlaceholder(value),
} as const satisfies Record<string, (value: string) => boolean>;

export type Shape = keyof typeof shapes;

/** At least `classes` of: lower case, upper case, digits, the rest. */
export function mixes(value: string, classes: number): boolean {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((each) => each.test(value)).length >= classes;
}

const PLACEHOLDER_WORD =
  /your|xxx|to-?_?do\b|change[-_ ]?(?:me|it|this)|placeholder|redacted|example|dummy|sample|insert|replace|enter[-_ ]|my[-_]?(?:secret|pass|pwd|strong)|secret[-_]?here|goes[-_]?here|hidden|masked|not[-_ ]?set|undefined|\bnull\b|\bnone\b|^(?:test|true|false|string|admin|root|user|guest|empty|value|default|required|optional|securestring)\d{0,4}$|fill[-_ ]?in|\bpass(?:word)?$|^p(?:ass|@ss)w(?:or|0r|o|0)d\d{0,1}!?$|^secret\d{0,3}$|^pass(?:word|wd)?\d{0,4}!?$|^(?:postgres|postgresql|mysql|sqlserver|redis|azure)$|<|>|\*{3}|\.{3}|\u2026|\u2022/i;

const REFERENCE =
  /\$\{|\$\(|\{\{|\}\}|#\{|^\$[A-Za-z_][\w:.]*$|^%[A-Za-z_]\w*%$|^__\w+__$|^@Microsoft\.KeyVault|^\{[^}]*\}$|\{[A-Za-z_][\w.]*\}|\{\d{1,2}\}|^\[[^\]]*\]$|^[@:][A-Za-z_]\w*$|%[sd]\b|%\(\w+\)s|^\w+\(|\)$|process\.env|os\.environ|getenv|^var\.|^local\.|^data\.|^module\.|^random_password|^azurerm_|^env[.:]|secrets?\.|^config[.[]|\bENC\[|listKeys|reference\(|parameters\(|variables\(|keyvault|^vault:|^op:\/\/|^arn:|:\/\/|^\/[\w/.-]+$|^\.{1,2}\/|\.(?:json|ya?ml|txt|pem|pfx|key|crt)$/i;

/** True for what stands where a password would: a mask, a word to be replaced, a reference, the name of a setting. */
export const isPlaceholder = (value: string): boolean =>
  PLACEHOLDER_WORD.test(value) ||
  REFERENCE.test(value) ||
  /^(.)\1*$/.test(value) ||
  /^(?:\d{1,6}|[A-Za-z]{1,5})$/.test(value) ||
  // Names of settings, secrets and types: words joined by one kind of joint, without a digit.
  /^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value) ||
  /^[a-z]+(?:[-_.][a-z]+)+$/.test(value) ||
  /^[a-z]+(?:[A-Z][a-z]+)+$/.test(value) ||
  /^(?:[A-Z][a-z]+){2,}$/.test(value) ||
  /^[A-Za-z]+(?:(?:--|__|:|\.)[A-Za-z]+)+$/.test(value);
