import { readFileSync } from 'node:fs';

/** Things to undo, in the reverse order of their making, whatever ends the program. */
export interface OrderlyEnd {
  onEnd(undo: () => void | Promise<void>): void;
  /** Undoes everything once and leaves with this exit code. */
  end(exitCode: number): Promise<never>;
  /** From then on failures are consequences, not news. */
  isEnding(): boolean;
  /** Who knows the reason behind a failure better than the failure itself: a database that went down by itself. */
  explainBy(explain: (error: unknown) => unknown): void;
  explain(error: unknown): unknown;
}

/**
 * Ends in order on Ctrl-C, on a request to stop, when the terminal closes, and when the npm that started this was
 * killed.
 */
export function endInOrder(watchNpm: boolean): OrderlyEnd {
  const undos: (() => void | Promise<void>)[] = [];
  let ending: Promise<never> | undefined;
  let explain = (error: unknown): unknown => error;
  const end = (exitCode: number): Promise<never> => {
    ending ??= (async () => {
      for (const undo of undos.reverse()) await undo();
      process.exit(exitCode);
    })();
    return ending;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  if (watchNpm) onParentGone(() => void end(1));
  return {
    onEnd: (undo) => undos.push(undo),
    end,
    isEnding: () => ending !== undefined,
    explainBy(better) {
      explain = better;
    },
    explain: (error) => explain(error),
  };
}

/** npm runs a script through a shell, so the parent's parent is watched too. */
function onParentGone(act: () => void): void {
  const family = readFamily();
  setInterval(() => {
    if (readFamily() !== family) act();
  }, 1000).unref();
}

function readFamily(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}
