import { folderOf } from '../core/document';
import type { ScanOptions } from '../engine/engine';
import { EXCEPTIONS_FILE, exceptionsFor, parseExceptions } from './exceptions';
import type { Files } from '../core/files';
import { ancestors, join } from '../core/paths';
import { parseSecretlintrc, SECRETLINTRC } from './secretlintrc';

/** What a workspace has decided about findings: `.secretlintrc.json` and `.secretless.json`, the nearest of each. */
export interface Policy {
  /** The options of a scan that follow for a file, by its path relative to the root. */
  optionsFor(path: string): Promise<Pick<ScanOptions, 'secretlint' | 'exceptions'>>;
}

/** Reads each file once; made anew for each scan, so that nothing goes stale. */
export function createPolicy(access: Files): Policy {
  const read = new Map<string, Promise<string | null>>();
  const textOf = (path: string): Promise<string | null> => {
    const known = read.get(path);
    if (known) return known;
    const fresh = Promise.resolve(access.read(path)).then((file) => (file.kind === 'text' ? file.text : null));
    read.set(path, fresh);
    return fresh;
  };
  const nearest = async (path: string, name: string): Promise<{ folder: string; text: string } | null> => {
    for (const folder of ancestors(folderOf(path))) {
      const text = await textOf(join(folder, name));
      if (text !== null) return { folder, text };
    }
    return null;
  };
  const configurations = new Map<string, ReturnType<typeof parseSecretlintrc>>();
  const parsed = (text: string): ReturnType<typeof parseSecretlintrc> => {
    const known = configurations.get(text) ?? parseSecretlintrc(text);
    configurations.set(text, known);
    return known;
  };
  return {
    async optionsFor(path) {
      const [configuration, exceptions] = [await nearest(path, SECRETLINTRC), await nearest(path, EXCEPTIONS_FILE)];
      const secretlint = configuration && (await parsed(configuration.text));
      const known = exceptions && parseExceptions(exceptions.text);
      return {
        ...(secretlint ? { secretlint } : {}),
        ...(exceptions && known
          ? {
              exceptions: exceptionsFor(
                known,
                exceptions.folder === '' ? path : path.slice(exceptions.folder.length + 1),
              ),
            }
          : {}),
      };
    },
  };
}
