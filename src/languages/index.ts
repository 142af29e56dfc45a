import type { Language } from './contract/language';
import { csharp } from './csharp/language';
import { typescript } from './typescript/language';

/** Every language with an adapter. */
export const languages: readonly Language[] = [typescript, csharp];
