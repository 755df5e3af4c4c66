import type { Reader } from '../../locale/reader.tsx';

const KNOWN = ['kelurahan', 'kecamatan', 'kota', 'street', 'block', 'parcel', 'place', 'coordinate'] as const;
type KnownKind = (typeof KNOWN)[number];

/** What a found thing is, in the reader's words; an unknown kind says nothing. */
export function kindWords(kind: string, { t }: Reader): string {
  return (KNOWN as readonly string[]).includes(kind) ? t[`search.kind.${kind as KnownKind}`] : '';
}
