/**
 * Success or a named failure. The core never throws for bad input: it returns one of these.
 *
 * @example
 * const r: Result<number, 'empty'> = ok(3);
 * if (r.ok) r.value satisfies number;
 */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

/** The use case came to its end; `value` is what it gives. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
/** It did not, for a reason that the caller can handle; anything else is thrown. */
export const fail = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem });
