/** After that long a network that says nothing is taken for none, where something else is at hand. */
const LIMIT_MS = 6_000;
/** It said nothing a moment ago: then it is not waited for as long again. */
const AGAIN_MS = 1_000;
const MEMORY_MS = 30_000;

let silentAt = Number.NEGATIVE_INFINITY;

/**
 * The network's response; what stands in for it when there is no network, or when it says nothing for a while. Where nothing
 * stands in, the network is waited for.
 *
 * @param standIn is asked whether it is for a network that is slow, or for none
 */
export async function withinLimit(
  network: Promise<Response>,
  standIn: (isSlow: boolean) => Promise<Response | null>,
  limitMs = LIMIT_MS,
): Promise<Response> {
  const orInStead = async (error: unknown): Promise<Response> => {
    const own = await standIn(false);
    if (own === null) throw error;
    return own;
  };
  const answered = network.then((response) => {
    silentAt = Number.NEGATIVE_INFINITY;
    return response;
  }, orInStead);
  const wasSilent = Date.now() - silentAt < MEMORY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, wasSilent ? Math.min(AGAIN_MS, limitMs) : limitMs, null);
  });
  const first = await Promise.race([answered, silence]).finally(() => clearTimeout(timer));
  if (first !== null) return first;
  const own = await standIn(true);
  if (own === null) return answered;
  silentAt = Date.now();
  // It may still fail; nobody waits for it any more.
  answered.catch(() => undefined);
  return own;
}
