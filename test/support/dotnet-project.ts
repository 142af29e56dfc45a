import { noProject } from '../../src/languages/base/plain';
import type { ProjectContext } from '../../src/languages/contract/language';

const project = (implicit: string): ProjectContext => ({
  ...noProject,
  files: [
    {
      path: 'App.csproj',
      text: `<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup>\n    <ImplicitUsings>${implicit}</ImplicitUsings>\n  </PropertyGroup>\n</Project>\n`,
    },
  ],
});

/** A project as `dotnet new` makes it: every file sees `System` without a directive. */
export const implicitUsings = project('enable');

/** A project whose files say all that they use. */
export const noImplicitUsings = project('disable');

/** The project of an example: code that says `using System;` is of one whose files say all that they use. */
export const projectOf = (code: string | null): ProjectContext =>
  /^\s*using System;/m.test(code ?? '') ? noImplicitUsings : implicitUsings;
