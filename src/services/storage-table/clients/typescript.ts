import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';
import { tableClients } from '../../shared/table-clients';

export const typescript: readonly Sdk[] = [
  tableClients,
  sdk('azure-storage', [
    refuse('createTableService($CONNECTION)', 'legacy-sdk'),
    refuse('createTableService($ACCOUNT, $KEY, ...$REST)', 'legacy-sdk'),
  ]),
];
