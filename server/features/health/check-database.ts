/** How long an answer of the database may take before it counts as down, and how long one answer holds. */
const limitMs = 500;
const validForMs = 1000;

/**
 * Asks the database whether it answers, at most once a second however often it is called: a health check must not
 * add load to a database in trouble.
 * @param ping one cheap query
 * @returns whether it answered within half a second; never rejects
 */
export function createDatabaseCheck(
  ping: () => Promise<void>,
  nowMs: () => number = () => performance.now(),
) {
  let current: Promise<boolean> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  return (): Promise<boolean> => {
    if (current === undefined || nowMs() - askedAt > validForMs) {
      askedAt = nowMs();
      current = answersInTime(ping());
    }
    return current;
  };
}

async function answersInTime(answer: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const asked = answer.then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
