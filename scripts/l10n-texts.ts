// Texts for people that stand in tables of data: what the guidance says of services and hosts. export-l10n.mjs lists them
// for translators, beside the literals of the code.
import { secretKinds } from '../src/detect/kinds/index';
import { otherKinds } from '../src/detect/others';
import { allHosts } from '../src/guide/hosts/all';
import { vaultAccess, vaultLimits } from '../src/guide/key-vault';
import { services } from '../src/services/index';

export const dataTexts = (): readonly string[] => [
  ...[...services.map(({ identity }) => identity), vaultAccess].flatMap(({ roles }) =>
    Object.values(roles).flatMap((list) => list.map(({ allows }) => allows)),
  ),
  ...services.flatMap(({ identity, byHand = [] }) => [
    identity.summary,
    ...identity.limits,
    ...byHand,
    ...(identity.scopeNote === undefined ? [] : [identity.scopeNote]),
    ...(identity.disableKeys === undefined ? [] : [identity.disableKeys.effect]),
  ]),
  ...vaultLimits,
  ...(vaultAccess.scopeNote === undefined ? [] : [vaultAccess.scopeNote]),
  // As messages name them: without their article.
  ...[...secretKinds, ...otherKinds].map(({ noun }) => noun.replace(/^an? /, '')),
  ...allHosts.flatMap((host) => [
    host.title,
    host.settings.text,
    ...host.notes,
    ...(host.kind === 'local' || host.keyVault === undefined ? [] : [host.keyVault.text]),
    ...(host.kind === 'federated' && host.prepare ? [host.prepare.title, host.prepare.text] : []),
  ]),
];
