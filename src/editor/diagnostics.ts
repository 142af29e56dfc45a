import { Diagnostic, languages, Range } from 'vscode';
import type { Disposable, Uri } from 'vscode';
import { commandLink, say, severityOf } from './render';
import { refOf } from './store';
import type { Located, Store } from './store';

export const SOURCE = 'secretless';

export const rangeOf = ({ range: { start, end } }: Located): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** A finding as a diagnostic. Its code leads to the guidance of its rule, offline. */
function diagnosticOf(uri: Uri, located: Located): Diagnostic {
  const { rule, message, severity } = located.finding;
  const diagnostic = new Diagnostic(rangeOf(located), say(message), severityOf(severity));
  diagnostic.source = SOURCE;
  diagnostic.code = { value: rule, target: commandLink('secretless.showGuidance', refOf(uri, located)) };
  return diagnostic;
}

/** Publishes the store's findings, each document as it changes. */
export function publishDiagnostics(store: Store): Disposable {
  const collection = languages.createDiagnosticCollection(SOURCE);
  const listening = store.onDidChange((uri) => {
    const findings = store.get(uri)?.findings ?? [];
    if (findings.length > 0)
      collection.set(
        uri,
        findings.map((located) => diagnosticOf(uri, located)),
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
