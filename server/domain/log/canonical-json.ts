/** What can be written as JSON without loss. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one spelling of a JSON value: names in the order of their UTF-16 code units, no white space, numbers and strings
 * as ECMAScript writes them.
 *
 * @source RFC 8785 (JSON Canonicalization Scheme)
 * @throws TypeError for what has no JSON: NaN, infinity, undefined, half a surrogate pair
 * @example
 * canonicalJson({ b: 1, a: [true, 'x'] }) === '{"a":[true,"x"],"b":1}';
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`${typeof value} has no JSON`);
  const members = Object.entries(value as Readonly<Record<string, Json>>)
    // Strings compare by UTF-16 code units.
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${quote(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function quote(text: string): string {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text))
    throw new TypeError('half a surrogate pair has no JSON');
  return JSON.stringify(text);
}
