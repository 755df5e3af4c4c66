/** What a script has put into a field; null for what is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, 4_000));
  } catch {
    return null;
  }
}
