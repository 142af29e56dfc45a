import { frameworkTells } from './web-frameworks';
import { unknown } from './runtime';
import type { RuntimeClues, Runtime } from './runtime';
import { declaredIn, importsTell, isViewPlace, placeTells, viewsTell } from './web-file';
import { deviceOf, functionsOf, pageOf, serverOf, workerOf } from './web-project';

/** Where TypeScript and JavaScript run. A file decides before its project does. */
export async function webRuntime(place: RuntimeClues): Promise<Runtime> {
  const declared = declaredIn(place);
  if (declared) return declared;
  const framework = frameworkTells(place);
  if (framework !== null && framework !== 'either') return framework;
  const { project } = place;
  const device = project && deviceOf(project);
  const found = placeTells(place) ?? device ?? importsTell(place) ?? (await workerOf(place));
  if (found) return found;
  if (!project || framework === 'either') return unknown;
  const server = functionsOf(project) ?? serverOf(project);
  const page = await pageOf(place);
  if (!server || !page) return server ?? page ?? unknown;
  // Both halves in one project: what is no view may be either.
  return viewsTell(place) ?? (isViewPlace(place) ? page : unknown);
}
