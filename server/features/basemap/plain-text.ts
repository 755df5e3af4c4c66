const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  copy: '©',
  nbsp: ' ',
};
const LONGEST = 200;

/**
 * The words of an attribution, without its markup. What comes out is shown as text, never as HTML: a "<" in it stays a
 * character.
 */
export function plainText(markup: unknown): string {
  if (typeof markup !== 'string') return '';
  return markup
    .slice(0, 5000)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(<\/\1[^>]*>|$)/gi, ' ')
    .replace(/<[^>]*(>|$)/g, ' ')
    .replace(/&(#\d{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = Number(name.slice(1));
      return code >= 32 && code < 0x10ffff ? String.fromCodePoint(code) : ' ';
    })
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
