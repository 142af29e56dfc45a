import type { Sdk } from '../../pattern';
import { netLegacyTables } from '../../shared/storage-account';
import { netTableClients } from '../../shared/table-clients';

export const csharp: readonly Sdk[] = [...netTableClients, netLegacyTables];
