import { baseName } from '../../core/document';
import { hiddenInComment } from '../comments';
import { valueOf } from '../expression';
import type { Setting, SettingsFormat } from '../format';
import type { parseXml, XmlElement } from './parse';

export const isXmlConfig = (path: string): boolean =>
  /\.config$/i.test(path) && !/^(?:nuget|packages|repositories|dotnet-tools)\.config$/i.test(baseName(path));

/** The attributes that hold the name and the value of a setting, by the element around and its own name. */
const PLACES: readonly {
  readonly around: RegExp;
  readonly element: RegExp;
  readonly name: string;
  readonly value: string;
  readonly prefix: string;
}[] = [
  { around: /^appSettings$/i, element: /^add$/, name: 'key', value: 'value', prefix: '' },
  {
    around: /^connectionStrings$/i,
    element: /^add$/,
    name: 'name',
    value: 'connectionString',
    prefix: 'ConnectionStrings:',
  },
  {
    around: /^environmentVariables$/i,
    element: /^environmentVariable$|^add$/,
    name: 'name',
    value: 'value',
    prefix: '',
  },
];

function settingOf({ name, around, attributes, span }: XmlElement): Setting | null {
  const outer = around.at(-1) ?? '';
  const place = PLACES.find((one) => one.around.test(outer) && one.element.test(name));
  const key = attributes.find((one) => one.name === place?.name);
  const value = attributes.find((one) => one.name === place?.value);
  if (!place || !key) return null;
  const valueSpan = value
    ? { start: value.span.start - 1, end: value.span.end + 1 }
    : { start: span.end, end: span.end };
  return { name: place.prefix + key.value, value: valueOf(value?.value ?? ''), span, nameSpan: key.span, valueSpan };
}

/** A look costs less than the parser. */
const MARK = /appSettings|connectionStrings|environmentVariables/i;

const read = (parse: typeof parseXml, text: string): Setting[] | null =>
  parse(text)?.elements.flatMap((element) => settingOf(element) ?? []) ?? null;

/** `web.config` and `app.config`: settings of the app, connection strings, environment variables of the process. */
export const xmlConfig = (parse: typeof parseXml): SettingsFormat => ({
  id: 'xml-config',
  handles: isXmlConfig,
  isExample: (path) => /[.-](?:example|sample|template|dist)\.config$/i.test(baseName(path)),
  read: (text) => (MARK.test(text) ? read(parse, text) : []),
  besides: (text) =>
    // An element that was commented out has its values in quotes.
    (parse(text)?.comments ?? []).flatMap((comment) => [
      ...hiddenInComment(text, { start: comment.start, end: comment.end - 3 }),
      ...[
        ...text
          .slice(comment.start, comment.end)
          .matchAll(/(?:value|connectionString)\s{0,9}=\s{0,9}"([^"]{1,4000})"/dgi),
      ].flatMap(({ indices }) => {
        const [start, end] = indices?.[1] ?? [0, 0];
        return [{ start: comment.start + start, end: comment.start + end }];
      }),
    ]),
});
