import type { Step } from '../core/step';

const PLACE = /<([a-z][a-z0-9-]*)>/g;

/** A placeholder as the name of a parameter: `<account>` is `accountName`, `<group-id>` is `groupId`. */
export function parameterName(place: string): string {
  const camel = place.replace(/-(\w)/g, (_, first: string) => first.toUpperCase());
  return /[a-z\d](?:Id|Name|Namespace|Offer|Publisher|Size|Sku)$|^(?:issuer|subject|location)$/.test(camel)
    ? camel
    : `${camel}Name`;
}

const DEFAULTS: Readonly<Record<string, string>> = { location: ' = resourceGroup().location' };

/** A block of Bicep with its placeholders as expressions, and the parameters that it needs. */
function withParameters(block: string): { readonly text: string; readonly needs: readonly string[] } {
  const needs = new Set<string>();
  const parameter = (place: string): string => {
    const name = parameterName(place);
    needs.add(name);
    return name;
  };
  const text = block
    .replace(/'<([a-z][a-z0-9-]*)>'/g, (_, place: string) => parameter(place))
    .replace(PLACE, (_, place: string) => `\${${parameter(place)}}`);
  return { text, needs: [...needs] };
}

const declared = (block: string): string | null =>
  /^(?:resource|output|var)[ ]{1,99}(\w{1,100})/m.exec(block)?.[1] ?? null;

/** A symbol under another name, wherever it is read or declared: not as a property, not in the text of a string. */
const renamed = (block: string, from: string, to: string): string =>
  block.replace(new RegExp(`(?<![\\w.'/-])${from}(?![\\w'/:-])`, 'g'), to);

/**
 * Makes the Bicep of all steps one file, in the order of the steps: what a person fills in is a parameter, each parameter and
 * resource is declared once, and another resource of the same name gets a number. A step that only repeats what is declared
 * already has no code left.
 */
export function oneTemplate(steps: readonly Step[]): Step[] {
  const known = new Map<string, string>();
  return steps.map((step) => {
    if (step.code?.language !== 'bicep') return step;
    const parameters: string[] = [];
    const blocks: string[] = [];
    const names = new Map<string, string>();
    for (const raw of step.code.text.split(/\n{2,}/)) {
      const { text, needs } = withParameters(raw);
      let block = text;
      for (const [from, to] of names) block = renamed(block, from, to);
      const symbol = declared(block);
      if (symbol !== null) {
        let name = symbol;
        let own = block;
        for (let nth = 2; known.has(name) && known.get(name) !== own; nth += 1) {
          name = `${symbol}${String(nth)}`;
          own = renamed(block, symbol, name);
        }
        if (name !== symbol) names.set(symbol, name);
        if (known.has(name)) continue;
        known.set(name, own);
        block = own;
      }
      for (const name of needs) {
        if (known.has(name)) continue;
        known.set(name, '');
        parameters.push(`param ${name} string${DEFAULTS[name] ?? ''}`);
      }
      blocks.push(block);
    }
    const text = [...(parameters.length > 0 ? [parameters.join('\n')] : []), ...blocks].join('\n\n');
    return { ...step, code: text === '' ? null : { language: 'bicep', text } };
  });
}
