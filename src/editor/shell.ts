import { l10n, window } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { createGuidanceContext } from '../session/guidance-context';
import { createSession } from '../session/session';
import { createBackground } from './background';
import { createChooser } from './chosen';
import { registerCodeActions } from './code-actions';
import type { CommandName } from './command-names';
import { createCommands } from './commands';
import { publishDiagnostics } from './diagnostics';
import { createFileWatcher } from './file-watcher';
import { followSelection } from './follow';
import { createProgressMemory } from './guidance-memory';
import { registerGuidanceView } from './guidance-view';
import { createHost } from './host';
import { registerHover } from './hover';
import { createPolicies } from './policies';
import { createPreview } from './preview';
import { say as translated } from './render';
import { createSharing } from './sharing';
import { registerStatus } from './status';
import { createTree } from './tree';
import { withoutMessage } from './log-text';
import { watchDocuments } from './watch';
import { createWorkspaceScan } from './workspace-scan';

export interface Shell {
  /** Runs a command. Never rejects: what goes wrong is said. */
  run(name: CommandName, args: readonly unknown[]): Promise<void>;
}

/** Makes a session for VS Code and what shows it. No parser is loaded before a text needs it. */
export function startShell(context: ExtensionContext): Shell {
  const log = window.createOutputChannel(l10n.t('Secretless'), { log: true });
  const failed = (error: unknown): Message => {
    log.error(withoutMessage(error));
    return say('Something went wrong. See the Secretless output for details.');
  };
  const policies = createPolicies();
  const files = createFileWatcher();
  const background = createBackground();
  const host = createHost({
    optionsOf: policies.optionsOf,
    followFiles: () => {
      files.start();
    },
    inBackground: background.run,
    failed,
  });
  const session = createSession(host);
  const { store, planner } = session;
  const progress = createProgressMemory(context.workspaceState);
  const around = createGuidanceContext(host, session);
  const guidance = registerGuidanceView(context, {
    engine: session.engines.alone,
    progress,
    store,
    context: around,
  });
  const preview = createPreview(planner, guidance);
  const tree = createTree(session, context.workspaceState);
  const scan = createWorkspaceScan(session, progress);
  const choose = createChooser(session);
  const sharing = createSharing({ session, progress, scan, context: around });
  const walkthrough = `${context.extension.id}#secretless.start`;
  context.subscriptions.push(
    log,
    session,
    policies,
    files,
    background,
    tree,
    guidance,
    preview,
    publishDiagnostics(store),
    registerHover(session),
    registerStatus(store),
    registerCodeActions(session, guidance),
    followSelection(store, tree, guidance),
    watchDocuments(session, files, policies.onDidChange),
  );
  const commands = createCommands({ session, preview, guidance, tree, scan, background, choose, sharing, walkthrough });
  return {
    async run(name, args) {
      try {
        await commands[name](...args);
      } catch (error) {
        // Not left to VS Code, which would show the error's message.
        void window.showErrorMessage(translated(failed(error)));
      }
    },
  };
}
