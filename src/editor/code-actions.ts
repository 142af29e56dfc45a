import { CodeAction, CodeActionKind, commands, Disposable, l10n, languages } from 'vscode';
import type { CancellationToken, CodeActionContext, Diagnostic, Range, TextDocument } from 'vscode';
import { whyNoRewrite } from '../core/finding';
import type { Finding } from '../core/finding';
import { keyOf } from '../session/open-document';
import type { DocumentKey } from '../session/open-document';
import { subjectOf } from '../session/planner';
import type { Wish } from '../session/planner';
import type { Session } from '../session/session';
import { refOf } from '../session/store';
import type { FindingRef, Located } from '../session/store';
import { guard, workspaceEdit } from './apply';
import { commentStyle } from './comments';
import { rangeOf, SOURCE } from './diagnostics';
import type { GuidanceView } from './guidance-view';
import { afterFix } from './outcome';
import type { Outcome } from './outcome';
import { say } from './render';

const AFTER_FIX = 'secretless.afterFix';

export const FIX_ALL = CodeActionKind.SourceFixAll.append(SOURCE);

/**
 * Titles come from the store; edits are planned only for the action that a person chooses. One closure, hence its length: what
 * VS Code is given in one call it asks about in the next, and it keeps nothing of ours in between.
 */
export function registerCodeActions({ engines, store, live, planner }: Session, guidance: GuidanceView): Disposable {
  const wishes = new WeakMap<CodeAction, { readonly key: DocumentKey; readonly wish: Wish }>();
  // The command that ends an action carries no argument: VS Code forgets arguments when the menu closes, before it runs.
  const state = { watching: null as ReturnType<typeof guard> | null, outcome: null as Outcome | null };
  const serviceTitle = (id: string): string => engines.alone.services.find((service) => service.id === id)?.title ?? id;

  // VS Code runs an action's command only after it has saved the files, and not at all when a person saves them first.
  const finish = (): void => void commands.executeCommand(AFTER_FIX);

  const planned = (key: DocumentKey, title: string, kind: CodeActionKind, wish: Wish): CodeAction => {
    const action = new CodeAction(title, kind);
    wishes.set(action, { key, wish });
    return action;
  };

  const fixes = (key: DocumentKey, finding: Finding, ref: FindingRef): CodeAction[] =>
    finding.fixes.map((fix, i) => {
      // The best fix belongs to the squiggle even where it is not the identity one: a secret that has to stay.
      const kind = i === 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
      return planned(key, say(fix.title), kind, { kind: 'one', finding: ref, fix: fix.kind });
    });

  const around = (document: TextDocument, finding: Finding, ref: FindingRef): CodeAction[] => {
    const actions: CodeAction[] = [];
    if (finding.fixes.length > 0)
      actions.push(running(l10n.t('Preview migration…'), 'secretless.previewMigration', ref));
    if (finding.related.length > 0)
      actions.push(running(l10n.t('Migrate this secret everywhere…'), 'secretless.migrateEverywhere', ref));
    if (whyNoRewrite(finding)) {
      actions.push(running(l10n.t('Why there is no automatic rewrite'), 'secretless.explainRefusal', ref));
    } else if (finding.service !== null) {
      const title = l10n.t('Explain: managed identity option for {service}', {
        service: serviceTitle(finding.service),
      });
      actions.push(running(title, 'secretless.showGuidance', ref));
    }
    if (commentStyle(document.languageId))
      actions.push(running(l10n.t('Ignore with a reason…'), 'secretless.ignoreFinding', ref));
    return actions;
  };

  const provider = {
    async provideCodeActions(
      document: TextDocument,
      range: Range,
      context: CodeActionContext,
      token: CancellationToken,
    ): Promise<CodeAction[]> {
      const key = keyOf(document);
      await live.settled(key);
      if (token.isCancellationRequested) return [];
      const findings = store.get(key)?.findings ?? [];
      const identity = findings.filter(({ finding }) => finding.fixes.some(({ kind }) => kind === 'identity'));
      const everything = l10n.t('Use Microsoft Entra authentication everywhere in this file');
      const all = (kind: CodeActionKind, located: Located): CodeAction =>
        planned(key, everything, kind, { kind: 'file', subject: refOf(key, located) });
      if (context.only && CodeActionKind.Source.contains(context.only)) {
        return identity[0] && wantsFixAll(context.only) ? [all(FIX_ALL, identity[0])] : [];
      }
      const here = findings.filter((located) => rangeOf(located).intersection(range));
      const offered = here.flatMap((located) => {
        const ref = refOf(key, located);
        const own = fixes(key, located.finding, ref);
        // For a whole selection the fixes are enough: explanations of each finding would bury them.
        if (here.length === 1) own.push(...around(document, located.finding, ref));
        for (const action of own) action.diagnostics = diagnosticsOf(context.diagnostics, located);
        return own;
      });
      const actions = withoutTwins(offered);
      const preferred = actions.find((action) => {
        const wish = wishes.get(action)?.wish;
        return wish?.kind === 'one' && wish.fix === 'identity';
      });
      if (preferred) preferred.isPreferred = true;
      const one = here.find((located) => identity.includes(located));
      if (one && identity.length > 1) actions.push(all(CodeActionKind.QuickFix, one));
      const { only } = context;
      return only ? actions.filter(({ kind }) => kind && only.contains(kind)) : actions;
    },

    async resolveCodeAction(action: CodeAction): Promise<CodeAction> {
      const request = wishes.get(action);
      if (!request) return action;
      state.watching?.dispose();
      const plan = await planner.plan(request.key, request.wish);
      const watching = plan.kind === 'planned' ? guard(plan.changes, finish) : null;
      state.watching = watching;
      const ref = subjectOf(request.wish);
      const subject = { rule: ref.rule, service: ref.service, ref };
      state.outcome = { plan, subject, verify: watching ? () => watching.verify() : null };
      if (plan.kind === 'planned') action.edit = workspaceEdit(plan.changes);
      action.command = { title: action.title, command: AFTER_FIX };
      return action;
    },
  };
  return Disposable.from(
    languages.registerCodeActionsProvider({ scheme: '*' }, provider, {
      providedCodeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
    }),
    commands.registerCommand(AFTER_FIX, async () => {
      const { outcome } = state;
      state.outcome = null;
      if (outcome) await afterFix(outcome, guidance);
    }),
    { dispose: () => state.watching?.dispose() },
  );
}

/**
 * Asked for by its name, or listed in the menu of source actions. Not part of a general `source.fixAll`, which many people
 * run on every save for their linter: a change of authentication is not made in passing.
 */
const wantsFixAll = (only: CodeActionKind): boolean =>
  only.value === FIX_ALL.value || only.value === CodeActionKind.Source.value;

/** The first of each title: two uses of one secret offer the same change. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const titles = new Set<string>();
  return actions.filter(({ title }) => !titles.has(title) && titles.add(title));
}

/** An action that runs a command of ours, which shows its outcome itself. */
function running(title: string, command: string, ...args: readonly unknown[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...args] };
  return action;
}

const diagnosticsOf = (diagnostics: readonly Diagnostic[], located: Located): Diagnostic[] =>
  diagnostics.filter(({ source, range }) => source === SOURCE && range.isEqual(rangeOf(located)));
