/**
 * Runs something once, after all that asks for it in one turn: the effects of a page ask one after another.
 *
 * @returns how to ask, and how to end all asking
 */
export function oncePerTurn(run: () => void): { ask(): void; end(): void } {
  let isAsked = false;
  let isOver = false;
  return {
    ask() {
      if (isAsked) return;
      isAsked = true;
      queueMicrotask(() => {
        isAsked = false;
        if (!isOver) run();
      });
    },
    end() {
      isOver = true;
    },
  };
}
