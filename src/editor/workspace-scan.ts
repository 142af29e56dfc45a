import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { CancellationToken, Disposable, Progress, Uri } from 'vscode';
import { linesOf } from '../core/lines';
import type { Engine, ScanOptions } from '../engine/engine';
import { counted } from '../session/progress';
import { isTrouble } from '../core/skips';
import { walk } from '../project/walk';
import { placeOf, uriOf } from './documents';
import type { ProgressMemory } from './guidance-memory';
import { isExcluded } from './settings';
import { findingsIn, locate } from './store';
import type { Store } from './store';
import { workspaceFiles } from './workspace-files';

/** Files of one scan at most: beyond that the command line is the better place. */
const LIMIT = 20_000;
/** Larger files are not code a person wrote: 4 MiB. */
const FILE_LIMIT = 4 * 1024 * 1024;

export interface WorkspaceScan extends Disposable {
  /**
   * Looks at every file of the workspace, with progress, until it is done, bounded or cancelled, and says what was found
   * unless told not to. True when it came to its end.
   */
  run(options?: { readonly quiet?: boolean }): Promise<boolean>;
  /** Looks again at a file that the scan has found something in and that is not open; forgets any other. */
  rescan(uri: Uri): void;
}

interface Count {
  files: number;
  unread: number;
  bounded: boolean;
}

interface Rooms {
  readonly store: Store;
  readonly engineOf: (uri: Uri) => Engine;
  readonly optionsOf: (uri: Uri) => ScanOptions;
  readonly failed: (error: unknown) => void;
  /** Learns the numbers of findings. */
  readonly progress: ProgressMemory;
}

export function createWorkspaceScan({ store, engineOf, optionsOf, failed, progress: memory }: Rooms): WorkspaceScan {
  /** Files whose findings stay in the store while they are closed, with the paths of others that those depend on. */
  const kept = new Map<string, { readonly uri: Uri; readonly needs: ReadonlySet<string> }>();
  const state = { watcher: null as Disposable | null };
  /** How often each file was looked at: a look that a later one has overtaken tells nothing. */
  const looks = new Map<string, number>();

  const isOpen = (uri: Uri): boolean =>
    workspace.textDocuments.some((document) => !document.isClosed && document.uri.toString() === uri.toString());

  const scanFile = async (root: Uri, path: string): Promise<'read' | 'skipped' | 'unread'> => {
    const uri = uriOf(root, path);
    if (isExcluded(uri)) return 'skipped';
    const look = (looks.get(uri.toString()) ?? 0) + 1;
    looks.set(uri.toString(), look);
    const file = await workspaceFiles(root).read(path, FILE_LIMIT);
    if (file.kind === 'skip') {
      if (!isOpen(uri)) store.delete(uri);
      return isTrouble(file.reason) ? 'unread' : 'skipped';
    }
    const result = await engineOf(uri)
      .scan({ path, text: file.text }, optionsOf(uri))
      .catch((error: unknown) => {
        failed(error);
        return null;
      });
    if (!result) return 'unread';
    if (looks.get(uri.toString()) !== look) return 'read';
    if (result.findings.length > 0) kept.set(uri.toString(), { uri, needs: new Set(result.needs) });
    if (isOpen(uri)) return 'read';
    if (result.findings.length === 0) {
      store.delete(uri);
    } else {
      const lines = linesOf(file.text);
      const findings = locate(result.findings, (offset) => lines.positionAt(offset));
      store.set({ uri, version: null, findings, skipped: result.skipped, busy: false });
    }
    return 'read';
  };

  const scanFolder = async (
    root: Uri,
    count: Count,
    progress: Progress<{ message?: string }>,
    token: CancellationToken,
  ) => {
    for await (const { path, skip } of walk(workspaceFiles(root), '')) {
      if (token.isCancellationRequested) return;
      if (count.files >= LIMIT) {
        count.bounded = true;
        return;
      }
      const outcome = skip ? 'unread' : await scanFile(root, path);
      if (outcome === 'read') count.files += 1;
      else if (outcome === 'unread') count.unread += 1;
      if (count.files % 50 === 0) progress.report({ message: l10n.t('{files} files', { files: count.files }) });
    }
  };

  /** From the first scan on, closed files are followed on disk, so that what is listed stays true. */
  const follow = (): void => {
    if (state.watcher) return;
    const watcher = workspace.createFileSystemWatcher('**/*', true);
    watcher.onDidChange((uri) => void changed(uri));
    watcher.onDidDelete((uri) => {
      if (!kept.delete(uri.toString()) || isOpen(uri)) return;
      store.delete(uri);
    });
    state.watcher = watcher;
  };

  const again = async (uri: Uri): Promise<void> => {
    if (!kept.has(uri.toString()) || isOpen(uri)) return;
    const { root, path } = placeOf(uri);
    if (root) await scanFile(root, path);
  };
  /** A file and those whose secrets come from it. */
  const changed = async (uri: Uri): Promise<void> => {
    const { path } = placeOf(uri);
    const dependent = [...kept.values()].filter(({ needs }) => needs.has(path));
    for (const one of [uri, ...dependent.map((other) => other.uri)]) await again(one);
  };

  const report = async (count: Count, cancelled: boolean): Promise<void> => {
    const entries = store.all().filter(({ findings }) => findings.length > 0);
    const findings = entries.reduce((sum, entry) => sum + entry.findings.length, 0);
    const parts = [
      findings === 0
        ? l10n.t('No secrets and no key-based authentication found in {files} files.', { files: count.files })
        : l10n.t('{findings} findings in {hits} of {files} files.', {
            findings,
            hits: entries.length,
            files: count.files,
          }),
    ];
    if (cancelled) parts.push(l10n.t('The scan was cancelled.'));
    if (count.bounded)
      parts.push(l10n.t('The scan stopped at {files} files; the command line has no such limit.', { files: LIMIT }));
    if (count.unread > 0) parts.push(l10n.t('{unread} files or folders could not be read.', { unread: count.unread }));
    const show = l10n.t('Show Findings');
    const chosen = await window.showInformationMessage(parts.join(' '), ...(findings > 0 ? [show] : []));
    if (chosen === show) await commands.executeCommand('secretless.findings.focus');
  };

  return {
    async run({ quiet = false } = {}) {
      const folders = workspace.workspaceFolders ?? [];
      if (folders.length === 0) {
        void window.showInformationMessage(l10n.t('There is no folder to scan. Open one first.'));
        return false;
      }
      const count: Count = { files: 0, unread: 0, bounded: false };
      const options = {
        location: ProgressLocation.Notification,
        title: l10n.t('Secretless: scanning the workspace'),
        cancellable: true,
      };
      const cancelled = await window.withProgress(options, async (progress, token) => {
        follow();
        for (const { uri } of folders) await scanFolder(uri, count, progress, token);
        return token.isCancellationRequested;
      });
      const whole = !cancelled && !count.bounded;
      if (whole) await memory.set(counted(memory.get(), findingsIn(store)));
      if (!quiet) void report(count, cancelled);
      return !cancelled;
    },
    rescan(uri) {
      if (kept.has(uri.toString())) void again(uri);
      else store.delete(uri);
    },
    dispose() {
      state.watcher?.dispose();
    },
  };
}
