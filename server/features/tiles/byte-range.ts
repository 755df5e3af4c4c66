/** What a `Range` header asks of a file: nothing usable (send all of it), one part, or a part that is not there. */
export type RangeDecision =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'unsatisfiable' };

/**
 * Decides on a `Range` header (RFC 9110 §14.2). Several parts at once are answered with the whole file, as the standard
 * allows: ten thousand overlapping parts must not become more bytes than the file has.
 * @param size bytes of the file
 */
export function decideRange(header: string | undefined, size: number): RangeDecision {
  if (header === undefined || header.length > 100) return { kind: 'whole' };
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (match === null || (match[1] === '' && match[2] === '')) return { kind: 'whole' };
  const [, from, to] = match;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return { kind: 'whole' };
  return first >= size ? { kind: 'unsatisfiable' } : { kind: 'part', first, last };
}
