import { every } from '../guide/every';
import { codeOf } from '../support/steps';

/** A file that a person gets: all parts of one guidance, in order. */
export interface Output {
  readonly name: string;
  readonly text: string;
}

/** Every `explain SERVICE --host HOST --iac TOOL` whose parts are Bicep, as one file each. */
export const outputs: readonly Output[] = every.flatMap(([, guidances]) =>
  guidances.flatMap(([name, { steps }]) => {
    const parts = steps.filter(({ code }) => code?.language === 'bicep');
    return parts.length === 0 ? [] : [{ name, text: `${parts.map((step) => codeOf(step)).join('\n\n')}\n` }];
  }),
);
