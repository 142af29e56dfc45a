import { baseName } from '../../core/document';
import { hiddenInComment } from '../comments';
import { valueOf } from '../expression';
import type { SettingsFormat } from '../format';
import type { parseToml, TomlEntry } from './parse';

/** Manifests and lock files name packages, not settings. */
const MANIFEST =
  /^(?:pyproject|cargo|pipfile|poetry|uv|pdm|libs\.versions|gopkg|rust-toolchain|rustfmt|clippy|netlify-plugin)\.(?:toml|lock)$/i;

export const isToml = (path: string): boolean => /\.toml$/i.test(path) && !MANIFEST.test(baseName(path));

/** Tables whose names are those of environment variables: `[vars]` of Wrangler, `[env]` of Fly, `[build.environment]`. */
const ENVIRONMENT = /(?:^|\.)(?:vars|env|environment)$/;

function entryName({ path }: TomlEntry): string {
  const around = path.slice(0, -1).join('.');
  return ENVIRONMENT.test(around) ? (path.at(-1) ?? '') : path.join('.');
}

/** Settings in TOML, named by their path with dots. */
export const toml = (parse: typeof parseToml): SettingsFormat => ({
  id: 'toml',
  handles: isToml,
  isExample: (path) => /[.-](?:example|sample|template|dist)\.toml$|\.toml\.(?:example|dist)$/i.test(baseName(path)),
  read: (text) =>
    parse(text)?.entries.map((entry) => ({
      name: entryName(entry),
      value: valueOf(entry.text),
      span: { start: entry.start, end: entry.end },
      nameSpan: entry.name,
      valueSpan: entry.value,
    })) ?? null,
  besides: (text) => (parse(text)?.comments ?? []).flatMap((comment) => hiddenInComment(text, comment)),
});
