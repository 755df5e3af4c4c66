let tellDone: () => void = () => undefined;
const done = new Promise<void>((resolve) => {
  tellDone = resolve;
});

/** What the page is for stands there: now comes what makes the next visit quicker, and the rest. */
export const firstThingsAreDone = (): void => tellDone();

/** Waits until the first things are done, and no longer than a reader would. */
export const afterFirstThings = (limitMs: number): Promise<void> =>
  Promise.race([done, new Promise<void>((resolve) => setTimeout(resolve, limitMs))]);
