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

/** The namespace that holds an export of a package: known, or called like the package. */
export const namespaceOf = (distribution: string, name: string): string => SHARED[name] ?? distribution;

export const exportOf = (distribution: string, name: string): Entity => ({
  distribution,
  module: namespaceOf(distribution, name),
  path: [name],
});
