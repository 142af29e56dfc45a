import { EQUALS, OPEN_ROUND, SPACE, TAB } from '../core/units';

/** A space or a tab. */
export const isSpace = (unit: number): boolean => unit === SPACE || unit === TAB;

/** Runs a sticky expression at a place. */
export const exec = (expression: RegExp, text: string, at: number): RegExpExecArray | null => {
  expression.lastIndex = at;
  return expression.exec(text);
};

const TYPE = String.raw`(?:(?:readonly|final|const)\s)?[&'A-Za-z_][\w.<>[\]&' ]{0,24}\??`;
/** What is between a name and its value. Alternatives that begin alike come longest first. */
export const JOINT = new RegExp(
  [
    // {"name": "X", "value": "..."}, <add key="X" value="..."/>, - name: X / value: ...
    String.raw`(?:\\{0,3}["'])?(?:,\s{0,40}"(?:type|description|secret|slotSetting|enabled)"\s?:\s?(?:"[^"\n]{0,80}"|true|false)){0,3},?\s{0,40}(?:(?:#|\/\/)\s{0,20})?\\{0,3}["']?\b(?:value|connectionString)\\{0,3}["']?\s{0,12}[=:]\s{0,3}`,
    // - name: X / type: string / default: ..., of pipelines
    String.raw`[ \t]{0,4}\r?\n[ \t]{1,20}(?:(?:type|displayName|secure|description):[^\n]{0,80}\n[ \t]{1,20}){0,3}default:[ \t]{1,4}`,
    String.raw`\\{0,3}["'](?:\s{1,4}\w{1,12}\s{0,2}=\s{0,2}"[^"\n]{0,40}"){0,3}\s{0,3}>\s{0,40}(?:<value>\s{0,3})?`,
    String.raw`\s{0,3}<\/(?:key|name)>\s{0,40}<(?:string|value)>\s{0,3}`,
    // <stringProp name="Header.name">X</stringProp> <stringProp name="Header.value">, of JMeter
    String.raw`<\/stringProp>\s{0,40}<stringProp name="(?:Header|Argument)\.value">\s{0,3}`,
    // --name X --value ...
    String.raw`["']?\s{1,8}(?:[\\\x60]\r?\n\s{0,20})?--(?:value|body|secret-value)[\s=]`,
    // "name": { "value": "..." }, of ARM parameters
    String.raw`\\{0,3}["']\s{0,3}:\s{0,3}\{\s{0,30}(?:"(?:type|metadata)"\s{0,3}:\s{0,3}"[^"\n]{0,40}",\s{0,30}){0,2}"(?:defaultValue|value)"\s{0,3}:\s{0,3}`,
    // Name { get; set; } =
    String.raw`\s{0,2}\{\s{0,2}get;[^}\n]{0,30}\}\s{0,2}=\s{0,2}`,
    // Name { default = "..." }, of Terraform variables
    String.raw`"\s{0,2}\{(?:\s{0,20}(?:type|description|sensitive)\s{0,12}=[^\n{}]{0,120}\n){0,3}\s{0,20}default\s{0,12}=\s{0,12}`,
    // "--name", type=str, default="..." of a command line's parser
    String.raw`["'](?:,\s{0,30}(?:type|help|required|envvar|dest|action|metavar)\s?=\s?(?:"[^"\n]{0,80}"|'[^'\n]{0,80}'|[\w.]{1,30})){0,4},\s{0,30}default\s?=\s?`,
    // "name" to "value" of Kotlin
    String.raw`["']\s{1,3}to\s{1,3}(?=["'])`,
    // ##vso[task.setvariable variable=NAME;issecret=true]value
    String.raw`(?:;\s?is[a-z]{3,9}=[a-z]{4,5}){0,3}\](?=[^\s\]])`,
    // "name" "value" of commands
    String.raw`["'][ \t]{1,3}(?=["'])`,
    // key: Type = , key string =
    String.raw`[?!]?\s{0,3}:\s{0,3}${TYPE}\s{0,3}=\s{0,20}`,
    String.raw`\s{1,8}(?:string|securestring|String)\s{0,8}:?=\s{0,20}`,
    // @name NVARCHAR(400) = , of SQL
    String.raw`\s{1,4}(?:as\s{1,3})?(?:n?varchar|n?char|n?text|sysname)(?:\s?\((?:\d{1,4}|max)\))?\s{0,4}(?::?=|default)\s{0,4}`,
    // **name**: `value`, | name | \`value\` |, of Markdown
    String.raw`\x60?\*{2}:?\s?:?\s{0,3}(?=\x60)`,
    String.raw`\x60?[ \t]{1,40}\|[ \t]{1,20}(?=\x60|[^\s|]{32})`,
    // .env and assignments of every language, maps, objects
    String.raw`(?:\\{0,3}["'\x60]|&quot;)?\s{0,2}[\])]{0,2}\s{0,30}(?:=>|:=|\?\?=|\?=|\|\|=|={1,3}|:-|:|->)\s{0,30}`,
    // fallbacks of a reading
    String.raw`(?:\\{0,3}["'\x60])?[\])]{0,2}\s{0,3}(?:\|\||\?\?|\bor\b|\?:|\.(?:orElse|unwrap_or|or|getOrElse|orDefault)\()\s{0,20}`,
    // the next argument after a quoted name
    String.raw`\\{0,3}["'\x60]\s{0,2},\s{0,20}`,
    // a call
    String.raw`\s{0,2}\(\s{0,40}`,
    // an element
    String.raw`(?:\s[\w:]{1,20}\s?=\s?"[^"\n]{0,60}"){0,3}\s?>\s{0,40}`,
  ].join('|'),
  'yi',
);
/** A flag and its value, `ENV NAME value`. */
export const FLAG_JOINT =
  /["']?(?:[ \t]{0,2}[=:][ \t]{0,2}|[ \t]{0,2},[ \t]{0,2}(?=["'])|(?:[ \t]{1,3}-(?:AsPlainText|Force|String)){0,3}[ \t]{1,4})(?:[\\`]\r?\n[ \t]{0,20})?/iy;

const ASSIGN = /\s{0,30}=(?![=>])\s{0,30}/y;
const CALL = /\(\s{0,40}/y;

/** What joins a name to its value; the commonest two without the long alternation. */
export function jointAt(text: string, at: number): string | undefined {
  let next = at;
  while (isSpace(text.charCodeAt(next)) && next - at < 30) next++;
  const unit = text.charCodeAt(next);
  if (unit === EQUALS) return (exec(ASSIGN, text, at) ?? exec(JOINT, text, at))?.[0];
  if (unit === OPEN_ROUND && next === at) return exec(CALL, text, at)?.[0];
  return exec(JOINT, text, at)?.[0];
}
