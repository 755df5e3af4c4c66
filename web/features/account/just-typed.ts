/** A password that was typed for one step and is right, for the next step of the same page: it is asked for once. */
const HOLDS_MS = 120_000;

let kept: { readonly password: string; readonly timer: ReturnType<typeof setTimeout> } | undefined;

/** Takes what was kept; it is there no more. */
export function takeJustTyped(): string | undefined {
  const password = kept?.password;
  clearTimeout(kept?.timer);
  kept = undefined;
  return password;
}

/** Keeps it in the memory of this page alone, for two minutes at most. */
export function keepJustTyped(password: string): void {
  takeJustTyped();
  kept = {
    password,
    timer: setTimeout(() => {
      kept = undefined;
    }, HOLDS_MS),
  };
}
