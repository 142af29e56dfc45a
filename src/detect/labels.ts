/*
 * What is under the name of a password and is read by people: the word itself, in the languages of translations, and
 * text in scripts that nobody types a password in.
 */

/** Words for "password" in other languages, folded: lower case, without accents and joints. */
const WORDS = [
  'passwor[td]e?',
  'passord',
  'kennwort',
  'schlussel',
  'motdepasse',
  'motpasse',
  'mdp',
  'contrasen[yi]?a',
  'contrasinal',
  'clave',
  'senha',
  'palavrapasse',
  'palavrachave',
  'parolad?(?:ordine)?',
  'parola?',
  'parole',
  'parool',
  'wachtwoord',
  'losenord',
  'adgangskode',
  'kodeord',
  'salasana',
  'haslo',
  'heslo',
  'jelszo',
  'sifre',
  'geslo',
  'lozinka',
  'zaporka',
  'slaptazodis',
  'pasahitza',
  'lykilord',
  'katasandi',
  'katalaluan',
  'matkhau',
  'fjalekalimi',
  'пароль',
  'парола',
  'лозинка',
  'κωδικος',
] as const;
const PASSWORD = new RegExp(`(?:${WORDS.join('|')})`, 'u');

/** Words joined as texts join them, maybe with a colon or mark at the end. */
const TEXT = /^[\p{L}\p{M}]+(?:[-_'’.:/\p{Zs}]+[\p{L}\p{M}]+)*[:?!.…*]{0,3}$/u;

/** Writing without upper and lower case: Chinese, Japanese, Korean, Arabic, Hebrew, Thai, the scripts of India. */
const WITHOUT_CASE = /(?![ªº])\p{Lo}/u;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[øö]/g, 'o')
    .replace(/ð/g, 'd')
    .replace(/đ/g, 'd')
    .replace(/[-_'’.:/\s]/g, '');

/** The word for a password in another language, alone or with a word of what it is for: `Mot-de-passe`, `SQL-Passwort1`. */
export const isWordForPassword = (value: string): boolean => {
  const words = value.replace(/\d{0,4}!?$/, '');
  return words.length <= 60 && TEXT.test(words) && PASSWORD.test(plain(words)) && readsAsWords(words);
};

/** No letters in any order: a capital only begins a word, or all of it is in capitals. */
const readsAsWords = (text: string): boolean =>
  text
    .split(/[-_'’.:/?!…*\p{Zs}]+/u)
    .every((word) => /^(?:\p{Lu}{0,6}[\p{Ll}\p{Lo}\p{M}]*(?:\p{Lu}[\p{Ll}\p{M}]+)*|\p{Lu}+)$/u.test(word));

/** Text for people: of a script without case, or words with letters beyond ASCII. */
export const isLabel = (value: string): boolean =>
  WITHOUT_CASE.test(value) || (/\P{ASCII}/u.test(value) && TEXT.test(value) && readsAsWords(value));

/** Files of translations, by their folder, their form or their name: `locales/de.json`, `Texts.fr.resx`, `messages_de.properties`. */
const TRANSLATIONS =
  /(?:^|\/)(?:i18n|l10n|locales?|langs?|languages|translations?|_locales|nls)\/|\.(?:po|pot|xlf|xliff|arb|strings|resx|resw|lproj)$|(?:^|\/)(?:messages|strings|labels|texts?|translations?|resources|bundle|package\.nls)[-_.][a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\.[a-z]{2,10}$|(?:^|\/)(?:[a-z]{2}|[a-z]{2}[-_][A-Z]{2}|zh-Han[st])\.(?:[cm]?[jt]s|json5?|ya?ml|properties|php|toml)$|(?:^|\/)strings\.xml$/;

export const isTranslation = (path: string): boolean => TRANSLATIONS.test(path);
