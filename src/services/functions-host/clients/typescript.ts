import type { Sdk } from '../../pattern';
import { restHeader } from '../../shared/rest-header';

export const typescript: readonly Sdk[] = restHeader('x-functions-key');
