// The software bill of materials of the package: CycloneDX 1.6, as JSON. It lists what the bundles hold, not what is installed:
// everything is bundled, so the package has no dependency that npm could list.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './process.mjs';

/** Where the bill of a package is: beside it. */
export const sbomPath = (vsix) => vsix.replace(/(?:\.vsix)?$/, '.sbom.cdx.json');

/** What npm checks when it installs a package: hashes by its place in the lock file. */
function hashesOf(name, version) {
  const { packages } = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8'));
  const found = Object.entries(packages).find(
    ([place, one]) => place.endsWith(`node_modules/${name}`) && one.version === version,
  );
  const [, base64] = /^sha512-(.+)$/.exec(found?.[1].integrity ?? '') ?? [];
  return base64 ? [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] : [];
}

const licencesOf = (licence) =>
  /^[\w.-]+$/.test(licence) ? [{ license: { id: licence } }] : [{ expression: licence }];

const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function componentOf({ name, version, licence }) {
  const inside = /^in (.+) (\S+)$/.exec(version);
  const common = { type: 'library', name, licenses: licencesOf(licence) };
  if (inside) {
    const [, home, of] = inside;
    return { ...common, 'bom-ref': `${purl(home, of)}#${name}`, description: `Compiled into ${home} ${of}` };
  }
  const hashes = hashesOf(name, version);
  return {
    ...common,
    'bom-ref': purl(name, version),
    version,
    purl: purl(name, version),
    ...(hashes.length > 0 && { hashes }),
  };
}

/**
 * The bill as text; the same for the same package and bundles.
 * @param {{ name: string, version: string, license: string }} manifest
 * @param {readonly { name: string, version: string, licence: string }[]} components
 * @param {Uint8Array} vsix the package itself
 */
export function sbomFor({ name, version, license }, components, vsix) {
  const own = `${name}@${version}`;
  const parts = components.map(componentOf);
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name,
        version,
        licenses: licencesOf(license),
        hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(vsix).digest('hex') }],
      },
    },
    components: parts,
    dependencies: [{ ref: own, dependsOn: parts.map((part) => part['bom-ref']) }],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}
