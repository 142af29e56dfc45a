import type { Message } from '../core/message';
import { english, say } from '../core/message';
import type { Answers, Decision, Question } from './decision';
import { answersFrom, decide, prefill, questions } from './decision';
import { plain } from './plain';
import { escapeHtml } from './render-html';

type Translate = (message: Message) => string;

const given = ({ id, options }: Question, answers: Answers): Message | undefined =>
  options.find((option) => option.id === answers[id])?.text;

/**
 * The questions as a form and, once all are answered, their end. What `known` answers is told and not asked. The script
 * of the page finds each choice by `data-question` and `data-answer`.
 */
function formHtml(answers: Answers, known: Answers, decision: Decision | null, translate: Translate): string {
  const t = (message: Message): string => escapeHtml(translate(message));
  const all = { ...answers, ...known };
  const asked = questions(all).filter(({ id }) => known[id] === undefined);
  const told = questions(all).flatMap((question) => {
    const answer = known[question.id] === undefined ? undefined : given(question, known);
    return answer === undefined ? [] : [`<li>${t(question.text)} <strong>${t(answer)}</strong></li>`];
  });
  const form = asked.map(({ id, text, options }) => {
    const choices = options.map(
      (option) =>
        `<label class="choice"><input type="radio" id="answer-${id}-${option.id}" name="${id}" data-question="${id}" data-answer="${option.id}"${answers[id] === option.id ? ' checked' : ''}>${t(option.text)}</label>`,
    );
    return `<fieldset><legend>${t(text)}</legend>${choices.join('')}</fieldset>`;
  });
  const list = (items: readonly Message[]): string => `<ul>${items.map((item) => `<li>${t(item)}</li>`).join('')}</ul>`;
  const end =
    decision === null
      ? `<p>${t(say('Answer the questions to see which option fits.'))}</p>`
      : `<h3>${t(decision.title)}</h3>${list(decision.reasons)}<p>${t(say('Then:'))}</p>${list(decision.next)}`;
  return `${told.length > 0 ? `<ul>${told.join('')}</ul>` : ''}${form.join('')}<div id="outcome">${end}</div>`;
}

/**
 * The decision for answers as they were kept, and for what is known of service and host: the form as HTML, and the kind
 * of managed identity it ends in, if any.
 */
export function renderDecision(
  kept: Readonly<Record<string, unknown>>,
  about: Parameters<typeof prefill>[0],
  translate: Translate = english,
): { readonly html: string; readonly identity: Decision['identity'] } {
  const answers = answersFrom(kept);
  const known = prefill(about);
  const decision = decide({ ...answers, ...known });
  return {
    html: formHtml(answers, known, decision, translate),
    identity: decision?.outcome === 'managed-identity' ? decision.identity : null,
  };
}

/** Answers and end as HTML without a form, for reports; empty without an answer. */
export function decisionOutcomeHtml(answers: Answers, translate: Translate = english): string {
  const t = (message: Message): string => escapeHtml(translate(message));
  const decision = decide(answers);
  const list = (items: readonly string[]): string =>
    items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  const told = questions(answers).flatMap((question) => {
    const answer = given(question, answers);
    return answer === undefined ? [] : [`${t(question.text)} <strong>${t(answer)}</strong>`];
  });
  const end =
    decision === null
      ? ''
      : `<p><strong>${t(decision.title)}</strong></p>${list([...decision.reasons, ...decision.next].map(t))}`;
  return `${list(told)}${end}`;
}

/** Questions, answers and end as Markdown, for reports. Questions without an answer are left out. */
export function decisionMarkdown(answers: Answers, translate: Translate = english): string {
  const t = (message: Message): string => plain(translate(message));
  const decision = decide(answers);
  const lines = [
    ...questions(answers).flatMap((question) => {
      const answer = given(question, answers);
      return answer === undefined ? [] : [`- ${t(question.text)} **${t(answer)}**`];
    }),
    ...(decision === null
      ? []
      : [
          '',
          `**${t(decision.title)}**`,
          '',
          ...decision.reasons.map((reason) => `- ${t(reason)}`),
          ...decision.next.map((step) => `- ${t(step)}`),
        ]),
  ];
  return `${lines.join('\n').trim()}\n`;
}
