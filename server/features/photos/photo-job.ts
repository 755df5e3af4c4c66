/** A photo to be written anew. */
export interface PhotoRequest {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** A photo written anew: a JPEG with nothing in it but its pixels. */
export interface CleanPhoto {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /**
   * How it looks in each of eight ways to lay it, that of the picture itself first and its mirror second, in 64 bits each
   * (hexadecimal): a picture that was only made smaller or lighter has the same, or nearly.
   */
  readonly prints: readonly string[];
}

export type PhotoFault = 'tooManyPixels' | 'unreadable';

export interface PhotoReply {
  readonly number: number;
  readonly outcome: CleanPhoto | PhotoFault;
}

/** Pixels of the largest picture that is opened: what a telephone takes today, and half as much again. */
export const MOST_MEGAPIXELS = 75;
