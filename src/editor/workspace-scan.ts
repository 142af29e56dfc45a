import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { CancellationToken } from 'vscode';
import { counted } from '../session/progress';
import type { Session } from '../session/session';
import { findingsIn } from '../session/store';
import type { Store } from '../session/store';
import { SCAN_LIMIT } from '../session/workspace-scan';
import type { ScanOutcome } from '../session/workspace-scan';
import type { ProgressMemory } from './guidance-memory';

export interface WorkspaceScan {
  /**
   * Looks at every file of the workspace, with progress, until it is done, bounded or cancelled, and says what was found
   * unless told not to. True when it came to its end.
   */
  run(options?: { readonly quiet?: boolean }): Promise<boolean>;
}

/** @param memory learns the numbers of findings */
export function createWorkspaceScan(session: Session, memory: ProgressMemory): WorkspaceScan {
  return {
    async run({ quiet = false } = {}) {
      if (!workspace.workspaceFolders?.length) {
        void window.showInformationMessage(l10n.t('There is no folder to scan. Open one first.'));
        return false;
      }
      const outcome = await scanWithProgress(session);
      const { cancelled, bounded } = outcome;
      if (!cancelled && !bounded) await memory.set(counted(memory.get(), findingsIn(session.store)));
      if (!quiet) void report(outcome, session.store);
      return !cancelled;
    },
  };
}

const scanWithProgress = (session: Session): Thenable<ScanOutcome> =>
  window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Secretless: scanning the workspace'),
      cancellable: true,
    },
    (progress, token) =>
      session.scanWorkspace({
        signal: signalOf(token),
        onProgress: (files) => {
          progress.report({ message: l10n.t('{files} files', { files }) });
        },
      }),
  );

/** VS Code's way to cancel as the web's. */
function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  return controller.signal;
}

async function report({ files, unread, bounded, cancelled }: ScanOutcome, store: Store): Promise<void> {
  const entries = store.all().filter(({ findings }) => findings.length > 0);
  const findings = entries.reduce((sum, entry) => sum + entry.findings.length, 0);
  const parts = [
    findings === 0
      ? l10n.t('No secrets and no key-based authentication found in {files} files.', { files })
      : l10n.t('{findings} findings in {hits} of {files} files.', { findings, hits: entries.length, files }),
  ];
  if (cancelled) parts.push(l10n.t('The scan was cancelled.'));
  if (bounded)
    parts.push(l10n.t('The scan stopped at {files} files; the command line has no such limit.', { files: SCAN_LIMIT }));
  if (unread > 0) parts.push(l10n.t('{unread} files or folders could not be read.', { unread }));
  const show = l10n.t('Show Findings');
  const chosen = await window.showInformationMessage(parts.join(' '), ...(findings > 0 ? [show] : []));
  if (chosen === show) await commands.executeCommand('secretless.findings.focus');
}
