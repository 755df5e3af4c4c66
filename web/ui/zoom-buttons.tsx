import './zoom-buttons.css';

const PLUS = 'M10 4v12M4 10h12';
const MINUS = 'M4 10h12';

/** The two buttons of a small map, for whoever has one finger or none. */
export function ZoomButtons({
  bigger,
  smaller,
  onZoom,
}: {
  /** What each is called. */
  bigger: string;
  smaller: string;
  /** @param by levels, nearer above zero */
  onZoom: (by: 1 | -1) => void;
}) {
  return (
    <div className="zoom-buttons">
      <ZoomButton label={bigger} path={PLUS} onPress={() => onZoom(1)} />
      <ZoomButton label={smaller} path={MINUS} onPress={() => onZoom(-1)} />
    </div>
  );
}

/** Each of the two sets of icons would bring the whole of itself along. */
const ZoomButton = ({ label, path, onPress }: { label: string; path: string; onPress: () => void }) => (
  <button type="button" aria-label={label} title={label} onClick={onPress}>
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  </button>
);
