import type { Setting } from '../../../formats/format';
import { linesIn } from '../../../formats/lines';

/** How commands begin that read no settings of the app: they fetch packages, or prepare files and users. */
const HARMLESS =
  /^(?:set -|(?:apt|apt-get|apk|yum|dnf|microdnf|tdnf|zypper|corepack|mkdir|chmod|chown|rm|cp|mv|ln|touch|cd|useradd|adduser|addgroup|groupadd) |pip3? install |python3? -m pip install |npm (?:ci|i|install)(?![^ ])|yarn(?: install)?(?: --|$)|dotnet restore(?![^ ])|go mod download$|update-ca-certificates$|true$|:$)/i;

/** The instructions after a place up to the next stage, with the lines that a backslash continues joined. */
function instructionsAfter(text: string, offset: number): string[] {
  const found: string[] = [];
  let open = '';
  for (const { text: line } of linesIn(text.slice(offset))) {
    if (/^[ \t]*(?:#|$)/.test(line)) continue;
    open += line.trim().replace(/\\$/, ' ');
    if (/\\[ \t]*$/.test(line)) continue;
    if (/^FROM\s/i.test(open)) return found;
    found.push(open);
    open = '';
  }
  return open === '' ? found : [...found, open];
}

/** True where commands of the build may read a setting: by its name, or by its being in their environment. */
export function isReadInBuild(text: string, { name, span }: Setting): boolean {
  const isArgument = /^[ \t]*ARG\b/i.test(text.slice(span.start, span.end));
  return instructionsAfter(text, span.end).some((instruction) => {
    const keyword = instruction.split(/\s/, 1)[0] ?? '';
    const rest = instruction.slice(keyword.length);
    const isNamed = new RegExp(`(?<!\\w)${name}(?!\\w)`).test(rest);
    // At run time the setting is there again, wherever it comes from.
    if (/^(?:CMD|ENTRYPOINT|HEALTHCHECK)$/i.test(keyword)) return isNamed && isArgument;
    if (isNamed) return true;
    return /^RUN$/i.test(keyword) && !rest.split(/&&|\|\|?|;/).every((command) => HARMLESS.test(command.trim()));
  });
}
