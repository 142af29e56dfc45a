import type { ProjectFile } from '../../../core/files';
import { propertyOf, readMsbuild } from '../../../manifests/msbuild';
import { projectFilesOf } from '../project-file';

/** Features of C# 8 and later, used in projects that have nullable reference types on as a rule: for files whose project does not say. */
const LOOKS_NULLABLE = /^\s{0,99}namespace\s{1,99}[\w.]{1,100}\s{0,99};|\bstring\?|[\w)\]]![.;,)]/m;

const DIRECTIVE = /^[ \t]{0,200}#nullable[ \t]{1,99}(enable|disable|restore)\b(?![ \t]{1,99}annotations)/gm;

/** Whether the compiler looks for missing values in a file where no directive says so; null where its project does not tell. */
export function projectNullable(files: readonly ProjectFile[], path: string): boolean | null {
  const { project, shared } = projectFilesOf(files, path);
  if (!project) return null;
  const own = readMsbuild(project.text);
  const above = shared && readMsbuild(shared.text);
  const value = (own && propertyOf(own, 'Nullable')) ?? (above && propertyOf(above, 'Nullable'));
  return value === null ? null : /^(?:enable|warnings)$/i.test(value.trim());
}

/** Whether the compiler looks for missing values, by offset. */
export function nullableOf(text: string, ofProject: boolean | null, isProgram: boolean): (at: number) => boolean {
  const base = ofProject ?? (LOOKS_NULLABLE.test(text) || isProgram);
  const directives = [...text.matchAll(DIRECTIVE)].map(({ index, 1: word }) => ({ index, word }));
  return (at) => {
    const last = directives.findLast(({ index }) => index < at);
    return last === undefined || last.word === 'restore' ? base : last.word === 'enable';
  };
}
