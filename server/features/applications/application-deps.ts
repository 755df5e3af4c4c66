import type { Building } from '#domain/building/building';
import type { Applicant, LandProof, PlannedUse } from '#domain/krk/application';
import type { Sheet } from '#domain/krk/sheet';
import type { Language } from '#domain/language';
import type { Actor as LogActor } from '#domain/log/event';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import type { Deps } from '../../platform/deps.ts';
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
  readonly ground: PolygonInput;
  readonly nib: string | null;
  readonly sheet: Sheet;
  readonly signer: { readonly office: string; readonly title: string };
  readonly closingText: string | null;
  readonly validUntil: string | null;
  /** Who signs, as the log names them. */
  readonly actor: LogActor;
}

/** Makes, signs and stores a document; slow, and outside of every transaction. */
export type IssueDocument = (
  order: DocumentOrder,
) => Promise<Result<{ readonly documentId: string; readonly issuedAt: string }, Problem>>;

/** What a step of an application stands on. */
export type StepDeps = Pick<Deps, 'sql' | 'clock' | 'city'> & Pick<ApplicationDeps, 'holdsDemo'>;

/** What applications stand on. */
export type ApplicationDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'log' | 'keys' | 'http'> & {
  readonly dataDirectory: string;
  /** What the plan says on a day `YYYY-MM-DD` about an outline. */
  readonly answerGround: (ground: PolygonInput, on: string) => Promise<Result<Answer, Problem>>;
  /** The same ground with its outlines: of the plot, of each part, and the roads beside it. */
  readonly drawGround: (ground: PolygonInput, on: string) => Promise<Result<Building, Problem>>;
  /** Whether demonstration data is in force on a day. */
  readonly holdsDemo: (on: string) => Promise<boolean>;
  readonly issueDocument: IssueDocument;
  readonly revokeDocument: (documentId: string, reason: string, actor: LogActor) => Promise<void>;
};
