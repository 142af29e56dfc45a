import type { Sdk } from '../../pattern';
import { tableClients } from '../../shared/table-clients';

export const typescript: readonly Sdk[] = [tableClients];
