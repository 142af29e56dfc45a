import type { Sdk } from '../../pattern';
import { clientSecret } from '../../shared/client-secret';

export const typescript: readonly Sdk[] = [clientSecret];
