/** A field in a map colour. The colour is an SVG attribute: the content policy allows no style attribute. */
export function Swatch({ color }: { color: string | null }) {
  return (
    <svg
      className={color === null ? 'swatch swatch-none' : 'swatch'}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0.5" y="0.5" width="15" height="15" rx="3" fill={color ?? 'none'} />
    </svg>
  );
}
