import { catalog } from '../../catalog';
import { kindOf, refused } from '../file-fix';
import type { FileFix, FileRefusal } from '../file-fix';

/** The document of a YAML text around an offset. */
function documentAround(text: string, offset: number): string {
  const start = [...text.slice(0, offset).matchAll(/^---/gm)].at(-1)?.index ?? 0;
  const length = text.slice(offset).search(/^---/m);
  return text.slice(start, length < 0 ? text.length : offset + length);
}

const WORKLOAD = /^(?:ConfigMap|Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob)$/;

/** What a manifest is, by its own words: charts with expressions in them are no YAML yet. */
const kindIn = (document: string): string =>
  /^apiVersion[ \t]{0,9}:/m.test(document)
    ? (/^kind[ \t]{0,9}:[ \t]{0,9}["']?(\w{1,60})/m.exec(document)?.[1] ?? '')
    : '';

function reasonOf(kind: string, rule: string): FileRefusal | null {
  if (kind !== 'Secret' && !WORKLOAD.test(kind)) return null;
  const own = kindOf(rule);
  const support = own === 'kubernetes-secret-data' ? 'yes' : catalog.serviceOfKind(own)?.identity.support;
  if (support !== 'yes') return refused('kubernetes-kept');
  return refused(kind === 'Secret' ? 'kubernetes-secret' : 'kubernetes-value');
}

/** A secret in a manifest of Kubernetes: which identity the pods get is not for the file to say. */
export const kubernetesSecret: FileFix = {
  id: 'kubernetes-secret',
  rules: ['hardcoded/'],
  handles: (path) => /\.ya?ml$/i.test(path),
  plan: ({ text }, { start }, _around, rule) => Promise.resolve(reasonOf(kindIn(documentAround(text, start)), rule)),
};
