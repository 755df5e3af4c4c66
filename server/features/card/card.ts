/** A field of colour on a card: a zone and its part of the ground. */
export interface CardField {
  readonly code: string;
  /** `#rrggbb`; null where the plan prescribes none. */
  readonly color: string | null;
  /** Part of the whole, 0–1. */
  readonly share: number;
}

/** What a picture about a page shows where its link is sent to somebody. Texts are in the reader's language. */
export interface Card {
  readonly product: string;
  readonly city: string;
  /** What kind of page it is: `Blok`, `Peraturan`. */
  readonly kind: string;
  readonly title: string;
  /** The zone in words, or the larger area; may be empty. */
  readonly subtitle: string;
  /** What holds here, in one plain sentence; may be empty. */
  readonly sentence: string;
  readonly fields: readonly CardField[];
  /** The mark of demonstration data; null where the data is none. */
  readonly demo: string | null;
}
