import type { Language } from '#domain/language';
import type { FactRow, Section } from '../sheet/sheet.ts';

/** A picture in a letter: a JPEG that was written anew. */
export interface LetterPicture {
  readonly bytes: Uint8Array;
  readonly caption: string;
}

/** A letter or a record of the office, as it is laid out: text, and nothing that still has to be decided. */
export interface Letter {
  readonly language: Language;
  readonly title: string;
  readonly office: string;
  /** Said below the title, and on every page: what this paper is, or is not. */
  readonly mark: string;
  /** Across every page; null for a letter that is official. */
  readonly watermark: string | null;
  readonly head: readonly FactRow[];
  readonly sections: readonly Section[];
  readonly pictures: readonly LetterPicture[];
  /** Who signs, below the text; null for a paper that nobody signs. */
  readonly signer: string | null;
  readonly foot: string;
  readonly madeAt: Date;
}
