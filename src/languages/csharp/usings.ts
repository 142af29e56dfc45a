import type { TextEdit } from '../../core/edit';
import type { Using } from './namespaces';
import { hostOf } from './namespaces';
import type { Node } from './syntax';
import { parts } from './syntax';

const isSystem = (namespace: string): boolean => /^System(?:\.|$)/.test(namespace);

/** True when the first goes before the second: `System` first where the file has it so, then by the alphabet. */
const goesBefore = (a: string, b: string, systemFirst: boolean): boolean => {
  if (systemFirst && isSystem(a) !== isSystem(b)) return isSystem(a);
  return a.toLowerCase() < b.toLowerCase();
};

const plain = (usings: readonly Using[]): readonly Using[] =>
  usings.filter(({ alias, isStatic, isGlobal }) => alias === null && !isStatic && !isGlobal);

/** Puts `using` directives where the alphabet wants them among those of the file, or at the top of it. */
export function addUsings(
  root: Node,
  usings: readonly Using[],
  text: string,
  wanted: readonly string[],
  eol: string,
): TextEdit[] {
  if (wanted.length === 0) return [];
  const [first] = plain(usings);
  const host = first && hostOf(first.node);
  const list = host ? plain(usings).filter(({ node }) => hostOf(node)?.id === host.id) : [];
  // Aliases and static ones come behind by custom.
  const other = usings.find(({ isGlobal }) => !isGlobal);
  const systemFirst = list.every(
    (one, i) => i === 0 || !isSystem(one.namespace) || isSystem(list[i - 1]?.namespace ?? ''),
  );
  const places = new Map<number, { lines: string[]; behind: boolean }>();
  for (const namespace of [...new Set(wanted)].sort((a, b) => (goesBefore(a, b, systemFirst) ? -1 : 1))) {
    const line = `using ${namespace};`;
    const next = list.find((one) => goesBefore(namespace, one.namespace, systemFirst));
    const last = list.at(-1);
    const at = next?.node.startIndex ?? last?.node.endIndex ?? other?.node.startIndex ?? topOf(root);
    const place = places.get(at) ?? { lines: [], behind: !next && last !== undefined };
    place.lines.push(line);
    places.set(at, place);
  }
  const indent = first ? indentBefore(text, first.node.startIndex) : '';
  return [...places].map(([at, { lines, behind }]) => {
    if (behind) return { span: { start: at, end: at }, newText: lines.map((line) => eol + indent + line).join('') };
    const gap = list.length === 0 && !other ? eol : '';
    return { span: { start: at, end: at }, newText: lines.map((line) => line + eol + indent).join('') + gap };
  });
}

/** The first code of a file, behind its header comment and behind `global using`, which must come first. */
const topOf = (root: Node): number =>
  parts(root).find(({ type }) => type !== 'using_directive' && type !== 'extern_alias_directive')?.startIndex ??
  root.endIndex;

const indentBefore = (text: string, offset: number): string =>
  /[ \t]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';

/**
 * All public types and extension methods of namespaces that key credentials live in: a `using` can only go when none of
 * them is named. Source: the API listings of Azure.Core and Azure.Storage.Common in Azure/azure-sdk-for-net.
 */
const COMPLETE: Readonly<Record<string, readonly string[]>> = {
  Azure: [
    'AsyncPageable',
    'AzureCoreExtensions',
    'AzureKeyCredential',
    'AzureNamedKeyCredential',
    'AzureSasCredential',
    'ErrorOptions',
    'ETag',
    'HttpAuthorization',
    'HttpRange',
    'JsonPatchDocument',
    'MatchConditions',
    'NullableResponse',
    'Operation',
    'Page',
    'Pageable',
    'PageableOperation',
    'RequestConditions',
    'RequestContext',
    'RequestFailedException',
    'Response',
    'ResponseError',
    'SyncAsyncEventArgs',
    'ToDynamicFromJson',
    'ToObject',
    'ToObjectAsync',
    'ToObjectFromJson',
    'WaitUntil',
  ],
  'Azure.Storage': [
    'ClientSideEncryptionOptions',
    'ClientSideEncryptionVersion',
    'DownloadTransferValidationOptions',
    'Request100ContinueMode',
    'Request100ContinueOptions',
    'StorageChecksumAlgorithm',
    'StorageCrc64HashAlgorithm',
    'StorageExtensions',
    'StorageSharedKeyCredential',
    'StorageTransferOptions',
    'TransferValidationOptions',
    'UploadTransferValidationOptions',
  ],
};

/** Drops the `using` of a namespace of which the file names nothing but the types that go. */
export function dropUsings(
  usings: readonly Using[],
  text: string,
  gone: readonly { readonly namespace: string; readonly name: string }[],
): TextEdit[] {
  return [...new Set(gone.map(({ namespace }) => namespace))].flatMap((namespace): TextEdit[] => {
    const types = COMPLETE[namespace];
    const using = plain(usings).find((one) => one.namespace === namespace);
    const leaving = new Set(gone.filter((one) => one.namespace === namespace).map(({ name }) => name));
    if (!types || !using || types.some((type) => !leaving.has(type) && new RegExp(`\\b${type}\\b`).test(text)))
      return [];
    const rest = /^[ \t]*\r?\n/.exec(text.slice(using.node.endIndex, using.node.endIndex + 200));
    return [
      { span: { start: using.node.startIndex, end: using.node.endIndex + (rest?.[0].length ?? 0) }, newText: '' },
    ];
  });
}
