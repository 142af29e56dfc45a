import type { Example } from '../service';

export const examples: readonly Example[] = [];
