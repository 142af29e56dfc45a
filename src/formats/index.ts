import { appsettings } from './appsettings';
import { bicep } from './bicep';
import { dockerfile } from './docker';
import { dotenv } from './dotenv';
import type { Setting, SettingsFormat } from './format';
import { ini } from './ini';
import { localSettings } from './local-settings';
import { javaProperties } from './properties';
import { shell } from './shell';
import { armTemplate, functionJson, hostJson } from './templates-json';
import { terraform, tfvars } from './terraform';
import { isToml, toml } from './toml/format';
import { isXmlConfig, xmlConfig } from './xml/config';
import { isYaml, yamlFormat } from './yaml/format';

/** The settings files that can be edited: all that is in them is settings. */
export const formats: readonly SettingsFormat[] = [dotenv, appsettings, localSettings];

/** Other places where settings are declared or passed on; read only. */
const places: readonly SettingsFormat[] = [
  functionJson,
  hostJson,
  javaProperties,
  ini,
  tfvars,
  terraform,
  bicep,
  dockerfile,
  shell,
  // Last: it looks for its schema in any JSON file.
  armTemplate,
];

/** Places whose parser is a library, loaded with the first file that needs it. */
const libraries: readonly { handles(path: string): boolean; load(path: string): Promise<SettingsFormat> }[] = [
  { handles: isYaml, load: async (path) => yamlFormat((await import('./yaml/parse')).parseYaml, path) },
  { handles: isToml, load: async () => toml((await import('./toml/parse')).parseToml) },
  { handles: isXmlConfig, load: async () => xmlConfig((await import('./xml/parse')).parseXml) },
];

/** The format of a file by its path, or null where it holds no settings. */
export async function formatOf(path: string): Promise<SettingsFormat | null> {
  const known = formats.find((format) => format.handles(path)) ?? places.find((format) => format.handles(path));
  return known ?? (await libraries.find((format) => format.handles(path))?.load(path)) ?? null;
}

/**
 * The settings that a file declares or passes on. Null where it cannot be read; none where it holds none.
 */
export async function readSettings(path: string, text: string): Promise<readonly Setting[] | null> {
  const format = await formatOf(path);
  return format ? format.read(text) : [];
}

/** True for a file that may declare settings or pass them on, by its path. */
export const mayHoldSettings = (path: string): boolean =>
  [...formats, ...places, ...libraries].some((format) => format.handles(path));
