import { dotenv } from './dotenv';
import type { SettingsFormat } from './settings-format';

/** Every settings format that can be edited. */
export const formats: readonly SettingsFormat[] = [dotenv];
