import type { SourceDocument } from '../core/document';
import { applyEdits } from '../core/edit';
import { editsBetween } from '../core/edits-between';
import type { Finding, FixKind } from '../core/finding';
import { say } from '../core/message';
import { Redacted } from '../core/redacted';
import { fileFixAt } from '../migrate/files/index';
import type { Around, FileChange } from '../migrate/files/file-fix';
import type { Found } from '../migrate/findings';
import type { Migration, Plan } from '../migrate/migration';
import { refusal } from '../migrate/refusals';
import { serviceOf } from '../services/index';
import { stepsOf } from '../steps/plan';
import { noFollowUp } from '../steps/follow-up';
import type { FilePlan, FindingPlace, Left } from './plan';

/** A finding of a file that is not code, with the fix that its file has for it, or the reason why there is none. */
export async function withFileFix(document: SourceDocument, found: Found, around: Around): Promise<Found> {
  const made = await fileFixAt(document, found, around);
  if (!made) return found;
  if (made.kind === 'refusal') return { ...found, refusal: { id: made.id, message: made.message } };
  const { fix = 'identity', service, title, because } = made;
  // One finding is never told both: the reason is that of its readers, and says that the setting changes.
  const reason = because === undefined ? null : refusal(because);
  return { ...found, service: service ?? found.service, fixes: [{ kind: fix, title }], refusal: reason };
}

const migrationOf = ({ path, text }: SourceDocument, rule: string, change: FileChange): Migration => {
  const work = { ...noFollowUp, ...change.work, others: change.steps };
  return {
    kind: 'migration',
    fix: change.fix ?? 'identity',
    rule,
    service: change.service,
    title: change.title,
    files: [{ path, edits: change.edits, basis: new Redacted(text) }],
    packages: [],
    settings: { added: [], removed: [] },
    role: null,
    work,
    steps: stepsOf(work, serviceOf),
  };
};

/** The migration of one finding of a file that is not code; null where no fix of a file knows it. */
export async function planInFile(
  document: SourceDocument,
  finding: FindingPlace,
  fix: FixKind,
  around: Around,
): Promise<Plan | null> {
  const made = fix === 'identity' || fix === 'setting' ? await fileFixAt(document, finding, around) : null;
  return made?.kind === 'change' ? migrationOf(document, finding.rule, made) : made;
}

/** Said of what is left where one run makes no more migrations of a file. */
export const TOO_MANY = say('the file has more migrations than one run makes; run it again');

/** More changes than any one file needs; what is left then says so. */
const ROUNDS = 100;

/** The migrations of all wanted findings of a file that is not code: each sees what the one before left. */
export async function planWholeFile(
  document: SourceDocument,
  wanted: (finding: Finding) => boolean,
  scan: (document: SourceDocument) => Promise<readonly Finding[]>,
  around: Around,
  rounds = ROUNDS,
): Promise<FilePlan> {
  const migrations: Migration[] = [];
  let present = document;
  let left: Left[];
  for (;;) {
    const findings = (await scan(present)).filter((one) => wanted(one) && one.fixes.length > 0);
    let made: Migration | null = null;
    if (migrations.length >= rounds) {
      left = findings.map((finding) => ({ finding, message: TOO_MANY }));
      break;
    }
    left = [];
    for (const finding of findings) {
      const plan = await planInFile(present, finding, 'identity', around);
      if (plan?.kind === 'migration') {
        made = plan;
        break;
      }
      left.push({ finding, message: plan?.message ?? refusal('nothing-to-do').message });
    }
    if (!made) break;
    migrations.push(made);
    present = { ...present, text: applyEdits(present.text, made.files[0]?.edits ?? []) };
  }
  const edits = editsBetween(document.text, present.text);
  const files = edits.length > 0 ? [{ path: document.path, edits, basis: new Redacted(document.text) }] : [];
  return { migrations, files, left, text: present.text };
}

/** What all changes of a file that is not code are called together. */
export const wholeFileTitle = (count: number) => say('Use identities in this file ({count} secrets)', { count });
