import type { TextTest } from '../../core/text-test';
import type { Sdk } from '../pattern';
import { refuse, sdk } from '../pattern';

/** A word of API Management; the header of other services has one of them in its name. */
export const API_MANAGEMENT = /azure-api\.net|(?<!ocp-)apim/i;

/**
 * Calls of a REST API with a key in a header. A token takes its place, but it is fetched before each request, in
 * asynchronous code: nothing an edit can do.
 * @param header `api-key`; its spelling in lower case counts too.
 * @param when tells the service's calls from others with the same header.
 */
export function restHeader(header: string, when?: TextTest): Sdk[] {
  const words = [header];
  const calls = (callees: readonly string[], before = '') =>
    [...new Set([header, header.toLowerCase()])].flatMap((name) =>
      callees.map((callee) =>
        refuse(
          `${callee}(${before}{ headers: { "${name}": $KEY, ...$HEADERS }, ...$REST })`,
          'rest-header',
          when && { when },
        ),
      ),
    );
  return [
    sdk('', calls(['fetch'], '$URL, '), { words }),
    ...['https', 'node:https', 'http', 'node:http'].map((module) =>
      sdk(
        module,
        ['request', 'get'].flatMap((callee) =>
          ['', '$URL, '].map((before) =>
            refuse(
              `${callee}(${before}{ headers: { "${header}": $KEY, ...$HEADERS }, ...$REST }, ...$MORE)`,
              'rest-header',
              when && { when },
            ),
          ),
        ),
        { words },
      ),
    ),
    sdk('node-fetch', calls(['$DEFAULT'], '$URL, '), { words }),
    sdk(
      'axios',
      [
        ...calls(['$DEFAULT', 'request', 'create']),
        ...calls(['$DEFAULT', 'get', '$DEFAULT.delete', 'head'], '$URL, '),
        ...calls(['post', 'put', 'patch'], '$URL, $BODY, '),
      ],
      { words },
    ),
  ];
}
