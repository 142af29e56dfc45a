import type { Language } from './code';
import { typescript } from './typescript/language';

/** Every language with an adapter. */
export const languages: readonly Language[] = [typescript];
