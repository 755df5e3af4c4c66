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

/** Told of every answer that was given from this device. */
export const given = new Set<(answer: object) => void>();
