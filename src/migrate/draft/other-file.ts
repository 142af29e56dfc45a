import { DIGITS, withoutTrailing } from '../../core/trailing';
import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import type { ExportSlot, ListItem } from '../../languages/contract/imported';
import type { CodeWriter } from '../../languages/contract/writer';
import { settingBehind } from '../../languages/trace';
import type { ImportedTrace, Trace } from '../../languages/trace';
import type { Service } from '../../services/service';
import { declarationsOf } from '../judge/declarations';
import { refusal } from '../refusals';
import { declarations } from './declarations';
import { endpointAt, endpointWords } from './endpoints';
import { withGuards } from './guards';
import { isThere } from './is-there';
import { joinedEdits } from './join-edits';
import { emptyDraft } from './model';
import type { Draft, ImportedEndpoint } from './model';
import { inTurn, isRefusal, plus } from './pass';
import type { FileContext, Pass } from './pass';
import { unread } from './unread';

/** The secret in the file that holds it, and what that file is to export instead, or besides. */
interface OtherContext extends FileContext {
  readonly beyond: ImportedTrace;
  readonly slot: ExportSlot;
  readonly trace: Trace;
  readonly endpoints: readonly ImportedEndpoint[];
  /** Nothing reads the secret any more. */
  readonly goes: boolean;
}

/** The same passes as in the file of the finding; nothing there is rewritten but the secret's own declaration. */
const exported: Pass<OtherContext> = (draft, context) => exportEndpoints(draft, context);
const unreadThere: Pass<OtherContext> = (draft, context) => (context.goes ? unread(draft, context) : draft);
const guards: Pass<OtherContext> = (draft, context) => withGuards(draft, settingsThere(context), context);

const PASSES: readonly Pass<OtherContext>[] = [exported, unreadThere, declarations, guards, joinedEdits];

/** The edits in the file that holds a secret: endpoints in the place of it where it goes, beside it where it stays. */
export function editsThere(
  beyond: ImportedTrace,
  endpoints: readonly ImportedEndpoint[],
  goes: boolean,
  writer: CodeWriter,
): readonly TextEdit[] | Refusal {
  const { slot, file } = beyond.imported;
  if (!slot) return endpoints.length > 0 ? refusal('secret-imported') : [];
  // Exported only by what goes: then nothing else reads it.
  const own = beyond.from.declarations.map((one) => ({ ...one, exported: !goes && one.exported }));
  const trace = { ...beyond.from, declarations: own };
  const context = { file, writer, beyond, slot, trace, endpoints, goes };
  const start = plus(emptyDraft, { reached: declarationsOf(trace) });
  const draft = inTurn(PASSES, start, (now, pass) => pass(now, context));
  return isRefusal(draft) ? draft : draft.edits;
}

/** Exports the endpoints, each with a name of its own. */
function exportEndpoints(draft: Draft, context: OtherContext): Draft | Refusal {
  const { endpoints, slot, goes } = context;
  const start: Exports = { codes: [], draft };
  const written = inTurn(endpoints, start, (now, endpoint) => withExport(now, endpoint, context));
  if (isRefusal(written)) return written;
  const { item } = slot;
  if (!item) return written.draft;
  const text = written.codes.join(between(item));
  if (goes) {
    const edit = text === '' ? item.remove() : { span: item, newText: text };
    return plus(written.draft, { dropped: [item], edits: [edit] });
  }
  return text === '' ? written.draft : plus(written.draft, { edits: [item.insert(text)] });
}

interface Exports {
  /** The code of each item in the list of exports. */
  readonly codes: readonly string[];
  readonly draft: Draft;
}

function withExport(
  { codes, draft }: Exports,
  { service, name }: ImportedEndpoint,
  context: OtherContext,
): Exports | Refusal {
  const { beyond, slot, trace } = context;
  const { value, name: old } = beyond.imported;
  // The exported name may be that of a variable, which then has to have it.
  const wanted = !slot.item || trace.declarations[0]?.name === old ? name : null;
  const endpoint = endpointAt({ node: value, trace, service, secret: '', name: wanted }, draft, context);
  if (isRefusal(endpoint)) return endpoint;
  return { codes: [...codes, slot.write(name, endpoint.code)], draft: endpoint.draft };
}

function settingsThere({ beyond, endpoints }: OtherContext): ReadonlyMap<string, string> {
  const setting = settingBehind(beyond.from);
  return new Map(
    endpoints.flatMap(({ service: { endpointSetting: to } }): [string, string][] =>
      setting && to !== undefined ? [[setting.name, to]] : [],
    ),
  );
}

/** What is between two items of a list, or two statements. */
const between = (item: ListItem): string => item.insert('').newText;

/**
 * The name of an endpoint that an earlier migration has put beside the secret, or null: declared exactly as this one would
 * declare it, right after the secret and its other endpoints, or, where the value tells the account, anywhere beside it.
 */
export function existingEndpoint(beyond: ImportedTrace, service: Service, writer: CodeWriter): string | null {
  const { file } = beyond.imported;
  const base = withoutTrailing(writer.name(endpointWords(service, ''), beyond.imported.name), DIGITS);
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}${String(n)}`;
    if (!file.names.has(name)) return null;
    const insertions = insertionsOf(beyond, service, name, writer);
    if (insertions.length > 0 && insertions.every((one) => isThere(one, name, service, file))) return name;
  }
}

/** What a migration would put beside the secret for an endpoint of this name; nothing where it has no code. */
function insertionsOf(beyond: ImportedTrace, service: Service, name: string, writer: CodeWriter): readonly TextEdit[] {
  const edits = editsThere(beyond, [{ service, name }], false, writer);
  return isRefusal(edits) ? [] : edits.filter(({ span }) => span.start === span.end);
}
