import type { StepCode } from '../../core/step';
import { parseCommands, shellWord } from '../command';
import type { Setting } from '../host';

const withWords = (command: string, words: readonly string[]): StepCode => ({
  language: 'shell',
  commands: parseCommands(command).map((one) => ({ ...one, args: [...one.args, ...words.map(shellWord)] })),
});

/** `command NAME=value NAME=value`. */
export const onCommandLine =
  (command: string) =>
  (settings: readonly Setting[]): StepCode =>
    withWords(
      command,
      settings.map(({ name, value }) => `${name}=${value}`),
    );

/** `command NAME NAME`: settings by name only. */
export const namesOnCommandLine =
  (command: string) =>
  (names: readonly string[]): StepCode =>
    withWords(command, names);

/** Lines of an environment file. */
export const asEnvironmentFile = (settings: readonly Setting[]): StepCode => ({
  language: 'env',
  text: settings.map(({ name, value }) => `${name}=${value}`).join('\n'),
});

const terraformValue = (setting: Setting): string => setting.terraform ?? JSON.stringify(setting.value);
const block = (lines: readonly string[], indent: number): string =>
  lines.map((line) => ' '.repeat(indent) + line).join('\n');

/** `app_settings` of a web, function or static web app. */
export const inAppSettings =
  (type: string) =>
  (settings: readonly Setting[]): StepCode => {
    const width = Math.max(...settings.map(({ name }) => name.length + 2));
    const lines = settings.map((setting) => `${`"${setting.name}"`.padEnd(width)} = ${terraformValue(setting)}`);
    return {
      language: 'terraform',
      text: `resource "${type}" "workload" {
  # the other arguments and settings stay as they are
  app_settings = {
${block(lines, 4)}
  }
}`,
    };
  };

/** Environment of the containers of a container app. */
export const inTemplate = (settings: readonly Setting[]): StepCode => ({
  language: 'terraform',
  text: `resource "azurerm_container_app" "workload" {
  # the other arguments stay as they are
  template {
    container {
${block(
  settings.flatMap((setting) => [
    'env {',
    `  name  = ${JSON.stringify(setting.name)}`,
    `  value = ${terraformValue(setting)}`,
    '}',
  ]),
  6,
)}
    }
  }
}`,
});

/** Text of YAML with the settings as a map, indented, in place of `{settings}`. */
export const inYaml =
  (text: string, indent: number) =>
  (settings: readonly Setting[]): StepCode => ({
    language: 'yaml',
    text: text.replace(
      '{settings}',
      block(
        settings.map(({ name, value }) => `${name}: ${JSON.stringify(value)}`),
        indent,
      ).trimStart(),
    ),
  });

/** The same, as the list of `name` and `value` that a Kubernetes container has. */
export const inPod =
  (text: string, indent: number) =>
  (settings: readonly Setting[]): StepCode => ({
    language: 'yaml',
    text: text.replace(
      '{settings}',
      block(
        settings.flatMap(({ name, value }) => [`- name: ${name}`, `  value: ${JSON.stringify(value)}`]),
        indent,
      ).trimStart(),
    ),
  });
