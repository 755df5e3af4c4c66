import type { Building } from '#domain/building/building';
import type { Applicant, LandProof, PlannedUse } from '#domain/krk/application';
import type { Sheet } from '#domain/krk/sheet';
import type { UsesSaid } from '#domain/krk/use-verdicts';
import type { Language } from '#domain/language';
import type { Actor as LogActor } from '#domain/log/event';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import type { SigningSecret } from '../documents/index.ts';
import type { PolygonInput } from '../lookup/index.ts';

/** What a document is made of. The same order gives the same document, however often it is given. */
export interface DocumentOrder {
  readonly orderId: string;
  readonly number: string;
  readonly isTrial: boolean;
  readonly language: Language;
  readonly applicant: Applicant;
  readonly landProof: LandProof | null;
  readonly plannedUse: PlannedUse | null;
  /** What the plan said when the sheet was finished, and the ground that it was asked about. */
  readonly answer: Answer;
  /** What it said about each use that is applied for. */
  readonly said: UsesSaid;
  readonly ground: PolygonInput;
  /** Number of the document that it takes the place of. */
  readonly replacesNumber: string | null;
  readonly nib: string | null;
  readonly sheet: Sheet;
  readonly signer: { readonly office: string; readonly title: string };
  readonly closingText: string | null;
  readonly validUntil: string | null;
  /** Who signs, as the log names them. */
  readonly actor: LogActor;
}

/** A document that is in force from the moment in which its application is issued. */
export interface GivenOut {
  readonly issuedAt: Date;
  readonly validUntil: string | null;
}

/** Where the documents of applications come from. */
export interface DocumentMaker {
  /** Makes, signs and stores a document that nobody has been given; slow, and outside of every transaction. */
  prepare(
    order: DocumentOrder,
    secret: SigningSecret | null,
  ): Promise<Result<{ readonly documentId: string }, Problem>>;
  /** Whose signature it will bear, and whether an official is asked for a passphrase. */
  signer(isTrial: boolean): { readonly name: string; readonly asksPassphrase: boolean };
  /** Puts it in force, in the transaction given; null when it does not wait any more. */
  giveOut(tx: Queryable, documentId: string, actor: LogActor): Promise<GivenOut | null>;
  /** The stored file of a document that was given out; null when it cannot be read. */
  file(documentId: string): Promise<Uint8Array | null>;
}

/** What a step of an application stands on. */
export type StepDeps = Pick<Deps, 'sql' | 'clock' | 'city'> & Pick<ApplicationDeps, 'holdsDemo'>;

/** What applications stand on. */
export type ApplicationDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'log' | 'keys' | 'http'> & {
  readonly dataDirectory: string;
  /** What the plan says on a day `YYYY-MM-DD` about an outline. */
  readonly answerGround: (ground: PolygonInput, on: string) => Promise<Result<Answer, Problem>>;
  /** The same, asked for one activity or KBLI code after the other. */
  readonly answerActivities: (
    ground: PolygonInput,
    on: string,
    activities: readonly string[],
  ) => Promise<Result<readonly Answer[], Problem>>;
  /** The same ground with its outlines: of the plot, of each part, and the roads beside it. */
  readonly drawGround: (ground: PolygonInput, on: string) => Promise<Result<Building, Problem>>;
  /** Whether demonstration data is in force on a day. */
  readonly holdsDemo: (on: string) => Promise<boolean>;
  readonly documents: DocumentMaker;
  /** What else is due by the holidays of a year computes its days anew. */
  readonly onHolidays?: (actor: LogActor) => Promise<unknown>;
};
