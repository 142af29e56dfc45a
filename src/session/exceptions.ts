import ignore from 'ignore';
import { parse, type ParseError } from 'jsonc-parser';
import type { Exception } from '../core/exception';

/** Exceptions of findings in files that have no comments, at the root of a workspace. */
export const EXCEPTIONS_FILE = '.secretless.json';

/** An exception with the files it is for. */
export interface FileException extends Exception {
  /** Relative to the folder of `.secretless.json`, as in `.gitignore`. */
  readonly path: string;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/**
 * Reads `{"version":1,"exceptions":[{"rule","path","fingerprint"?,"value"?,"reason","until"?}]}`; null when it is none. Entries
 * without a rule, a path or a reason do not count: an exception nobody explained is a mistake.
 */
export function parseExceptions(source: string): FileException[] | null {
  const errors: ParseError[] = [];
  const value = parse(source, errors, { allowTrailingComma: true }) as unknown;
  if (errors.length > 0 || typeof value !== 'object' || value === null) return null;
  const { version, exceptions } = value as { version?: unknown; exceptions?: unknown };
  if (version !== 1 || !Array.isArray(exceptions)) return null;
  return (exceptions as readonly unknown[]).flatMap((entry): FileException[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { rule, path, fingerprint, value, reason, until } = entry as Record<string, unknown>;
    const [named, where, why] = [text(rule), text(path), text(reason)];
    if (named === null || where === null || why === null) return [];
    const mark = text(value);
    return [
      {
        rule: named,
        path: where,
        fingerprint: text(fingerprint),
        ...(mark === null ? {} : { value: mark }),
        reason: why,
        until: text(until),
      },
    ];
  });
}

/** The exceptions that hold for one file, by its path relative to the folder of `.secretless.json`. */
export const exceptionsFor = (exceptions: readonly FileException[], path: string): FileException[] =>
  ignore.isPathValid(path) ? exceptions.filter((one) => ignore({ ignorecase: false }).add(one.path).ignores(path)) : [];

/** The file's text with one more exception. */
export function withException(exceptions: readonly FileException[], added: FileException): string {
  const entries = [...exceptions, added].map(({ rule, path, fingerprint, value = null, reason, until }) => ({
    rule,
    path,
    ...(fingerprint === null ? {} : { fingerprint }),
    ...(value === null ? {} : { value }),
    reason,
    ...(until === null ? {} : { until }),
  }));
  return `${JSON.stringify({ version: 1, exceptions: entries }, null, 2)}\n`;
}
