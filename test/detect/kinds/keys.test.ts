import { describe, expect, it } from 'vitest';
import { fake } from '../../support/fake-secrets';
import { detected } from '../../support/detected';

describe('devops-pat', () => {
  const pat = fake.devopsPat();
  it.each([
    `dotnet nuget add source https://pkgs.dev.azure.com/a/_packaging/nuget/nuget/v3/index.json -u any -p ${pat}`,
    `nuget.exe sources add -Name nuget -Source https://pkgs.dev.azure.com/a/_packaging/f/nuget/v3/index.json -Password ${pat}`,
  ])('stands behind the flag of a feed, whatever the feed is called', (text) => {
    expect(detected(text, 'add-feed.sh')).toEqual([`devops-pat ${pat}`]);
  });
});
