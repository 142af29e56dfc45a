import { Disposable, EventEmitter, workspace } from 'vscode';
import type { Event, Uri } from 'vscode';
import type { ScanOptions } from '../engine/engine';
import { EXCEPTIONS_FILE, exceptionsFor, parseExceptions } from '../session/exceptions';
import type { FileException } from '../session/exceptions';
import { parseSecretlintrc, SECRETLINTRC } from '../session/secretlintrc';
import { homeOf } from './documents';
import { createTracking } from '../session/tracking';
import type { RootTracking } from '../session/tracking';
import { repositoryOf, watchIndex } from './git';
import { followsRisk, scanOptions } from './settings';
import { workspaceFiles } from './workspace-files';

/** What Git does with the files of a folder, and the watcher of its index. */
interface Followed {
  readonly tracking: RootTracking;
  readonly watching: Promise<Disposable | null>;
}

interface Decided {
  readonly secretlint?: NonNullable<ScanOptions['secretlint']>;
  readonly exceptions: readonly FileException[];
}

/** What the settings and the two files at the root of a workspace folder decide about scans. */
export interface Policies extends Disposable {
  readonly optionsOf: (uri: Uri) => ScanOptions;
  /** One of the files was read or has changed: what was found before may no longer hold. */
  readonly onDidChange: Event<void>;
}

export function createPolicies(): Policies {
  /** By root folder; `null` while its files are read. */
  const known = new Map<string, Decided | null>();
  const changed = new EventEmitter<void>();
  const followed = new Map<string, Followed>();
  const follow = (root: Uri): RootTracking => {
    const before = followed.get(root.toString());
    if (before) return before.tracking;
    const tracking = createTracking(workspaceFiles(root), () => repositoryOf(root));
    const watching = watchIndex(root, () => {
      tracking.forget();
      changed.fire();
    });
    followed.set(root.toString(), { tracking, watching });
    return tracking;
  };

  const textOf = async (root: Uri, name: string): Promise<string | null> => {
    const file = await workspaceFiles(root).read(name);
    return file.kind === 'text' ? file.text : null;
  };
  const load = async (root: Uri): Promise<void> => {
    const [configuration, exceptions] = [await textOf(root, SECRETLINTRC), await textOf(root, EXCEPTIONS_FILE)];
    const secretlint = configuration === null ? null : await parseSecretlintrc(configuration);
    const decided: Decided = {
      ...(secretlint ? { secretlint } : {}),
      exceptions: (exceptions === null ? null : parseExceptions(exceptions)) ?? [],
    };
    const before = known.get(root.toString());
    known.set(root.toString(), decided);
    // Most folders have neither file: then nothing has to be looked at again.
    if (before || decided.secretlint || decided.exceptions.length > 0) changed.fire();
  };
  const reload = (uri: Uri): void => {
    const { root, path } = homeOf(uri);
    if (root && !path.includes('/')) void load(root);
  };

  // One for each name: with a list in braces VS Code 1.100 hears of no file at all, here and in other watchers.
  const watchers = [SECRETLINTRC, EXCEPTIONS_FILE].map((name) => workspace.createFileSystemWatcher(`**/${name}`));
  for (const watcher of watchers) {
    watcher.onDidChange(reload);
    watcher.onDidCreate(reload);
    watcher.onDidDelete(reload);
  }

  return {
    optionsOf(uri) {
      const { root, path } = homeOf(uri);
      const settings = scanOptions(uri);
      if (!root) return settings;
      const options = followsRisk(uri) ? { ...settings, tracking: follow(root).of(path) } : settings;
      const decided = known.get(root.toString());
      if (decided === undefined) {
        known.set(root.toString(), null);
        void load(root);
      }
      if (!decided) return options;
      const { secretlint, exceptions } = decided;
      return { ...options, ...(secretlint ? { secretlint } : {}), exceptions: exceptionsFor(exceptions, path) };
    },
    onDidChange: changed.event,
    dispose: () => {
      Disposable.from(...watchers, changed).dispose();
      for (const { watching } of followed.values())
        void watching.then((one) => {
          one?.dispose();
        });
    },
  };
}
