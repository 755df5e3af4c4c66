import type { Language } from '#domain/language';
import type { RuleRows } from '#domain/rules/build-rule-set';
import type { TableFinding } from '#domain/rules/table-problems';
import type { Refusal } from '../../platform/http/validate.ts';
import type { PreparedRules } from '../rules/index.ts';

/** Tables as a request brought them, on their way to the process that reads and checks them. */
interface TablesAsked {
  readonly number: number;
  /** The body, not yet read. */
  readonly bytes: Uint8Array;
  /** `<edition>:<code>`; null: not checked. */
  readonly knownKbli: readonly string[] | null;
  readonly language: Language;
}
export type CheckRequest = TablesAsked & { readonly what: 'check' };
export type DraftRequest = TablesAsked & {
  readonly what: 'draft';
  readonly layerId: string;
  readonly isDemo: boolean;
  /** The layer's newest version: whoever sends its very tables has changed nothing. */
  readonly newest: RuleRows | null;
};
export type DeskRequest = CheckRequest | DraftRequest;

/** The body is not taken, and why. */
interface Refused {
  readonly kind: 'refusal';
  readonly refusal: Refusal;
}

/** The answer as JSON. */
export type CheckOutcome = { readonly kind: 'checked'; readonly json: string } | Refused;

/** `base`: the version that was edited, as the body says. */
export type PreparedDraft =
  | Refused
  | { readonly kind: 'same'; readonly base: string }
  | { readonly kind: 'faulty'; readonly base: string; readonly findings: TableFinding[] }
  | {
      readonly kind: 'prepared';
      readonly base: string;
      readonly label: string;
      /** Of the tables as they were sent. */
      readonly sha256: string;
      readonly rules: PreparedRules;
      readonly findings: TableFinding[];
    };

export type DeskOutcome<R extends DeskRequest> = R extends DraftRequest ? PreparedDraft : CheckOutcome;
export type DeskReply<R extends DeskRequest = DeskRequest> = {
  readonly number: number;
  readonly outcome: DeskOutcome<R>;
};
