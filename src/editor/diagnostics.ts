import { Diagnostic, DiagnosticRelatedInformation, languages, Location, Range, Uri } from 'vscode';
import type { Disposable } from 'vscode';
import type { Related } from '../core/finding';
import type { LineRange } from '../core/lines';
import type { DocumentKey } from '../session/open-document';
import { refOf } from '../session/store';
import type { Located, Store } from '../session/store';
import { placeOf, uriAt } from './documents';
import { commandLink, say, severityOf } from './render';

export const SOURCE = 'secretless';

const rangeFrom = ({ start, end }: LineRange): Range => new Range(start.line, start.character, end.line, end.character);

export const rangeOf = ({ range }: Located): Range => rangeFrom(range);

/** A place in another file of the same workspace folder as a document; null for a document outside all folders. */
export function locationOf(document: Uri, related: Related): Location | null {
  const { root } = placeOf(document);
  return root && new Location(Uri.joinPath(root, related.path), rangeFrom(related));
}

/** A finding as a diagnostic. Its code leads to the guidance of its rule, offline. */
function diagnosticOf(key: DocumentKey, located: Located): Diagnostic {
  const { rule, message, severity, related } = located.finding;
  const diagnostic = new Diagnostic(rangeOf(located), say(message), severityOf(severity));
  diagnostic.source = SOURCE;
  diagnostic.relatedInformation = related.flatMap((one) => {
    const location = locationOf(uriAt(key), one);
    return location ? [new DiagnosticRelatedInformation(location, say(one.message))] : [];
  });
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
