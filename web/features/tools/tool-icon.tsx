/** A tool's picture beside its name; strokes on a 20 × 20 grid. */
export function ToolIcon({ path }: { path: string }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
