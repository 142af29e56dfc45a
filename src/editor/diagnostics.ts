import { Diagnostic, languages, Range } from 'vscode';
import type { Disposable } from 'vscode';
import type { DocumentKey } from '../session/open-document';
import { refOf } from '../session/store';
import type { Located, Store } from '../session/store';
import { uriAt } from './documents';
import { commandLink, say, severityOf } from './render';

export const SOURCE = 'secretless';

export const rangeOf = ({ range: { start, end } }: Located): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** A finding as a diagnostic. Its code leads to the guidance of its rule, offline. */
function diagnosticOf(key: DocumentKey, located: Located): Diagnostic {
  const { rule, message, severity } = located.finding;
  const diagnostic = new Diagnostic(rangeOf(located), say(message), severityOf(severity));
  diagnostic.source = SOURCE;
  diagnostic.code = { value: rule, target: commandLink('secretless.showGuidance', refOf(key, located)) };
  return diagnostic;
}

/** Publishes the store's findings, each document as it changes. */
export function publishDiagnostics(store: Store): Disposable {
  const collection = languages.createDiagnosticCollection(SOURCE);
  const listening = store.onDidChange((key) => {
    const findings = store.get(key)?.findings ?? [];
    const uri = uriAt(key);
    if (findings.length > 0)
      collection.set(
        uri,
        findings.map((located) => diagnosticOf(key, located)),
      );
    else if (collection.has(uri)) collection.delete(uri);
  });
  return {
    dispose() {
      listening.dispose();
      collection.dispose();
    },
  };
}
