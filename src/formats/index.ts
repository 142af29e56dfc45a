import { appsettings } from './appsettings';
import { dotenv } from './dotenv';
import { localSettings } from './local-settings';
import type { SettingsFormat } from './settings-format';

/** Every settings format that can be edited. */
export const formats: readonly SettingsFormat[] = [dotenv, appsettings, localSettings];
