import type { Companions } from '../contract/language';

const DECLARES = ['class', 'struct', 'record', 'interface', 'enum', 'delegate'];

/** The project file, what it takes from above, and the files where `global using` is by custom. */
export const companions: Companions = {
  project: /\.csproj$/i,
  above: /^Directory\.Build\.props$/i,
  inside: /(?:usings?|imports?|globals?|assemblyinfo|^program)[\w.]{0,100}\.cs$/i,
  skip: /^(?:bin|obj|node_modules|packages|\..{0,200})$/i,
  declarations: (name) => DECLARES.map((keyword) => `${keyword} ${name}`),
  types: ['DefaultAzureCredential', 'ManagedIdentityCredential', 'TokenCredential', 'Environment', 'Azure'],
};
