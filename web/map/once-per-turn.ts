/**
 * Runs something once, after all that asks for it in one turn: the effects of a page ask one after another.
 *
 * @param wait when that is; after the turn itself unless said otherwise
 * @returns how to ask, whether something is asked for that has not run yet, and how to end all asking
 */
export function oncePerTurn(
  run: () => void,
  wait: (go: () => void) => void = queueMicrotask,
): { ask(): void; isAsked(): boolean; end(): void } {
  let isAsked = false;
  let isOver = false;
  return {
    ask() {
      if (isAsked) return;
      isAsked = true;
      wait(() => {
        isAsked = false;
        if (!isOver) run();
      });
    },
    isAsked: () => isAsked,
    end() {
      isOver = true;
    },
  };
}
