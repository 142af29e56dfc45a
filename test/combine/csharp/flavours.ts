/** Language features and compiler settings of a project. */
export interface Flavour {
  readonly name: 'strict' | 'explicit' | 'legacy';
  /** The compiler looks for missing values. */
  readonly nullable: boolean;
  /** `System` is in sight without a directive. */
  readonly implicit: boolean;
  readonly version: string;
  readonly properties: string;
}

const STRICT = '<Nullable>enable</Nullable><WarningsAsErrors>nullable;CS0108;CS0162</WarningsAsErrors>';

export const FLAVOURS: readonly Flavour[] = [
  {
    name: 'strict',
    nullable: true,
    implicit: true,
    version: 'latest',
    properties: `<ImplicitUsings>enable</ImplicitUsings>${STRICT}`,
  },
  {
    name: 'explicit',
    nullable: true,
    implicit: false,
    version: 'latest',
    properties: `<ImplicitUsings>disable</ImplicitUsings>${STRICT}`,
  },
  {
    name: 'legacy',
    nullable: false,
    implicit: false,
    version: '7.3',
    properties: '<ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable><LangVersion>7.3</LangVersion>',
  },
];
