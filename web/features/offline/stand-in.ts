import { NETWORK_ANSWERED } from '../../lib/query.ts';

/**
 * After that long a network that says nothing is taken for none, where this device has an answer; sooner where not even the
 * page came from it.
 */
export const LIMIT_MS = { page: 6_000, emptyPage: 1_500 };
/** An answer of the network that came late waits that long for who asks again. */
const KEPT_MS = 60_000;
/** What a device can answer. */
const ANSWERABLE = /^\/api\/v1\/(?:lookup|legend|search)\?|^\/api\/v1\/legend$/;

/** Told of every answer that the network brought, with the address it was asked at. */
type Hear = (path: string, answer: unknown) => void;

/**
 * Stands between the page and the network from now on: a question that no network answers, or none in time, is answered from
 * this device, where it can be; the answer says so. It is put here, after the page is there, and not into web/lib/api.ts,
 * because every byte of that is in the shell; the page kept for the time without a network waits for it.
 */
export function standIn(hear: Hear, wait: number): void {
  const ask = window.fetch.bind(window);
  const late = new Map<string, Response>();
  // What else came from this device is asked for again as soon as anything comes from the network.
  let isStandingIn = false;
  const give = (kept: object): Response => {
    isStandingIn = true;
    return Response.json(kept);
  };
  window.fetch = async (input, init) => {
    const path = typeof input === 'string' && ANSWERABLE.test(input) ? input : null;
    if (path === null) return ask(input, init);
    const arrived = late.get(path);
    if (arrived !== undefined) {
      late.delete(path);
      return arrived;
    }
    const { signal } = init ?? {};
    const asking = new AbortController();
    const giveUp = (): void => asking.abort(signal?.reason);
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted) giveUp();
    const network = whole(ask(path, { ...init, signal: asking.signal })).then((response) => {
      if (response.ok) void tell(path, response.clone(), hear);
      return response;
    });
    const wasCutOff = !navigator.onLine;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<'slow'>((resolve) => {
      timer = setTimeout(resolve, wait, 'slow');
    });
    try {
      const first = await Promise.race([network, limit]);
      if (first !== 'slow') {
        if (isStandingIn) setTimeout(() => window.dispatchEvent(new Event(NETWORK_ANSWERED)));
        isStandingIn = false;
        return first;
      }
      const kept = await fromDevice(path, true);
      if (kept === null) return await network;
      // From here on the network is asked for its own sake: who asked has something to show.
      signal?.removeEventListener('abort', giveUp);
      network.then(
        (response) => {
          late.set(path, response);
          setTimeout(() => late.delete(path), KEPT_MS);
          isStandingIn = false;
          window.dispatchEvent(new Event(NETWORK_ANSWERED));
        },
        () => undefined,
      );
      return give(kept);
    } catch (error) {
      if (signal?.aborted) throw error;
      const kept = await fromDevice(path, false);
      const answer = (): Response => {
        if (kept === null) throw error;
        return give(kept);
      };
      // Connected while the device looked: nobody else would ask the server again.
      return wasCutOff && navigator.onLine ? ask(path, init).catch(answer) : answer();
    } finally {
      clearTimeout(timer);
    }
  };
}

/** A response that is all here: one that stops half way is none. */
async function whole(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  return new Response(await response.arrayBuffer(), response);
}

async function fromDevice(path: string, isSlow: boolean): Promise<object | null> {
  const { answerOffline } = await import('../../offline/answer-offline.ts');
  return answerOffline(path, new Date(), isSlow).catch(() => null);
}

async function tell(path: string, response: Response, hear: Hear): Promise<void> {
  const answer: unknown = await response.json().catch(() => null);
  if (answer !== null) hear(path, answer);
}
