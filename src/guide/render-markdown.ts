import type { Message } from '../core/message';
import { english, say } from '../core/message';
import { codeText } from '../core/shell';
import type { Step } from '../core/step';
import type { Guidance } from './guidance';
import { plain } from './plain';
import { identityName, roleUse, supportName } from './words';

const fenceOf = (text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
};

const language = { terraform: 'hcl', env: 'ini' } as Readonly<Record<string, string | undefined>>;

function stepLines(step: Step, nth: number, translate: (message: Message) => string): string[] {
  const lines = [`### ${nth}. ${plain(translate(step.title))}`, ''];
  if (step.text.length > 0) lines.push(plain(step.text.map(translate).join(' ')), '');
  if (step.code !== null) {
    const text = codeText(step.code, translate);
    const fence = fenceOf(text);
    lines.push(`${fence}${language[step.code.language] ?? step.code.language}`, text, fence, '');
  }
  return lines;
}

const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`## ${title}`, '', ...items.map((item) => `- ${item}`), ''];

/** The guidance as Markdown, for the command line, reports and the documentation. Ends with a line break. */
export function renderMarkdown(guidance: Guidance, translate: (message: Message) => string = english): string {
  const t = (template: string, args?: Message['args']): string => translate(say(template, args));
  const { identity } = guidance;
  const lines = [
    `# ${plain(guidance.title)}`,
    '',
    `${plain(guidance.summary)}`,
    '',
    `- ${t('Service')}: ${translate(supportName[guidance.support])}`,
    `- ${t('Host')}: ${plain(guidance.host.title)}`,
    `- ${t('Identity')}: ${translate(identityName[identity.choice])}`,
    '',
    ...(guidance.why === null ? [] : [`## ${t('Why it matters')}`, '', plain(guidance.why), '']),
    ...section(t('Which identity'), identity.reasons.map(plain)),
    ...section(
      t('Roles'),
      guidance.roles.map(({ role, use: of, chosen }) => {
        const name = chosen ? `**${plain(role.name)}**` : plain(role.name);
        return `${name}${/^[\da-f-]+$/.test(role.id) ? ` (\`${role.id}\`)` : ''}, ${translate(roleUse[of])}: ${plain(t(role.allows))}`;
      }),
    ),
    `## ${t('Steps')}`,
    '',
    ...guidance.steps.flatMap((step, at) => stepLines(step, at + 1, translate)),
    ...section(t('Pitfalls'), guidance.pitfalls.map(plain)),
    ...section(t('Limits'), guidance.limits.map(plain)),
    ...section(
      t('Sources'),
      guidance.links.map(({ title, url }) => `[${plain(title)}](${url.replace(/[()<>\s]/g, encodeURIComponent)})`),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
