import type { Service } from './service';

/** Types of resources in a text of Bicep (`Microsoft.Storage/storageAccounts`) or Terraform (`azurerm_storage_account`). */
const typesIn = (text: string): string[] =>
  [...text.matchAll(/'(Microsoft\.\w{1,100}\/\w{1,100})[/@]|"(azurerm_\w{1,100})"|\b(azurerm_\w{1,100})\./g)].map(
    ([, arm, block, reference]) => (arm ?? block ?? reference ?? '').toLowerCase(),
  );

/** Resource types whose keys are this service's, in lower case. */
export function resourceTypes({ identity: { grant, trust } }: Service): readonly string[] {
  if (trust === 'application') return [];
  const own =
    grant.kind === 'rbac'
      ? [grant.bicepType.split('@')[0] ?? '', grant.terraformType].map((type) => type.toLowerCase())
      : [...typesIn(grant.bicep ?? ''), ...typesIn(grant.terraform ?? '')];
  return own.filter((type) => !/resourcegroups|resource_group|managedidentity|user_assigned/.test(type));
}
