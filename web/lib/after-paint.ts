/**
 * Runs something heavy once the next frame is on the screen: what a finger asked for is seen first.
 *
 * @returns how to call it off
 */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The second is asked for when the first has been handed over: by then it is on its way to the screen.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(run);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
