import { hostOfTiles } from './hosts.ts';

const LONGEST_BYTES = 2_000_000;
const LONGEST_MS = 10_000;

/**
 * Reads JSON from an address that the operator set, or that stands in what was read from there: no redirect, no
 * credentials, bounded in time and size.
 * @throws Error with a sentence for the log
 */
export async function fetchJson(url: string): Promise<unknown> {
  if (hostOfTiles(url) === null) throw new Error(`${url} is not an https address`);
  const response = await fetch(url, {
    redirect: 'error',
    credentials: 'omit',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LONGEST_BYTES) throw new Error(`${url} is longer than ${LONGEST_BYTES} bytes`);
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
