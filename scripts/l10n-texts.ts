// Texts for people that are in tables of data: what the guidance says of services and hosts. export-l10n.mjs lists them
// for translators, beside the literals of the code.
import { secretKinds } from '../src/detect/kinds/index';
import { otherKinds } from '../src/detect/others';
import { allHosts } from '../src/steps/hosts/all';
import { vaultAccess, vaultLimits } from '../src/steps/vault';
import { standIns } from '../src/guide/explain';
import { services } from '../src/services/index';
import { commentsIn } from '../src/steps/command';
import { roleComments } from '../src/steps/role';
import { isSql } from '../src/steps/rotate';
import { readerTexts } from '../src/steps/old-settings';

export const dataTexts = (): readonly string[] => [
  ...[...services.map(({ identity }) => identity), vaultAccess].flatMap(({ roles }) =>
    Object.values(roles).flatMap((list) => list.map(({ allows }) => allows)),
  ),
  ...[...services, ...standIns].flatMap(({ identity, byHand = [] }) => [
    identity.summary,
    ...identity.limits,
    ...byHand,
    ...(identity.scopeNote === undefined ? [] : [identity.scopeNote]),
    ...(identity.disableKeys === undefined
      ? []
      : [identity.disableKeys.effect, ...commentsIn(identity.disableKeys.cli)]),
    ...commentsIn(identity.rotate.filter((line) => !isSql(line))),
    ...(identity.grant.kind === 'commands' ? commentsIn(identity.grant.cli) : []),
  ]),
  ...vaultLimits,
  ...readerTexts,
  ...roleComments,
  ...(vaultAccess.scopeNote === undefined ? [] : [vaultAccess.scopeNote]),
  // As messages name them: without their article.
  ...[...secretKinds, ...otherKinds].map(({ noun }) => noun.replace(/^an? /, '')),
  ...allHosts.flatMap((host) => [
    host.title,
    ...[host.settings.text, host.settings.old].filter((text) => text !== undefined),
    ...host.notes,
    ...(host.kind === 'managed' && host.bicep.loses !== undefined ? [host.bicep.loses] : []),
    ...('keyVault' in host && host.keyVault !== undefined ? [host.keyVault.text] : []),
    ...(host.kind === 'federated' && host.prepare ? [host.prepare.title, host.prepare.text] : []),
  ]),
];
