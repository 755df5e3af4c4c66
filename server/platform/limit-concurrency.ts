import { fail, ok, type Result } from '#domain/result';

/**
 * Lets at most `running` tasks run at once and `waiting` more wait; one more is turned away at once, so that a rush
 * of expensive requests ends in quick refusals and not in a pile.
 *
 * @returns a function that runs a task, or the failure `busy`
 */
export function limitConcurrency({ running, waiting }: { running: number; waiting: number }) {
  let active = 0;
  const queue: (() => void)[] = [];
  return async <T>(task: () => Promise<T>): Promise<Result<T, 'busy'>> => {
    if (active >= running) {
      if (queue.length >= waiting) return fail('busy');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else active += 1;
    try {
      return ok(await task());
    } finally {
      const next = queue.shift();
      if (next) next();
      else active -= 1;
    }
  };
}

/** Lets at most `running` tasks of one name run at once; one more is turned away, and those of other names are not. */
export function limitEach(running: number) {
  const active = new Map<string, number>();
  return async <T>(name: string, task: () => Promise<T>): Promise<Result<T, 'busy'>> => {
    const before = active.get(name) ?? 0;
    if (before >= running) return fail('busy');
    active.set(name, before + 1);
    try {
      return ok(await task());
    } finally {
      const left = (active.get(name) ?? 1) - 1;
      if (left === 0) active.delete(name);
      else active.set(name, left);
    }
  };
}
