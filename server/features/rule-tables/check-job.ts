import type { Language } from '#domain/language';
import type { Refusal } from '../../platform/http/validate.ts';

/** Tables as a request brought them, on their way to the process that checks them. */
export interface CheckRequest {
  readonly number: number;
  /** The body, not yet read. */
  readonly bytes: Uint8Array;
  /** `<edition>:<code>`; null: not checked. */
  readonly knownKbli: readonly string[] | null;
  readonly language: Language;
}

/** The answer as JSON, or why the body is not taken. */
export type CheckOutcome = { readonly json: string } | { readonly refusal: Refusal };
export type CheckReply = { readonly number: number; readonly outcome: CheckOutcome };
