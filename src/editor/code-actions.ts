import { CodeAction, CodeActionKind, l10n, languages } from 'vscode';
import type { CancellationToken, CodeActionContext, Diagnostic, Disposable, Range, TextDocument, Uri } from 'vscode';
import type { Finding } from '../core/finding';
import type { Engine } from '../engine';
import { guard, workspaceEdit } from './apply';
import { commentStyle } from './comments';
import { rangeOf, SOURCE } from './diagnostics';
import type { Live } from './live';
import type { Outcome } from './outcome';
import { subjectOf } from './plan';
import type { Planner, Wish } from './plan';
import { say } from './render';
import { refOf } from './store';
import type { FindingRef, Located, Store } from './store';

export const FIX_ALL = CodeActionKind.SourceFixAll.append(SOURCE);

interface Rooms {
  readonly engine: Engine;
  readonly store: Store;
  readonly live: Live;
  readonly planner: Planner;
}

/** Titles come from the store; edits are planned only for the action that a person chooses. */
export function registerCodeActions({ engine, store, live, planner }: Rooms): Disposable {
  const wishes = new WeakMap<CodeAction, { readonly uri: Uri; readonly wish: Wish }>();
  const guards = { last: null as ReturnType<typeof guard> | null };
  const serviceTitle = (id: string): string => engine.services.find((service) => service.id === id)?.title ?? id;

  const planned = (uri: Uri, title: string, kind: CodeActionKind, wish: Wish): CodeAction => {
    const action = new CodeAction(title, kind);
    wishes.set(action, { uri, wish });
    return action;
  };

  const fixes = (uri: Uri, finding: Finding, ref: FindingRef): CodeAction[] =>
    finding.fixes.map((fix, i) => {
      // The best fix belongs to the squiggle even where it is not the identity one: a secret that has to stay.
      const kind = i === 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
      return planned(uri, say(fix.title), kind, { kind: 'one', finding: ref, fix: fix.kind });
    });

  const around = (document: TextDocument, finding: Finding, ref: FindingRef): CodeAction[] => {
    const actions: CodeAction[] = [];
    if (finding.fixes.length > 0)
      actions.push(running(l10n.t('Preview migration…'), 'secretless.previewMigration', ref));
    if (finding.refusal) {
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
      await live.settled(document.uri);
      if (token.isCancellationRequested) return [];
      const findings = store.get(document.uri)?.findings ?? [];
      const { uri } = document;
      const identity = findings.filter(({ finding }) => finding.fixes.some(({ kind }) => kind === 'identity'));
      const everything = l10n.t('Use Microsoft Entra authentication everywhere in this file');
      const all = (kind: CodeActionKind, located: Located): CodeAction =>
        planned(uri, everything, kind, { kind: 'file', subject: refOf(uri, located) });
      if (context.only && CodeActionKind.Source.contains(context.only)) {
        return identity[0] && context.only.contains(FIX_ALL) ? [all(FIX_ALL, identity[0])] : [];
      }
      const here = findings.filter((located) => rangeOf(located).intersection(range));
      const actions = here.flatMap((located) => {
        const ref = refOf(uri, located);
        const own = [...fixes(uri, located.finding, ref), ...around(document, located.finding, ref)];
        for (const action of own) action.diagnostics = diagnosticsOf(context.diagnostics, located);
        return own;
      });
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
      guards.last?.dispose();
      const plan = await planner.plan(request.uri, request.wish);
      const watching = plan.kind === 'planned' ? guard(plan.changes) : null;
      guards.last = watching;
      if (plan.kind === 'planned') action.edit = workspaceEdit(plan.changes);
      const outcome: Outcome = {
        plan,
        subject: subjectOf(request.wish),
        verify: watching ? () => watching.verify() : null,
      };
      action.command = { title: action.title, command: 'secretless.afterFix', arguments: [outcome] };
      return action;
    },
  };
  const registered = languages.registerCodeActionsProvider({ scheme: '*' }, provider, {
    providedCodeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
  });
  return {
    dispose() {
      registered.dispose();
      guards.last?.dispose();
    },
  };
}

/** An action that runs a command of ours, which shows its outcome itself. */
function running(title: string, command: string, ...args: readonly unknown[]): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...args] };
  return action;
}

const diagnosticsOf = (diagnostics: readonly Diagnostic[], located: Located): Diagnostic[] =>
  diagnostics.filter(({ source, range }) => source === SOURCE && range.isEqual(rangeOf(located)));
