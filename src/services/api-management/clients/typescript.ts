import type { Sdk } from '../../pattern';
import { restHeader } from '../../shared/rest-header';
import { HEADER } from '../common';

export const typescript: readonly Sdk[] = restHeader(HEADER);
