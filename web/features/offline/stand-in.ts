/** Told of every answer that the network brought, with the address it was asked at. */
export const heard = new Set<(path: string, answer: unknown) => void>();

/**
 * Stands between the page and the network from now on: a question of the API that no network answers is answered from
 * this device, where it can be. It is put here, after the page is there, and not into web/lib/api.ts, because every byte of that
 * is in the shell; the page kept for the time without a network waits for it.
 */
export function standIn(): void {
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const path = typeof input === 'string' && input.startsWith('/api/v1/') ? input : null;
    if (path === null) return ask(input, init);
    try {
      const response = await ask(input, init);
      if (response.ok && heard.size > 0) void tell(path, response.clone());
      return response;
    } catch (error) {
      if (init?.signal?.aborted) throw error;
      const wasCutOff = !navigator.onLine;
      const { answerOffline } = await import('../../offline/answer-offline.ts');
      const kept = await answerOffline(path).catch(() => null);
      // Connected while the device looked: nobody else would ask the server again.
      if (wasCutOff && navigator.onLine) return ask(input, init).catch(() => answerOf(kept, error));
      return answerOf(kept, error);
    }
  };
}

function answerOf(kept: object | null, failure: unknown): Response {
  if (kept === null) throw failure;
  return Response.json(kept);
}

async function tell(path: string, response: Response): Promise<void> {
  const answer: unknown = await response.json().catch(() => null);
  if (answer !== null) for (const hear of heard) hear(path, answer);
}
