import { isPlaceholder } from './placeholders';
import { isMadeUp, isOtherValue, isWord } from './silent';

/** What a value without a signature looks like. Each takes the decoded value. */
export const shapes = {
  /** 64 bytes of base64: account keys. */
  base64Of64: (value) => /^[A-Za-z0-9+/]{86}==$/.test(value) && !isMadeUp(value),
  /** 32 bytes of base64: policy keys. */
  base64Of32: (value) => /^[A-Za-z0-9+/]{43}=$/.test(value) && !isMadeUp(value),
  /** 16 bytes in hexadecimal. */
  hex32: (value) => /^(?:[0-9a-f]{32}|[0-9A-F]{32})$/.test(value) && !isMadeUp(value),
  alphanumeric52: (value) => /^[A-Za-z0-9]{52}$/.test(value) && mixes(value, 2) && !isMadeUp(value),
  /** Passwords of deployment users. */
  alphanumeric60: (value) => /^[A-Za-z0-9]{60}$/.test(value) && mixes(value, 3) && !isMadeUp(value),
  base32Of52: (value) => /^[a-z2-7]{52}$/.test(value) && mixes(value, 2) && !isMadeUp(value),
  /** 40 bytes of base64, either alphabet. */
  base64Of40: (value) => /^[A-Za-z0-9+/_-]{54}==$/.test(value) && !isMadeUp(value),
  urlSafe43: (value) => /^[A-Za-z0-9_-]{43}$/.test(value) && mixes(value, 3) && !isMadeUp(value),
  wide32: (value) => /^[A-Za-z0-9+/=_-]{32}$/.test(value) && mixes(value, 3) && !isMadeUp(value),
  /** A CASK key whose signature says nothing to us. */
  cask: (value) => /^[A-Za-z0-9]{52}JQQJ9[9DH][A-Z][A-L][A-Za-z0-9]{24}(?:[A-Za-z0-9]{2}==)?$/.test(value),
  /** Client secrets before 2020: 32 to 44 characters of a wide set. */
  legacySecret: (value) =>
    /^[A-Za-z0-9._~+/=:?@[\]*!#$%^&()-]{32,44}$/.test(value) &&
    mixes(value, 3) &&
    /\d/.test(value) &&
    !isMadeUp(value) &&
    !/^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(value) &&
    !/^(?:https?:|arn:|sk-|gh[pousr]_|AKIA|AIza|GOCSPX|xox|eyJ)|:\/\//.test(value) &&
    !RESOURCE_NAME.test(value) &&
    !LIST.test(value) &&
    !isOtherValue(value) &&
    !isPlaceholder(value),
  /** Chosen by a person; the names and landmarks round it must carry the finding. */
  password: (value) =>
    value.length >= 6 &&
    value.length <= 128 &&
    !/\s/.test(value) &&
    !isPlaceholder(value) &&
    !isWord(value) &&
    !isOtherValue(value) &&
    !LIST.test(value) &&
    !/^0?1234567\d*$/.test(value) &&
    !(value.length > 20 && isMadeUp(value)),
} as const satisfies Record<string, (value: string) => boolean>;

/** The name of a secret of a cluster or of a vault: words and numbers of lower case. */
const RESOURCE_NAME = /^[a-z]{2,20}(?:[-_.](?:[a-z]{2,20}\d{0,3}|v?\d{1,3})){1,12}$/;
/** Words joined as a list: of scopes, of grant types. */
const LIST = /^[a-z_]{3,30}(?:[,|;][a-z_]{3,30}){1,12}$/i;

export type Shape = keyof typeof shapes;

/** Lengths a value of the shape can have, to rule most shapes out at once. */
export const lengthsOf: Readonly<Record<Shape, readonly [least: number, most: number]>> = {
  base64Of64: [88, 88],
  base64Of32: [44, 44],
  hex32: [32, 32],
  alphanumeric52: [52, 52],
  alphanumeric60: [60, 60],
  base32Of52: [52, 52],
  base64Of40: [56, 56],
  urlSafe43: [43, 43],
  wide32: [32, 32],
  cask: [84, 88],
  legacySecret: [32, 44],
  password: [6, 128],
};

/** At least `classes` of: lower case, upper case, digits, the rest. */
export function mixes(value: string, classes: number): boolean {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((each) => each.test(value)).length >= classes;
}
