import type { Sdk } from '../../pattern';
import { netRestHeader } from '../../shared/net-clients';
import { HEADER } from '../common';

export const csharp: readonly Sdk[] = [netRestHeader(HEADER)];
