import type { SettingRead } from '../contract/setting';
import { sectionPath } from './section';
import { settingRead } from './settings';
import type { Node } from './syntax';

/** Where a setting may be read: the calls by their names, and everything in brackets that may be a name. */
const READERS =
  /\b(?:GetEnvironmentVariable|GetConnectionString|GetValue|GetSection|GetRequiredSection|AppSettings|ConnectionStrings)\b|\[\s{0,99}(?=[@"\w])|\bConnection\w{0,99}\s{0,99}=\s{0,99}"/g;

const READING =
  /^(?:invocation_expression|element_access_expression|conditional_access_expression|member_access_expression)$/;

/**
 * Names of all settings a file reads; sections that are handed on as `A:`
 * (`Configure<Options>(configuration.GetSection("A"))`); connections of bindings of Azure Functions
 * (`[BlobTrigger("x", Connection = "Storage")]`).
 * @param readOfClass what a call of another class's method reads
 */
export function settingsIn(
  root: Node,
  text: string,
  readOfClass: (call: Node) => SettingRead | null = () => null,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { index } of text.matchAll(READERS)) {
    let at = root.namedDescendantForIndex(index, index);
    if (at?.type === 'comment') continue;
    const binding = at?.parent?.parent?.type === 'attribute_argument' ? at.parent.parent : null;
    const connection = /^Connection\w*\s*=\s*"([^"]+)"$/.exec(binding?.text ?? '')?.[1];
    if (connection !== undefined) names.add(connection).add(`ConnectionStrings:${connection}`);
    let section: string | null = null;
    let read: SettingRead | null = null;
    // A read hangs on the name by a few links: `configuration.GetSection("A")["B"]`.
    for (let links = 0; at && links < 6 && !read; links++, at = at.parent) {
      if (!READING.test(at.type)) continue;
      section ??= sectionPath(at);
      read = settingRead(at);
    }
    if (read) names.add(read.name);
    else if (section) names.add(`${section}:`);
  }
  for (const name of namesThroughHelpers(root, text)) names.add(name);
  for (const { index, 0: start } of text.matchAll(CLASS_CALL)) {
    const call = root.namedDescendantForIndex(index, index + start.lastIndexOf('(') - 1)?.parent;
    const read = call && readOfClass(call);
    if (read) names.add(read.name);
  }
  return names;
}

/** `Env.Required("X")` */
const CLASS_CALL = /\b[A-Z]\w{0,100}\.\w{1,100}\(\s{0,99}[@$]?"/g;

/** Functions that return text, and calls with a literal as their first argument. */
const STRING_FUNCTION = /\bstring\??\s{1,99}(\w{1,100})\s{0,99}\(/g;
const NAMING_CALL = /\b(\w{1,100})\s{0,99}\(\s{0,99}(?:\w{1,100}\s{0,99}:\s{0,99})?[@$]?"/g;

/** Names of settings that are read through functions of the file. */
function namesThroughHelpers(root: Node, text: string): string[] {
  const functions = new Set([...text.matchAll(STRING_FUNCTION)].map(([, name]) => name));
  if (functions.size === 0) return [];
  return [...text.matchAll(NAMING_CALL)].flatMap(({ 1: name = '', index }) => {
    if (!functions.has(name)) return [];
    const call = root.namedDescendantForIndex(index, index)?.parent;
    const read = call?.type === 'invocation_expression' ? settingRead(call) : null;
    return read ? [read.name] : [];
  });
}
