import { commands, env, l10n, Uri, window, workspace } from 'vscode';
import { baseName } from '../core/document';
import type { GuidanceContext } from '../session/guidance-context';
import { mergeProgress, parseProgress, progressText, serviceProgress } from '../session/progress';
import type { Session } from '../session/session';
import { findingsIn } from '../session/store';
import { uriAt } from './documents';
import type { ProgressMemory } from './guidance-memory';
import { say } from './render';
import type { WorkspaceScan } from './workspace-scan';

/** What a team passes on: the progress as a file, and the report for people who will not open VS Code. */
export interface Sharing {
  exportProgress(): Promise<void>;
  importProgress(): Promise<void>;
  createReport(): Promise<void>;
}

interface SharingOptions {
  readonly session: Pick<Session, 'engines' | 'store'>;
  readonly progress: ProgressMemory;
  readonly scan: WorkspaceScan;
  readonly context: Pick<GuidanceContext, 'likelyHost'>;
}

export function createSharing({ session, progress, scan, context }: SharingOptions): Sharing {
  const { store, engines } = session;
  return {
    async exportProgress() {
      const saved = await save('secretless-progress.json', { JSON: ['json'] }, progressText(progress.get()));
      if (saved) offerToOpen(l10n.t('The progress is in {file}.', { file: baseName(saved.path) }), saved);
    },

    async importProgress() {
      const defaultUri = firstFolder();
      const title = l10n.t('Import Progress');
      const filters = { JSON: ['json'] };
      const [uri] = (await window.showOpenDialog({ title, filters, ...(defaultUri && { defaultUri }) })) ?? [];
      if (!uri) return;
      const theirs = parseProgress(new TextDecoder().decode(await workspace.fs.readFile(uri)));
      if (!theirs) {
        void window.showWarningMessage(l10n.t('{file} contains no progress.', { file: baseName(uri.path) }));
        return;
      }
      await progress.imported(mergeProgress(progress.get(), theirs));
      const steps = Object.values(theirs.services).reduce((sum, state) => sum + (state?.done.length ?? 0), 0);
      void window.showInformationMessage(l10n.t('{steps} completed steps were imported.', { steps }));
    },

    async createReport() {
      const formats = [
        { label: 'HTML', description: l10n.t('one page, for a browser'), html: true },
        { label: 'Markdown', description: l10n.t('for pull requests and wikis'), html: false },
      ];
      const format = await window.showQuickPick(formats, { placeHolder: l10n.t('Choose the format of the report') });
      if (!format || !(await scan.run({ quiet: true }))) return;
      const { reportHtml, reportMarkdown } = await import('../guide/render-report');
      const titles = new Map(engines.alone.services.map(({ id, title }) => [id, title]));
      const kept = progress.get();
      const report = {
        name: workspace.name ?? l10n.t('Workspace'),
        date: new Date().toISOString().slice(0, 10),
        answers: kept.answers,
        findings: store.all().flatMap(({ key, findings }) =>
          findings.map(({ finding, range }) => ({
            rule: finding.rule,
            service: finding.service === null ? null : (titles.get(finding.service) ?? finding.service),
            severity: finding.severity,
            file: workspace.asRelativePath(uriAt(key)),
            line: range.start.line,
            message: say(finding.message),
            fixable: finding.fixes.length > 0,
          })),
        ),
        progress: serviceProgress(
          engines.alone,
          findingsIn(store),
          { ...kept, host: kept.host ?? (await context.likelyHost()) },
          say,
        ),
      };
      const text = format.html ? reportHtml(report, say, env.language) : reportMarkdown(report, say);
      const name = `secretless-report.${format.html ? 'html' : 'md'}`;
      const saved = await save(name, format.html ? { HTML: ['html'] } : { Markdown: ['md'] }, text);
      if (saved) offerToOpen(l10n.t('The report is in {file}.', { file: baseName(saved.path) }), saved);
    },
  };
}

const firstFolder = (): Uri | undefined => workspace.workspaceFolders?.[0]?.uri;

/** Asks where to, and writes the file; undefined when the person leaves. */
async function save(name: string, filters: Readonly<Record<string, string[]>>, text: string): Promise<Uri | undefined> {
  const folder = firstFolder();
  const uri = await window.showSaveDialog({ filters, ...(folder && { defaultUri: Uri.joinPath(folder, name) }) });
  if (!uri) return undefined;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

function offerToOpen(text: string, uri: Uri): void {
  const open = l10n.t('Open');
  void window.showInformationMessage(text, open).then(async (chosen) => {
    if (chosen !== open) return;
    if (uri.path.endsWith('.html')) await env.openExternal(uri);
    else await commands.executeCommand(uri.path.endsWith('.md') ? 'markdown.showPreview' : 'vscode.open', uri);
  });
}
