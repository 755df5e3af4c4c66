import type { TargetKind } from './target.ts';

/** What somebody typed, without the words that only say what kind of thing is meant. */
export interface SearchWords {
  readonly words: string;
  /** Said by the words themselves: `jl …`, `kel. …`, `blok …`, `NIB …`. */
  readonly kind: TargetKind | null;
}

const KIND_WORDS: readonly (readonly [RegExp, TargetKind])[] = [
  [/^(?:jl|jln|jlan|jalan|djalan|street)\b[. ]*/i, 'street'],
  [/^(?:kel|kelurahan|kelurahn|kelrahan|desa)\b[. ]*/i, 'kelurahan'],
  [/^(?:kec|kecamatan|kecamtan|kcamatan)\b[. ]*/i, 'kecamatan'],
  [/^(?:blok|block|blk)\b[. ]*/i, 'block'],
  [/^(?:nib|bidang|persil|parcel|no\.? ?bidang)\b[.: ]*/i, 'parcel'],
];

/**
 * Takes the kind off the front of a query.
 *
 * @example
 * readQuery('Kel. Klandasan Ulu'); // { words: 'Klandasan Ulu', kind: 'kelurahan' }
 */
export function readQuery(text: string): SearchWords {
  const words = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  for (const [pattern, kind] of KIND_WORDS) {
    const rest = words.replace(pattern, '');
    if (rest !== words && rest !== '') return { words: rest, kind };
  }
  return { words, kind: null };
}

/** Letters and digits of a parcel number, as `parcel_code_idx` compares them; null when it has fewer than 4 digits. */
export function parcelCodeOf(words: string): string | null {
  const code = words.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return code.length <= 40 && code.replace(/\D/g, '').length >= 4 ? code : null;
}
