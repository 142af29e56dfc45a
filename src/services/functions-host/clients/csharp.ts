import type { Sdk } from '../../pattern';
import { netRestHeader } from '../../shared/net-clients';

export const csharp: readonly Sdk[] = [netRestHeader('x-functions-key')];
