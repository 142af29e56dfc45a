import type { Severity } from '../core/finding';
import type { Message } from '../core/message';
import { english, say } from '../core/message';
import { answersFrom } from './decision';
import { plain } from './plain';
import { progressPicture, share } from './progress-picture';
import { escapeHtml } from './render-html';
import { decisionMarkdown, decisionOutcomeHtml } from './render-decision';
import { governanceHtml, governanceMarkdown } from './render-governance';

/** A finding as the report lists it. Nothing in it is secret: `message` is the finding's own, without a value. */
export interface ReportFinding {
  readonly rule: string;
  /** Title of the service, or null. */
  readonly service: string | null;
  readonly severity: Severity;
  readonly file: string;
  /** Counts from 0, as everywhere. */
  readonly line: number;
  readonly message: string;
  /** True when a migration is offered. */
  readonly fixable: boolean;
}

/** How far one service has come. */
export interface ServiceProgress {
  readonly title: string;
  readonly open: number;
  /** Findings that were there once and are gone. */
  readonly migrated: number;
  /** Steps of its checklist. */
  readonly done: number;
  readonly steps: number;
  /** The steps themselves, in order. */
  readonly checklist: readonly { readonly title: string; readonly done: boolean }[];
}

export interface Report {
  /** Name of the workspace or folder. */
  readonly name: string;
  /** ISO date. */
  readonly date: string;
  /** Answers of the decision as they were kept. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly findings: readonly ReportFinding[];
  readonly progress: readonly ServiceProgress[];
}

type Translate = (message: Message) => string;

const severities: Readonly<Record<Severity, Message>> = {
  error: say('Error'),
  warning: say('Warning'),
  information: say('Information'),
  hint: say('Hint'),
};
const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const sorted = (findings: readonly ReportFinding[]): ReportFinding[] =>
  [...findings].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line),
  );

const total = (progress: readonly ServiceProgress[]): { open: number; migrated: number } => ({
  open: progress.reduce((sum, { open }) => sum + open, 0),
  migrated: progress.reduce((sum, { migrated }) => sum + migrated, 0),
});

function summary({ findings, progress }: Report): Message[] {
  const { open, migrated } = total(progress);
  return [
    findings.length === 0
      ? say('Nothing found: the files contain no secrets, and no code authenticates with one.')
      : say('{count} findings, {fixable} of them with a migration that can be applied.', {
          count: findings.length,
          fixable: findings.filter(({ fixable }) => fixable).length,
        }),
    ...(open + migrated > 0
      ? [
          say('{migrated} of {all} uses are migrated ({percent} %).', {
            migrated,
            all: open + migrated,
            percent: share(migrated, open),
          }),
        ]
      : []),
  ];
}

/** A bar for readers of plain text: ten fields, the migrated ones filled. */
const bar = (migrated: number, open: number): string => {
  const filled = Math.round(share(migrated, open) / 10);
  return '█'.repeat(filled) + '░'.repeat(10 - filled);
};

/** The report as Markdown, for pull requests and wikis. */
export function reportMarkdown(report: Report, translate: Translate = english): string {
  const t = (message: Message): string => plain(translate(message));
  const cell = (text: string): string => plain(text);
  const lines = [
    `# ${t(say('Secretless: {name}', { name: report.name }))}`,
    '',
    `${report.date}`,
    '',
    ...summary(report).map(t),
    '',
  ];
  if (report.progress.length > 0) {
    lines.push(
      `## ${t(say('Progress'))}`,
      '',
      `| ${t(say('Service'))} | | ${t(say('Migrated'))} | ${t(say('Open'))} | ${t(say('Steps done'))} |`,
      '|---|---|---:|---:|---:|',
      ...report.progress.map(
        ({ title, open, migrated, done, steps }) =>
          `| ${cell(title)} | ${bar(migrated, open)} | ${migrated} | ${open} | ${done}/${steps} |`,
      ),
      '',
    );
  }
  const decision = decisionMarkdown(answersFrom(report.answers), translate).trim();
  if (decision !== '') lines.push(`## ${t(say('Decision'))}`, '', decision, '');
  const started = report.progress.filter(({ checklist }) => checklist.length > 0);
  if (started.length > 0) {
    lines.push(
      `## ${t(say('What is left to do'))}`,
      '',
      ...started.flatMap(({ title, checklist }) => [
        `### ${cell(title)}`,
        '',
        ...checklist.map((step) => `- [${step.done ? 'x' : ' '}] ${cell(step.title)}`),
        '',
      ]),
    );
  }
  if (report.findings.length > 0) {
    lines.push(
      `## ${t(say('Findings'))}`,
      '',
      `| ${t(say('Severity'))} | ${t(say('Place'))} | ${t(say('Rule'))} | ${t(say('Finding'))} | ${t(say('Service'))} |`,
      '|---|---|---|---|---|',
      ...sorted(report.findings).map(
        ({ severity, file, line, rule, message, service }) =>
          `| ${t(severities[severity])} | ${cell(file)}:${line + 1} | ${cell(rule)} | ${cell(message)} | ${cell(service ?? '')} |`,
      ),
      '',
    );
  }
  lines.push(`# ${t(say('What else to do'))}`, '', governanceMarkdown(translate));
  return `${lines.join('\n').trimEnd()}\n`;
}

const style = `
:root { color-scheme: light dark; --text: #1f1f1f; --dim: #5c5c5c; --page: #ffffff; --line: #d0d0d0; --done: #0b6a0b; --open: #b3261e; --rest: #e6e6e6; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e4e4; --dim: #a8a8a8; --page: #1b1b1b; --line: #444444; --done: #6ccb5f; --open: #ff99a4; --rest: #3a3a3a; } }
body { margin: 2rem auto; padding: 0 1rem; max-width: 60rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid currentColor; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal; } .place { min-width: 9rem; overflow-wrap: anywhere; } .wide { min-width: 40rem; } th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.number { text-align: end; white-space: nowrap; } .dim { color: var(--dim); }
td:first-child { white-space: nowrap; } svg { display: block; margin: 1rem 0; max-width: 100%; height: auto; } svg text { fill: var(--text); font: 14px system-ui, sans-serif; }
.bar-done { fill: var(--done); } .bar-open { fill: var(--open); } .bar-rest { fill: var(--rest); }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.steps { padding-inline-start: 0; list-style: none; } .steps li { padding-inline-start: 1.6rem; text-indent: -1.6rem; } .steps li::before { display: inline-block; width: 1.6rem; text-indent: 0; } .done::before { content: '\\2713'; color: var(--done); } .left::before { content: '\\25a1'; }
h3 { font-size: 1rem; margin: 1rem 0 0.3rem; }
dt { font-weight: 600; } dd { margin: 0 0 0.3rem; } pre { padding: 0.6rem; border: 1px solid var(--line); white-space: pre-wrap; } figure { margin: 0.5rem 0; }
`;

/** The report as a page of its own: nothing is loaded, no script runs. */
export function reportHtml(report: Report, translate: Translate = english, language = 'en'): string {
  const t = (message: Message): string => escapeHtml(translate(message));
  const title = t(say('Secretless: {name}', { name: report.name }));
  const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;
  const head = (texts: readonly Message[], numbers: readonly Message[] = []): string =>
    `<thead>${row([...texts.map((text) => `<th scope="col">${t(text)}</th>`), ...numbers.map((text) => `<th scope="col" class="number">${t(text)}</th>`)])}</thead>`;
  const progress =
    report.progress.length === 0
      ? ''
      : `<section><h2 id="progress">${t(say('Progress'))}</h2>${progressPicture(report.progress, translate)}<div class="scroll" tabindex="0" role="region" aria-labelledby="progress"><table>${head([say('Service')], [say('Migrated'), say('Open'), say('Steps done')])}<tbody>${report.progress
          .map(({ title: name, migrated, open, done, steps }) =>
            row([
              `<th scope="row">${escapeHtml(name)}</th>`,
              ...[String(migrated), String(open), `${done}/${steps}`].map((text) => `<td class="number">${text}</td>`),
            ]),
          )
          .join('')}</tbody></table></div></section>`;
  const outcome = decisionOutcomeHtml(answersFrom(report.answers), translate);
  const decision = outcome === '' ? '' : `<section><h2>${t(say('Decision'))}</h2>${outcome}</section>`;
  const started = report.progress.filter(({ checklist }) => checklist.length > 0);
  const left =
    started.length === 0
      ? ''
      : `<section><h2>${t(say('What is left to do'))}</h2>${started
          .map(
            ({ title: name, checklist }) =>
              `<h3>${escapeHtml(name)}</h3><ul class="steps">${checklist
                .map(
                  (step) =>
                    `<li class="${step.done ? 'done' : 'left'}"><span class="spoken">${t(step.done ? say('Done:') : say('Left:'))} </span>${escapeHtml(step.title)}</li>`,
                )
                .join('')}</ul>`,
          )
          .join('')}</section>`;
  const findings =
    report.findings.length === 0
      ? ''
      : `<section><h2 id="findings">${t(say('Findings'))}</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="findings"><table class="wide">${head([say('Severity'), say('Place'), say('Finding'), say('Service')])}<tbody>${sorted(
          report.findings,
        )
          .map(({ severity, file, line, rule, message, service }) =>
            row([
              `<td>${t(severities[severity])}</td>`,
              `<td class="place">${escapeHtml(file)}:${line + 1}</td>`,
              `<td>${escapeHtml(message)}<br><span class="dim">${escapeHtml(rule)}</span></td>`,
              `<td>${escapeHtml(service ?? '')}</td>`,
            ]),
          )
          .join('')}</tbody></table></div></section>`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="dim">${escapeHtml(report.date)}</p>
${summary(report)
  .map((text) => `<p>${t(text)}</p>`)
  .join('\n')}
${progress}
${decision}
${left}
${findings}
<h1>${t(say('What else to do'))}</h1>
${governanceHtml(translate)}
</main>
</body>
</html>
`;
}
