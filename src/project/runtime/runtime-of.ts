import { baseName } from '../../core/document';
import type { SourceDocument } from '../../core/document';
import { ecosystemOf } from '../manifests';
import type { Project } from '../project';
import { isBelow, relativeTo } from '../resolve';
import { dotnetRuntime } from './dotnet';
import { otherRuntime } from './others';
import { unknown } from './runtime';
import type { RuntimeClues, Runtime } from './runtime';
import { testRuntime } from './tests';
import { webRuntime } from './web';

/** Where a document's code runs, by the document, its place and its project. */
export async function runtimeOf(
  document: SourceDocument,
  project: Project | null,
  around: Pick<RuntimeClues, 'names' | 'read'>,
): Promise<Runtime> {
  const { path, text } = document;
  const place: RuntimeClues = {
    path,
    text,
    name: baseName(path),
    relative: project && isBelow(path, project.folder) ? relativeTo(path, project.folder) : path,
    project,
    ...around,
  };
  const test = testRuntime(place);
  if (test) return test;
  switch (ecosystemOf(path)) {
    case 'javascript':
      return webRuntime(place);
    case 'dotnet':
      return dotnetRuntime(place);
    case 'python':
    case 'java':
    case 'go':
      return otherRuntime(place);
    default:
      return unknown;
  }
}
