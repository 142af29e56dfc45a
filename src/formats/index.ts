import { appsettings } from './appsettings';
import { dotenv } from './dotenv';
import type { SettingsFormat } from './format';
import { localSettings } from './local-settings';

/** Every settings format that can be edited. */
export const formats: readonly SettingsFormat[] = [dotenv, appsettings, localSettings];

export const formatOf = (path: string): Promise<SettingsFormat | null> =>
  Promise.resolve(formats.find((format) => format.handles(path)) ?? null);
