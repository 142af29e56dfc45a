import { l10n, window } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { createChooser } from './chosen';
import { registerCodeActions } from './code-actions';
import type { CommandName } from './command-names';
import { createCommands } from './commands';
import { publishDiagnostics } from './diagnostics';
import { placeOf } from './documents';
import { followSelection } from './follow';
import { createGuidanceContext } from './guidance-context';
import { createProgressMemory } from './guidance-memory';
import { registerGuidanceView } from './guidance-view';
import { registerHover } from './hover';
import { createLive } from './live';
import { createPlanner } from './plan';
import { createPolicies } from './policies';
import { createPreview } from './preview';
import { createProjects } from './projects';
import { say as translated } from './render';
import { createSharing } from './sharing';
import { registerStatus } from './status';
import { createStore } from './store';
import { createTree } from './tree';
import { watchDocuments } from './watch';
import { createWorkspaceScan } from './workspace-scan';

/** Milliseconds without a keystroke before new findings are shown. */
const PAUSE = 250;

export interface Shell {
  /** Runs a command. Never rejects: what goes wrong is said. */
  run(name: CommandName, args: readonly unknown[]): Promise<void>;
}

/** Wires the rooms together. No parser is loaded before a text needs it. */
export function startShell(context: ExtensionContext): Shell {
  const log = window.createOutputChannel(l10n.t('Secretless'), { log: true });
  const failed = (error: unknown): Message => {
    log.error(withoutMessage(error));
    return say('Something went wrong; the output "Secretless" says where.');
  };
  const projects = createProjects();
  const engine = projects.any;
  const engineOf = projects.of;
  const store = createStore();
  const policies = createPolicies();
  const { optionsOf } = policies;
  const live = createLive({
    engineOf,
    store,
    pause: PAUSE,
    pathOf: (uri) => placeOf(uri).path,
    optionsOf,
    failed,
  });
  const planner = createPlanner({ engineOf, store, live, optionsOf, failed });
  const progress = createProgressMemory(context.workspaceState);
  const around = createGuidanceContext({ engine, store, planner });
  const guidance = registerGuidanceView(context, {
    engine,
    progress,
    store,
    context: around,
  });
  const preview = createPreview(planner, guidance);
  const tree = createTree(store, engine, context.workspaceState);
  const scan = createWorkspaceScan({ store, engineOf, optionsOf, failed, progress });
  const choose = createChooser(store, live);
  const sharing = createSharing({ engine, store, progress, scan, context: around });
  const walkthrough = `${context.extension.id}#secretless.start`;
  context.subscriptions.push(
    log,
    live,
    policies,
    projects,
    projects.onDidChange((uri) => {
      live.touched(uri);
    }),
    tree,
    guidance,
    preview,
    scan,
    publishDiagnostics(store),
    registerHover(store, engine),
    registerStatus(store),
    registerCodeActions({ engine, store, live, planner, guidance }),
    followSelection(store, tree, guidance),
    watchDocuments(live, store, policies.onDidChange, (uri) => {
      scan.rescan(uri);
    }),
  );
  const commands = createCommands({
    engine,
    store,
    live,
    planner,
    preview,
    guidance,
    tree,
    scan,
    choose,
    sharing,
    walkthrough,
  });
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

/** Where an error happened, without its message: that can quote the text that was scanned. */
function withoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
