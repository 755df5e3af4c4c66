import type { LayerPointer } from './queries.ts';

/** How long an answer of the database is used before it is asked again. */
const FRESH_MS = 2_000;
/** Days that are remembered at once; beyond it the one asked for longest ago goes. */
const DAYS_KEPT = 64;

interface Page {
  readonly pointers: readonly LayerPointer[];
  readonly readAt: number;
}

/**
 * Remembers which versions are in force. One question to the database at a time for a day, and when the database does
 * not answer, what was known last: the map goes on.
 */
export class PointerBook {
  readonly #ask: (day: string) => Promise<readonly LayerPointer[]>;
  readonly #now: () => number;
  readonly #pages = new Map<string, Page>();
  readonly #asking = new Map<string, Promise<Page>>();

  /** @param now milliseconds of a clock that never goes back: one that is set back would keep a closed layer open */
  constructor(ask: (day: string) => Promise<readonly LayerPointer[]>, now: () => number) {
    this.#ask = ask;
    this.#now = now;
  }

  /**
   * @param day YYYY-MM-DD
   * @returns `isStale` when the database did not answer and the pointers are those of an earlier moment
   * @throws what the database threw, when nothing is known about the day
   */
  async on(day: string): Promise<{ pointers: readonly LayerPointer[]; isStale: boolean }> {
    const page = this.#pages.get(day);
    if (page !== undefined && this.#now() - page.readAt < FRESH_MS) {
      return { pointers: page.pointers, isStale: false };
    }
    try {
      return { pointers: (await this.#read(day)).pointers, isStale: false };
    } catch (error) {
      if (page === undefined) throw error;
      return { pointers: page.pointers, isStale: true };
    }
  }

  /** Forgets everything, and what is being asked right now is not remembered: a layer is no longer for everybody. */
  forget(): void {
    this.#pages.clear();
    this.#asking.clear();
  }

  #read(day: string): Promise<Page> {
    const running = this.#asking.get(day);
    if (running !== undefined) return running;
    const reading: Promise<Page> = this.#ask(day)
      .then((pointers) => {
        const page = { pointers, readAt: this.#now() };
        if (this.#asking.get(day) !== reading) return page;
        this.#pages.delete(day);
        this.#pages.set(day, page);
        for (const oldest of this.#pages.keys()) {
          if (this.#pages.size <= DAYS_KEPT) break;
          this.#pages.delete(oldest);
        }
        return page;
      })
      .finally(() => {
        if (this.#asking.get(day) === reading) this.#asking.delete(day);
      });
    this.#asking.set(day, reading);
    return reading;
  }
}
