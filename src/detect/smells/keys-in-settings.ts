import { say } from '../../core/message';
import type { Match, Verdict } from '../kind';
import type { Smell } from './smell';

/** Calls of Bicep and ARM templates that list keys. */
const LISTS = 'list(?:Keys|ConnectionStrings|AccountSas|ServiceSas|AdminKeys|QueryKeys|Credentials)';

const ANCHORS = [
  'listkeys(',
  'listconnectionstrings(',
  'listaccountsas(',
  'listservicesas(',
  'listadminkeys(',
  'listquerykeys(',
  'listcredentials(',
];

/** What is read back from a match: a declaration of Bicep or a resource of ARM is seldom longer. */
const FAR = 8000;

/**
 * True at the places of a key that no identity replaces: the Log Analytics key of an environment of container apps, the
 * content share of Functions.
 */
function needsKey(before: string): boolean {
  const near = before.slice(-600).replace(/\$\{[^{}]*(?:\}|$)/g, '');
  return (
    /(?:sharedKey|workspaceKey|logAnalyticsKey)['"]?\s{0,4}:[^\r\n]{0,4000}$/i.test(near) ||
    /WEBSITE_CONTENTAZUREFILECONNECTIONSTRING[^{}]{0,4000}$/i.test(near)
  );
}

/** A key that goes to Key Vault is where it belongs. */
const VAULT = /KeyVault\/vaults\/secrets|^secrets$/i;

/** The type of the last resource of Bicep that begins before a place, at any depth. */
const bicepType = (before: string): string | undefined =>
  [...before.matchAll(/(?<![\w'"])resource[ \t]{1,99}\w{1,100}[ \t]{1,99}'([^'@\r\n]{0,4000})/g)].at(-1)?.[1];

function inBicep({ text, value }: Match): boolean {
  const before = text.slice(Math.max(0, value.start - FAR), value.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/^[^']*\/\//.test(line) || before.lastIndexOf('/*') > before.lastIndexOf('*/')) return false;
  const declaration = [...before.matchAll(/^(output|resource|module|var|param)\b[^\r\n]{0,4000}/gm)].at(-1);
  if (declaration?.[1] === 'output') return false;
  if (declaration?.[1] === 'module' && /vault|secret/i.test(declaration[0])) return false;
  const inVault = declaration?.[1] === 'resource' && VAULT.test(bicepType(before) ?? '');
  return !inVault && !needsKey(before);
}

function inArm({ text, value }: Match): boolean {
  const before = text.slice(Math.max(0, value.start - FAR), value.start);
  if (!/"\[[^"\r\n]*$/.test(before)) return false;
  const sections = ['"resources"', '"variables"', '"outputs"'] as const;
  const at = (name: string): number => text.lastIndexOf(name, value.start);
  const [resources, variables, outputs] = sections.map(at);
  if ((outputs ?? -1) > Math.max(resources ?? -1, variables ?? -1)) return false;
  const type = [...before.matchAll(/"type"\s{0,4}:\s{0,4}"([A-Za-z][\w.]{0,100}\/[\w./]{0,100})"/g)].at(-1)?.[1];
  return !VAULT.test(type ?? '') && !needsKey(before);
}

const when =
  (files: RegExp, holds: (match: Match) => boolean) =>
  (match: Match): Verdict | null =>
    files.test(match.path) && holds(match) ? { grade: 'certain' } : null;

/** Keys that a template puts into settings of an app, alone or inside a connection string. */
export const keyInSettings: Smell = {
  id: 'key-in-settings',
  title: 'Keys in the settings that a template deploys',
  form: 'Finds `listKeys()` and its siblings in a Bicep file or an ARM template where the key goes into a setting, a variable or a connection string; not where it goes into Key Vault.',
  message: say('The template puts a key into settings; let the app sign in with its identity instead'),
  looks: [
    {
      anchors: ANCHORS,
      before: 0,
      after: 10,
      pattern: new RegExp(`(?<!\\w)(?<value>${LISTS}\\()`, 'i'),
      judge: when(/\.bicep$/i, inBicep),
    },
    {
      anchors: ANCHORS,
      before: 0,
      after: 10,
      pattern: new RegExp(`(?<!\\w)(?<value>${LISTS}\\()`, 'i'),
      judge: when(/\.jsonc?$/i, inArm),
    },
  ],
};
