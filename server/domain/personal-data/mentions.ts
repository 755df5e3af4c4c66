import type { SubjectKeys } from './subject-request.ts';

/** What people write between the digits of a number. */
const GAP = '[ ().\\/-]*';
const spaced = (digits: string): string => [...digits].join(GAP);

/** A telephone number as channels take it: `+62…` for one that begins with 0. */
export function internationalNumber(written: string): string {
  const digits = written.replace(/[^0-9+]/g, '');
  return digits.startsWith('0') ? `+62${digits.slice(1)}` : digits.startsWith('+') ? digits : `+${digits}`;
}

/** A number wherever it begins: `0812…`, `62812…`, `+62 812…`, `+62 (0)812…`; bare only where no other country stands before it. */
function phonePattern(phone: string): string {
  const digits = internationalNumber(phone).slice(1);
  if (!digits.startsWith('62')) return `(?<![0-9+])(?:\\+|00)?${spaced(digits)}(?![0-9])`;
  const begins = `(?<![0-9+])(?:(?:\\+|00)?62${GAP}0?|0)${GAP}`;
  const bare = '(?<![0-9+][ ().\\/-]{0,3})';
  return `(?:${begins}|${bare})${spaced(digits.slice(2))}(?![0-9])`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** What a person is looked for by, as it may stand in free text; null when nothing is known of them. */
function pattern({ nik, email, phone }: SubjectKeys): RegExp | null {
  const ways = [
    ...(nik === undefined ? [] : [`(?<![0-9])${spaced(nik)}(?![0-9])`]),
    // A longer address or domain is another's; a full stop that ends a sentence is not part of it.
    ...(email === undefined ? [] : [`(?<![\\w.+-])${escaped(email)}(?![\\w-]|\\.\\w)`]),
    ...(phone === undefined ? [] : [phonePattern(phone)]),
  ];
  return ways.length === 0 ? null : new RegExp(ways.join('|'), 'giu');
}

/** Whether free text names a person by any of these, however it is written. */
export function mentions(text: string, keys: SubjectKeys): boolean {
  return pattern(keys)?.test(text) ?? false;
}

/** Free text without what names a person by these; what was taken out is seen to be missing. */
export function withoutMentions(text: string, keys: SubjectKeys): string {
  const found = pattern(keys);
  return found === null ? text : text.replace(found, '[…]');
}
