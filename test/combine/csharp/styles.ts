/** How a file is written. */
export interface Style {
  readonly name: string;
  /** Usings are given whole, with line ends. */
  readonly file: (usings: string, types: string, number: string) => string;
  /** Needs the language of today. */
  readonly modern?: boolean;
  /** The last touch to the whole text. */
  readonly finish?: (text: string) => string;
}

export const STYLES: readonly Style[] = [
  { name: 'block namespace', file: (usings, types, n) => `${usings}\nnamespace P${n}\n{\n${types}\n}\n` },
  { name: 'file namespace', file: (usings, types, n) => `${usings}\nnamespace P${n};\n\n${types}\n`, modern: true },
  { name: 'usings inside', file: (usings, types, n) => `namespace P${n}\n{\n${usings}\n${types}\n}\n` },
  { name: 'own Azure part', file: (usings, types, n) => `${usings}\nnamespace P${n}.Azure.Data\n{\n${types}\n}\n` },
  {
    name: 'own Uri',
    file: (usings, types, n) =>
      `${usings}\nnamespace P${n}\n{\n${types}\n    public class Uris { public class Uri { } }\n}\n`,
  },
  {
    name: 'own credential',
    file: (usings, types, n) =>
      `${usings}\nnamespace P${n}\n{\n    public class DefaultAzureCredential { }\n${types}\n}\n`,
  },
  {
    name: 'two namespaces',
    file: (usings, types, n) =>
      `namespace P${n}.Other\n{\n    using System;\n    public class Thing { public Uri Link { get; set; } = new Uri("https://contoso.com"); }\n}\n\nnamespace P${n}\n{\n${usings}\n${types}\n}\n`,
  },
  {
    name: 'using in if',
    file: (usings, types, n) =>
      `#if NEVER\nusing Azure.Identity;\n#endif\n${usings}\nnamespace P${n}\n{\n${types}\n}\n`,
  },
  {
    name: 'CRLF',
    file: (usings, types, n) => `${usings}\nnamespace P${n}\n{\n${types}\n}\n`,
    finish: (text) => text.replaceAll('\n', '\r\n'),
  },
  {
    name: 'tabs',
    file: (usings, types, n) => `${usings}\nnamespace P${n};\n\n${types}\n`,
    finish: (text) => text.replaceAll('    ', '\t'),
    modern: true,
  },
  { name: 'no namespace', file: (usings, types) => `${usings}\n${types}\n` },
  {
    name: 'nested namespaces',
    file: (usings, types, n) => `${usings}\nnamespace P${n}\n{\nnamespace Inner\n{\n${types}\n}\n}\n`,
  },
  {
    name: 'licence above',
    file: (usings, types, n) =>
      `// Copyright (c) Contoso.\n// Licensed under the MIT licence.\n\n${usings}\nnamespace P${n}\n{\n${types}\n}\n`,
  },
  {
    name: 'global prefix',
    file: (usings, types, n) => `${usings.replaceAll('using ', 'using global::')}\nnamespace P${n}\n{\n${types}\n}\n`,
  },
  {
    name: 'alias and static',
    file: (usings, types, n) =>
      `${usings}using static System.Math;\nusing Text = System.String;\n\nnamespace P${n}\n{\n${types}\n}\n`,
  },
  {
    name: 'identity alias',
    file: (usings, types, n) => `${usings}using Id = Azure.Identity;\n\nnamespace P${n}\n{\n${types}\n}\n`,
  },
  {
    name: 'used twice in the file',
    file: (usings, types, n) =>
      `${usings}\nnamespace P${n}\n{\n    public interface IThing { string Name { get; } }\n\n${types}\n\n    public enum Kind { One, Two }\n}\n`,
  },
  {
    name: 'pragma and nullable',
    file: (usings, types, n) =>
      `#pragma warning disable CS1591\n${usings}\nnamespace P${n}\n{\n${types}\n}\n#pragma warning restore CS1591\n`,
  },
  {
    name: 'BOM',
    file: (usings, types, n) => `${usings}\nnamespace P${n}\n{\n${types}\n}\n`,
    finish: (text) => `\uFEFF${text}`,
  },
];
