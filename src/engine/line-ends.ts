import type { SourceDocument } from '../core/document';
import { Redacted } from '../core/redacted';
import type { Plan, PlannedEdit } from '../migrate/migration';
import type { FilePlan } from './plan';

const ALL_FEEDS = /\n/g;

/** True for a text whose lines all end with a carriage return, as the first Macintosh had it. */
export const endsWithReturns = (text: string): boolean => text.includes('\r') && !text.includes('\n');

/** The document with line feeds in their place: as long, so that places are the same, and what all code here expects. */
export const withFeeds = (document: SourceDocument): SourceDocument =>
  endsWithReturns(document.text) ? { ...document, text: document.text.replaceAll('\r', '\n') } : document;

const toReturns = (text: string): string => text.replace(ALL_FEEDS, '\r');

/** An edit of a file in the line ends of that file. */
function edited(document: SourceDocument, file: PlannedEdit): PlannedEdit {
  const isOwn = file.path === document.path && endsWithReturns(document.text);
  if (!isOwn && !endsWithReturns(file.basis.reveal())) return file;
  return {
    ...file,
    basis: isOwn ? new Redacted(toReturns(file.basis.reveal())) : file.basis,
    edits: file.edits.map((edit) => ({ ...edit, newText: toReturns(edit.newText.replaceAll('\r\n', '\n')) })),
  };
}

/** A plan that was made for the document with line feeds, for the document itself. */
export const planInReturns = (document: SourceDocument, plan: Plan): Plan =>
  plan.kind === 'migration' ? { ...plan, files: plan.files.map((file) => edited(document, file)) } : plan;

/** The same for a plan of all findings. */
export const filePlanInReturns = (document: SourceDocument, plan: FilePlan): FilePlan => ({
  ...plan,
  migrations: plan.migrations.map((one) => ({ ...one, files: one.files.map((file) => edited(document, file)) })),
  files: plan.files.map((file) => edited(document, file)),
  text: endsWithReturns(document.text) ? toReturns(plan.text) : plan.text,
});
