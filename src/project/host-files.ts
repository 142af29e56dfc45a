import { baseName } from '../core/document';
import type { Files, ProjectFile } from '../core/files';
import { walk } from './walk';

/** Files of the walk, files read, bytes of one: what describes a deployment is small and near the top. */
const LIMITS = { walked: 20_000, read: 200, bytes: 256 * 1024 };

const SPEAKS =
  /^(?:host\.json|staticwebapp\.config\.json|dockerfile|[\w.-]{1,100}\.(?:dockerfile|bicep|tf|ya?ml))$|^dockerfile\./i;

/** The files that may tell where the workload runs: manifests of hosts, templates, workflows, Dockerfiles. */
export async function hostFiles(access: Files): Promise<ProjectFile[]> {
  const found: ProjectFile[] = [];
  let walked = 0;
  for await (const { path, skip } of walk(access, '')) {
    if (++walked > LIMITS.walked || found.length >= LIMITS.read) break;
    if (skip || !SPEAKS.test(baseName(path))) continue;
    const file = await access.read(path, LIMITS.bytes);
    if (file.kind === 'text') found.push({ path, text: file.text });
  }
  return found;
}
