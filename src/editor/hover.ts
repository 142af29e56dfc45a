import { Hover, l10n, languages, MarkdownString } from 'vscode';
import type { Disposable, TextDocument, Uri } from 'vscode';
import type { Related } from '../core/finding';
import type { Engine } from '../engine/engine';
import type { Role } from '../services/identity';
import { keyOf } from '../session/open-document';
import type { Session } from '../session/session';
import { refOf } from '../session/store';
import type { Located } from '../session/store';
import { locationOf, rangeOf } from './diagnostics';
import { commandLink, say } from './render';

/** Says why a finding matters and what replaces the secret. The message itself is in VS Code's own part of the hover. */
export function registerHover({ store, engines }: Session): Disposable {
  return languages.registerHoverProvider(
    { scheme: '*' },
    {
      provideHover(document, position) {
        const findings = store.get(keyOf(document))?.findings ?? [];
        const found = findings.find((located) => rangeOf(located).contains(position));
        return found ? new Hover(hoverText(document, found, engines.alone), rangeOf(found)) : null;
      },
    },
  );
}

function hoverText(document: TextDocument, located: Located, engine: Engine): MarkdownString {
  const { finding } = located;
  const { rule } = finding;
  const subject = finding.service ?? rule;
  const { access } = engine.clues(subject, [document.getText()]);
  const guidance = engine.explain(subject, undefined, undefined, {
    rule,
    tracking: finding.tracking,
    translate: say,
    ...(access && { access }),
  });
  const text = new MarkdownString('', true);
  text.isTrusted = {
    enabledCommands: ['showGuidance', 'applyFix', 'previewMigration', 'migrateEverywhere'].map(
      (name) => `secretless.${name}`,
    ),
  };
  if (guidance) {
    text.appendMarkdown(`**${escape(guidance.title)}**\n\n`);
    text.appendMarkdown(`${escape(guidance.why ?? guidance.summary)}\n\n`);
    const role = (guidance.roles.find(({ chosen }) => chosen === true) ?? guidance.roles[0])?.role;
    if (role) text.appendMarkdown(`${roleText(role)}\n\n`);
  }
  if (finding.refusal) text.appendMarkdown(`$(info) ${escape(say(finding.refusal.message))}\n\n`);
  text.appendMarkdown(relatedText(document.uri, finding.related));
  const ref = refOf(keyOf(document), located);
  const links: string[] = [];
  const best = finding.fixes[0];
  if (best) {
    links.push(link(`$(wand) ${say(best.title)}`, commandLink('secretless.applyFix', ref, best.kind).toString()));
    links.push(
      link(`$(diff-multiple) ${l10n.t('Preview')}`, commandLink('secretless.previewMigration', ref).toString()),
    );
  }
  if (finding.related.length > 0)
    links.push(
      link(`$(files) ${l10n.t('Migrate everywhere…')}`, commandLink('secretless.migrateEverywhere', ref).toString()),
    );
  if (guidance)
    links.push(link(`$(book) ${l10n.t('Show Guidance')}`, commandLink('secretless.showGuidance', ref).toString()));
  text.appendMarkdown(links.join(' &nbsp;·&nbsp; '));
  const source = guidance?.links[0];
  if (source) text.appendMarkdown(`\n\n${link(`$(link-external) ${source.title}`, source.url)}`);
  return text;
}

/** The places that set or read the same setting, each a link to its line. */
function relatedText(document: Uri, related: readonly Related[]): string {
  const lines = related.flatMap((one) => {
    const location = locationOf(document, one);
    if (!location) return [];
    const line = one.start.line + 1;
    const target = location.uri.with({ fragment: `L${String(line)}` }).toString();
    return [`- ${link(`${one.path}:${String(line)}`, target)}: ${escape(say(one.message))}\n`];
  });
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

const roleText = ({ name, id, allows }: Role): string =>
  l10n.t('Role to grant: {role} ({allows})', {
    role: `**${escape(name)}** \`${id}\``,
    allows: escape(say({ template: allows, args: {} })),
  });

const link = (label: string, target: string): string => `[${label.replace(/[[\]]/g, '\\$&')}](${target})`;

const escape = (text: string): string => text.replace(/[\\`*_{}[\]()#+!<>|~]/g, '\\$&');
