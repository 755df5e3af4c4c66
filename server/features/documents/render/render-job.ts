/** What a document is rendered from; it crosses to a process of its own as plain values. */
export interface RenderJob {
  /** The sheet as JSON. */
  readonly sheet: string;
  /** Below every page of this document alone. */
  readonly foot: string;
  /** SVG of the map and of the code. */
  readonly map: string;
  readonly code: string;
  /** Attached as they are. */
  readonly extract: string;
  readonly certificate: string;
  /** Seconds since 1970, as the file says when it was made. */
  readonly madeAt: number;
}

/** A letter and its pictures. */
export interface LetterJob {
  /** The letter as JSON. */
  readonly letter: string;
  readonly foot: string;
  /** JPEG, in the order of their captions. */
  readonly pictures: readonly Uint8Array[];
  readonly madeAt: number;
}

/** A job on its way to the renderer, and what comes back. */
export type RenderRequest = { readonly number: number; readonly job: RenderJob | LetterJob };
export type RenderReply =
  | { readonly number: number; readonly pdf: Uint8Array }
  | { readonly number: number; readonly failure: string };
