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

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem });
