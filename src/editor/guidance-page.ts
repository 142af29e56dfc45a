import { l10n } from 'vscode';
import type { Choice } from '../guide/guidance';
import { escapeHtml } from '../guide/render-html';

const option = ({ id, title }: Choice): string => `<option value="${escapeHtml(id)}">${escapeHtml(title)}</option>`;

const picker = (id: string, label: string, choices: readonly Choice[]): string =>
  `<div><label for="${id}">${escapeHtml(label)}</label><select id="${id}">${choices.map(option).join('')}</select></div>`;

interface Shell {
  readonly language: string;
  readonly cspSource: string;
  readonly nonce: string;
  readonly style: string;
  readonly script: string;
  readonly hosts: readonly Choice[];
  readonly tools: readonly Choice[];
}

/** The page around the guidance: no script but ours, no style but ours, nothing from outside. */
export const shell = ({ language, cspSource, nonce, style, script, hosts, tools }: Shell): string => `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(l10n.t('Guidance'))}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
<form id="pickers" aria-label="${escapeHtml(l10n.t('Show the steps for'))}" hidden>
${picker('host', l10n.t('Runs on'), hosts)}
${picker('iac', l10n.t('Tool'), tools)}
</form>
<main id="content" tabindex="-1" aria-busy="true"><p class="state">${escapeHtml(l10n.t('Loading…'))}</p></main>
<p id="status" class="spoken" role="status"></p>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;

/** A state without guidance: what is the matter, and the one thing to do about it. */
export const stateHtml = (
  title: string,
  text: string,
  action: { readonly id: string; readonly title: string },
): string =>
  `<div class="state"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p><button type="button" class="primary" id="action" data-action="${action.id}">${escapeHtml(action.title)}</button></div>`;
