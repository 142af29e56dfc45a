import type { SourceDocument } from '../core/document';
import { editedOrNull } from '../core/edit';
import type { TextEdit } from '../core/edit';
import type { Finding, FixKind } from '../core/finding';
import { Redacted } from '../core/redacted';
import type { Candidate } from '../detect/candidate';
import type { Analysis } from '../migrate/analysis';
import { changeKept } from '../migrate/keep-secret';
import type { Migration, PlannedEdit } from '../migrate/migration';
import { keptInSetting, mayLoad } from '../migrate/plan-kept';
import { readsBack } from '../migrate/read-back';
import type { Analyser } from './analyse';
import type { ScanOptions } from './options';
import { candidateAt, planningOf, serviceOfKept } from './scene';
import { ROUNDS, sceneAfter, worthTrying } from './state';
import type { State } from './state';

/** A hardcoded value, and the rule of its finding. */
interface Value {
  readonly rule: string;
  readonly candidate: Candidate;
}

type KeptFix = 'key-vault' | 'setting';

/**
 * Values that go into settings, all of them before the text is looked at again: nothing but the literal changes, so that none of
 * them is in the way of another. Null where one of them is loaded by code, or where the whole cannot be read back.
 */
export function keptAtOnce(
  state: State,
  analyser: Analyser,
  fix: FixKind,
  isWanted: (finding: Finding) => boolean,
  options: ScanOptions,
): State | null {
  if (fix !== 'key-vault' && fix !== 'setting') return null;
  const { analysis, document } = state;
  const values = valuesOf(worthTrying(analysis, document, fix, isWanted, options), analysis);
  if (values.length < 2 || values.some(({ candidate }) => mayLoad(candidate.span, fix, analysis.file))) return null;
  const made = keptOneByOne(values, state, fix, options);
  if (made.migrations.length === 0) return null;
  const back = analyser.reanalyse(made.scene.analysed, made.document, [], options);
  const candidates = analysis.candidates.length - made.migrations.length;
  if (readsBack(analysis, back, { groups: back.groups.length, candidates })) return { ...made, analysis: back };
  back.file.release();
  return null;
}

/** The values behind findings: of those in one literal the first, and no more than one run moves. */
function valuesOf(findings: Iterable<Finding>, analysis: Analysis): readonly Value[] {
  const byLiteral = new Map<number, Value>();
  for (const { rule, span } of findings) {
    const candidate = candidateAt(analysis, span);
    const place = analysis.file.literalAt(span.start)?.start;
    if (candidate && place !== undefined && !byLiteral.has(place)) byLiteral.set(place, { rule, candidate });
  }
  return [...byLiteral.values()].slice(0, ROUNDS);
}

/** The migrations of values, each of the text and the files that the one before leaves; without a look at the result. */
function keptOneByOne(
  values: readonly Value[],
  { analysis, document, scene: around }: State,
  fix: KeptFix,
  options: ScanOptions,
): Omit<State, 'analysis'> {
  const { file, parser } = analysis;
  const writer = parser.writer(file);
  const edits: TextEdit[] = [];
  const migrations: Migration[] = [];
  let [scene, text] = [around, document.text];
  for (const { rule, candidate } of values) {
    const service = serviceOfKept(analysis, candidate);
    const change = changeKept(candidate.span, candidate.kind, service, file, writer, scene.files, text);
    if ('id' in change) continue;
    const plan = keptInSetting(
      change,
      fix,
      service,
      planningOf(scene, document, analysis, rule, options),
      file.settings,
    );
    if (plan.kind === 'refusal') continue;
    const own = change.edits.map(({ span: { start, end }, newText }) => ({ span: { start, end }, newText }));
    const made = {
      ...plan,
      files: plan.files.map((one) => (one.path === document.path ? moved(one, own, edits, text) : one)),
    };
    edits.push(...own);
    migrations.push(made);
    scene = sceneAfter(scene, made);
    text = textWith(document, edits);
  }
  return { migrations, scene, document: { ...document, text } };
}

const textWith = ({ text }: SourceDocument, edits: readonly TextEdit[]): string => editedOrNull(text, edits) ?? text;

/** Edits of the first text, as edits of the text that others of it were made in before. */
const moved = (one: PlannedEdit, own: readonly TextEdit[], before: readonly TextEdit[], text: string): PlannedEdit => ({
  ...one,
  basis: new Redacted(text),
  edits: own.map(({ span, newText }) => {
    const by = before
      .filter(({ span: { end } }) => end <= span.start)
      .reduce((sum, { span: { start, end }, newText: fresh }) => sum + fresh.length - (end - start), 0);
    return { span: { start: span.start + by, end: span.end + by }, newText };
  }),
});
