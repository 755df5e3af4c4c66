import type { Context } from 'hono';
import type { HttpSettings } from '../../platform/deps.ts';

/**
 * The address that people reach the product by, empty when none is configured: what a request calls its host is written
 * by whoever asks, and a page or a cache must not spread it.
 */
export const originOf = (http: HttpSettings | undefined): string =>
  http?.publicUrl?.replace(/\/+$/, '') ?? '';

/** The same for the paper of the reader who asks, and nobody else: without a configured address the one that was used. */
export const originOnPaper = (c: Context, http: HttpSettings | undefined): string =>
  originOf(http) || new URL(c.req.url).origin;
