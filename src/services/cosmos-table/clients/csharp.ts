import type { Sdk } from '../../pattern';
import { netTableClients } from '../../shared/table-clients';

export const csharp: readonly Sdk[] = netTableClients;
