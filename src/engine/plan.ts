import type { SourceDocument } from '../core/document';
import type { Finding, FixKind } from '../core/finding';
import type { Message } from '../core/message';
import { combine } from '../migrate/combine';
import type { Plan } from '../migrate/migration';
import { planInFile } from './file-fixes';
import type { ScanOptions } from './options';
import { rounds } from './rounds';
import type { FilePlan } from './rounds';
import { findingsOf } from './scan';
import { groupOf, namesIn, namesOf, offers, planIn, refused, sceneOf } from './scene';
import type { FindingPlace, Workplace } from './scene';
import { languageOf } from './tools';

export type { FilePlan, Left } from './rounds';
export type { FindingPlace, Workplace } from './scene';

/** The migration of one finding, or the refusal. */
export async function planOne(
  workplace: Workplace,
  document: SourceDocument,
  finding: FindingPlace,
  fix: FixKind,
  options: ScanOptions,
): Promise<Plan> {
  const { analyser } = workplace;
  const inFile = languageOf(document) ? null : await planInFile(document, finding, fix, workplace.model);
  if (inFile) return inFile;
  return analyser.use(document, options, async ({ analysed, trouble }) => {
    if (!analysed) return refused(trouble ? 'code-not-read' : languageOf(document) ? 'parse-error' : 'not-in-code');
    const scene = await sceneOf(workplace, document, analysed, namesOf(analysed.analysis, finding));
    return planIn(scene, analyser, document, analysed.analysis, finding, fix, options);
  });
}

/** The migrations of all wanted findings of a document that have the fix. */
export async function planFile(
  workplace: Workplace,
  document: SourceDocument,
  fix: FixKind,
  wanted: (finding: Finding) => boolean,
  options: ScanOptions,
): Promise<FilePlan> {
  const { analyser } = workplace;
  return analyser.use(document, options, async ({ analysed }) => {
    if (!analysed) return { migrations: [], files: [], left: [], text: document.text };
    const groups = findingsOf(analysed.analysis, document, options)
      .filter((finding) => wanted(finding) && offers(finding, fix) && !finding.rule.startsWith('infra/'))
      .map(({ span }) => groupOf(analysed.analysis, span));
    const names = namesIn(analysed.analysis, groups);
    const scene = await sceneOf(workplace, document, analysed, names);
    return rounds(scene, analyser, document, fix, wanted, options);
  });
}

/** One plan of several migrations of a document. `title` names all of them where they are not of code. */
export const combined = (plan: FilePlan, title?: Message): Plan => combine(plan.migrations, plan.files, title);
