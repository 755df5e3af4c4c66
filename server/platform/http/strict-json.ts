import { type Problem, problem, quoteInput } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';

/** Deepest nesting that any request of this service needs: a GeoJSON MultiPolygon in a feature collection has 8. */
const MAX_DEPTH = 32;

/** Numbers, texts, lists and objects of one request: three per corner, and no plot has 20,000 corners. */
const MAX_VALUES = 60_000;

const PLAIN_TOKEN = /[^\s"{}[\]:,]+|[{}[\]:,]/y;
const NOT_SPACE = /\S/g;

/**
 * JSON with what `JSON.parse` lets pass refused: byte-order mark, invalid UTF-8, deep nesting, duplicate keys,
 * more values than a request needs (`mostValues`), NUL and lone surrogates in strings, and the keys that reach into prototypes. One pass over the tokens, no recursion.
 */
export function parseStrictJson(bytes: Uint8Array, mostValues = MAX_VALUES): Result<unknown, Problem> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return fail(problem('jsonMalformed', { reason: 'byte-order mark' }));
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail(problem('jsonMalformed', { reason: 'UTF-8' }));
  }
  const refusal = findHiddenDefect(text, mostValues);
  if (refusal) return fail(refusal);
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail(problem('jsonMalformed', { reason: 'syntax' }));
  }
}

/** Grammar is left to `JSON.parse`; this looks only for what it would accept. Linear in the length of the text. */
function findHiddenDefect(text: string, mostValues: number): Problem | null {
  const open: (Set<string> | null)[] = []; // keys of each open object, null for an array
  let previous = '';
  let values = 0;
  for (let at = nextToken(text, 0); at < text.length; ) {
    const end = tokenEnd(text, at);
    if (end === null) return problem('jsonMalformed', { reason: 'syntax' });
    const token = text.slice(at, end);
    if (!',:]}'.includes(token)) values += 1;
    if (values > mostValues) return problem('jsonMalformed', { reason: `> ${mostValues}` });
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) return problem('jsonTooDeep', { limit: MAX_DEPTH });
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token.startsWith('"')) {
      const isKey = previous === '{' || previous === ',';
      const refusal = defectOfString(token, isKey ? (open.at(-1) ?? null) : null);
      if (refusal) return refusal;
    }
    previous = token;
    at = nextToken(text, end);
  }
  return null;
}

function nextToken(text: string, from: number): number {
  NOT_SPACE.lastIndex = from;
  return NOT_SPACE.exec(text)?.index ?? text.length;
}

function tokenEnd(text: string, at: number): number | null {
  if (text[at] !== '"') {
    PLAIN_TOKEN.lastIndex = at;
    return PLAIN_TOKEN.test(text) ? PLAIN_TOKEN.lastIndex : null;
  }
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return null;
}

/** @param keys of the object that this string is a key of; null for a value. */
function defectOfString(token: string, keys: Set<string> | null): Problem | null {
  const value = readString(token);
  if (value === null) return problem('jsonMalformed', { reason: 'syntax' });
  if (/\p{Surrogate}|\0/u.test(value)) return problem('jsonMalformed', { reason: 'NUL, surrogate' });
  if (!keys) return null;
  if (value === '__proto__') return problem('unknownField', { name: value });
  if (keys.has(value)) return problem('jsonDuplicateKey', { name: quoteInput(value) });
  keys.add(value);
  return null;
}

function readString(token: string): string | null {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
