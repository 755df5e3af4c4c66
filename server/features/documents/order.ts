import type { DocumentKind, DocumentRecord } from '#domain/document/document';
import type { Outline } from '#domain/extract/compose-extract';
import type { Extract } from '#domain/extract/extract';
import type { Language } from '#domain/language';
import type { Actor } from '#domain/log/event';
import type { Deps } from '../../platform/deps.ts';
import type { Renderer } from './render/renderer.ts';
import type { Signer } from './seal/signer.ts';
import type { FigureChange } from './sheet/figure-change.ts';
import type { Section } from './sheet/sheet.ts';

export type DocumentDeps = Pick<Deps, 'sql' | 'clock' | 'log' | 'city' | 'keys'> & {
  readonly dataDirectory: string;
  readonly renderer: Renderer;
  /** The seal of the service, on what it says by itself and on every trial. */
  readonly signer: Signer;
  /** What an official signs a document that counts with. */
  readonly officialSigner: Signer;
};

/** Whose signature a document bears. */
export const signerOf = (
  { signer, officialSigner }: Pick<DocumentDeps, 'signer' | 'officialSigner'>,
  { kind, isTrial }: { readonly kind: DocumentKind; readonly isTrial: boolean },
): Signer => (kind === 'krk' && !isTrial ? officialSigner : signer);

/** A document that is to be given out. */
export interface DocumentOrder {
  /** Names the order: asking twice gives the same document, byte for byte. */
  readonly orderId: string;
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly extract: Extract;
  /** Reserved beforehand; an ITR has none. */
  readonly number: string | null;
  /** Last day, `YYYY-MM-DD`; null = no end. */
  readonly validUntil: string | null;
  /** The part of the ground that was approved, for the map; null where it is all of it, or nothing was decided. */
  readonly approved: Outline | null;
  /** Sections of an application: who, what for, what was decided. Written in `language`. */
  readonly sections: readonly Section[];
  /** Figures of the extract that a person set otherwise. */
  readonly changes: readonly FigureChange[];
  /** The last words of the office, in `language`. */
  readonly closingText: string | null;
  /** `https://peta.example.go.id`: where the document is verified. */
  readonly origin: string;
  readonly actor: Actor;
}

/** A document that was given out. */
export interface IssuedDocument {
  readonly record: DocumentRecord;
  /** The signed bytes. */
  readonly pdf: Uint8Array;
}
