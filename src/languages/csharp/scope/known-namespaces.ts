import type { Entity } from '../../contract/entity';
import { IDENTITY } from '../choice';

/** Namespaces of types that patterns of many packages name and that do not live under the package's own name. */
const SHARED: Readonly<Record<string, string>> = {
  Uri: 'System',
  Environment: 'System',
  TokenCredential: 'Azure.Core',
  AzureKeyCredential: 'Azure',
  AzureNamedKeyCredential: 'Azure',
  AzureSasCredential: 'Azure',
  StorageSharedKeyCredential: 'Azure.Storage',
  ApiKeyCredential: 'System.ClientModel',
};

/** The namespace of a type that the migrations write or know, or null. */
export const knownNamespace = (type: string): string | null =>
  SHARED[type] ?? (/^(?:DefaultAzure|ManagedIdentity)(?:Credential(?:Options)?|Id)$/.test(type) ? IDENTITY : null);

/** The namespace that holds an export: told by the pattern, known, or called like the package. */
export const namespaceOf = ({ namespace, package: from, path }: Entity): string =>
  namespace ?? SHARED[path[0] ?? ''] ?? from;
