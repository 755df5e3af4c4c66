import type { Language } from '#domain/language';

/** One thing that is said: what it is, what it comes to, what that means for this ground, and by which law. */
export interface RuleRow {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  /** Numbers of the list of sources: `[3]`. */
  readonly basis: string;
  /** The value is a figure that holds, not words about one. */
  readonly isFigure: boolean;
}

export interface FactRow {
  readonly label: string;
  readonly value: string;
}

/** What a section is put together from; the template knows how each kind looks. */
export type Block =
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'rules'; readonly rows: readonly RuleRow[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** Shares of the width, one per column. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'notice'; readonly text: string }
  | {
      readonly kind: 'map';
      readonly caption: string;
      /** What lies on the ground, and the signs of the map. */
      readonly legend: readonly LegendRow[];
      /** What else is seen around it, by its code. */
      readonly others: readonly LegendRow[];
      readonly othersTitle: string;
      readonly labels: readonly MapLabel[];
    };

export interface LegendRow {
  readonly sign: 'zone' | 'ground' | 'approved' | 'point' | 'road' | 'parcel';
  /** `#rrggbb`; null = no colour is known. */
  readonly color: string | null;
  readonly label: string;
}

/** Letters on the map; `x` and `y` are where their middle stands, in millimetres of the picture. */
export interface MapLabel {
  readonly kind: 'zone' | 'road' | 'grid' | 'gridUp' | 'scale' | 'north';
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Section {
  readonly title: string;
  /** It begins on a page of its own. What is the same in many documents does: it is then set once and kept. */
  readonly startsPage?: boolean;
  readonly blocks: readonly Block[];
}

/** A document as it is laid out, in one language: text, and nothing that still has to be decided. */
export interface Sheet {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Said at once below the title, and on every page: what this paper is not. */
  readonly mark: string;
  /** Across every page; null for a document that is official. */
  readonly watermark: string | null;
  readonly office: string;
  /** Rows beside the QR code: number, place, moment. */
  readonly head: readonly FactRow[];
  /** `shown`: the address as it is printed, line by line. */
  readonly verify: {
    readonly address: string;
    readonly shown: readonly string[];
    readonly words: string;
    readonly alt: string;
  };
  readonly mapAlt: string;
  readonly sections: readonly Section[];
  readonly foot: string;
  readonly page: { readonly of: string };
  /** The moment of its making in UTC, as the file itself says it. */
  readonly made: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
  };
  /** What the attached files are. */
  readonly attached: { readonly extract: string; readonly certificate: string };
  readonly columns: {
    readonly rule: string;
    readonly value: string;
    readonly detail: string;
    readonly basis: string;
  };
}
