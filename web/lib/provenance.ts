/** Where an answer comes from that the network did not bring just now. */
export interface Provenance {
  readonly kind: 'saved' | 'pack';
  /** Saved answers: when it was kept. Packs: when the server last said that the pack is in force. UTC, ISO 8601. */
  readonly at: string;
  /** Name of the pack, or of the plan's version. */
  readonly version: string;
  /** Something else has come into force since. */
  readonly isOutdated: boolean;
}

/** Answers that are not the server's answer of this moment; whoever shows one says so. */
export const provenance = new WeakMap<object, Provenance>();

/** Told of every answer that the network brought, with the address it was asked at. */
export const heard = new Set<(path: string, answer: object) => void>();
