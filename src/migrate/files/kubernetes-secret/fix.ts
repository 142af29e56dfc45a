import type { SourceDocument } from '../../../core/document';
import { remembered } from '../../../core/remember';
import type { Span } from '../../../core/span';
import { firstBehind } from '../../../core/span-index';
import { catalog } from '../../catalog';
import { kindOf, refused } from '../file-fix';
import type { FileFix, FileRefusal } from '../file-fix';

const WORKLOAD = /^(?:ConfigMap|Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob)$/;

/** What a manifest is, by its own words: charts with expressions in them are no YAML yet. */
const kindIn = (document: string): string =>
  /^apiVersion[ \t]{0,9}:/m.test(document)
    ? (/^kind[ \t]{0,9}:[ \t]{0,9}["']?(\w{1,60})/m.exec(document)?.[1] ?? '')
    : '';

interface Manifest extends Span {
  readonly kind: string;
}

/** The YAML documents of a file, which lines with `---` part. */
const manifestsOf = remembered(({ text }: SourceDocument): readonly Manifest[] => {
  const starts = [0, ...[...text.matchAll(/^---/gm)].map(({ index }) => index)];
  return starts.map((start, nth) => {
    const end = starts[nth + 1] ?? text.length;
    return { start, end, kind: kindIn(text.slice(start, end)) };
  });
});

const kindAround = (document: SourceDocument, offset: number): string => {
  const manifests = manifestsOf(document);
  return manifests[firstBehind(manifests, offset)]?.kind ?? '';
};

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
  plan: (document, { start }, _around, rule) => Promise.resolve(reasonOf(kindAround(document, start), rule)),
};
