import { parse } from 'jsonc-parser';

export interface TsConfig {
  /** Paths of projects it builds on, as written: a folder or a file. */
  readonly references: readonly string[];
  /** Names that stand for paths, and the paths: `@/*` and `src/*`. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly baseUrl: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const objectAt = (value: unknown, key: string): Json => {
  const found: unknown = typeof value === 'object' && value !== null ? (value as Json)[key] : null;
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Json) : {};
};
const listAt = (value: unknown, key: string): readonly unknown[] => {
  const found: unknown = typeof value === 'object' && value !== null ? (value as Json)[key] : null;
  return Array.isArray(found) ? found : [];
};
const isString = (value: unknown): value is string => typeof value === 'string';

/** A `tsconfig.json`, comments and trailing commas included; what cannot be read is left out. */
export function readTsConfig(text: string): TsConfig {
  const json: unknown = parse(text, [], { allowTrailingComma: true });
  const options = objectAt(json, 'compilerOptions');
  return {
    references: listAt(json, 'references').flatMap((one) => {
      const path = typeof one === 'object' && one !== null && 'path' in one ? one.path : null;
      return isString(path) ? [path] : [];
    }),
    paths: new Map(
      Object.keys(objectAt(options, 'paths')).map((name) => [
        name,
        listAt(objectAt(options, 'paths'), name).filter(isString),
      ]),
    ),
    baseUrl: isString(options['baseUrl']) ? options['baseUrl'] : null,
  };
}
