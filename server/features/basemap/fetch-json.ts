import { hostOfTiles, withoutQuery } from './hosts.ts';

const LONGEST_BYTES = 2_000_000;
const LONGEST_MS = 10_000;

/**
 * Reads JSON from an address that the operator set, or that stands in what was read from there: no redirect, no
 * credentials, bounded in time and size.
 * @param own origin that the operator set
 * @throws Error with a sentence for the log
 */
export async function fetchJson(url: string, own: string | null): Promise<unknown> {
  if (hostOfTiles(url, own) === null)
    throw new Error(`${withoutQuery(url)} is not an address that may be asked`);
  const response = await fetch(url, {
    redirect: 'error',
    credentials: 'omit',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  if (!response.ok || response.body === null)
    throw new Error(`${withoutQuery(url)} answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LONGEST_BYTES) throw new Error(`${withoutQuery(url)} is longer than ${LONGEST_BYTES} bytes`);
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
