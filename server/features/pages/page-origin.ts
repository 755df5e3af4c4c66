import type { Context } from 'hono';
import type { HttpSettings } from '../../platform/deps.ts';

/** The address that people reach the product by: the configured one, else the one that this reader used. */
export const originOf = (c: Context, http: HttpSettings | undefined): string =>
  http?.publicUrl?.replace(/\/+$/, '') ?? new URL(c.req.url).origin;
