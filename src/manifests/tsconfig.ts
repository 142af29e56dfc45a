import { parse } from 'jsonc-parser';

export interface TsConfig {
  /** Paths of projects that it builds on, as written: a folder or a file. */
  readonly references: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** A `tsconfig.json`, comments and trailing commas included; what cannot be read is left out. */
export function readTsConfig(text: string): TsConfig {
  const json: unknown = parse(text, [], { allowTrailingComma: true });
  const references: unknown = isObject(json) ? json['references'] : [];
  const paths = (Array.isArray(references) ? references : []).map((one: unknown) =>
    isObject(one) ? one['path'] : null,
  );
  return { references: paths.filter((path) => typeof path === 'string') };
}
