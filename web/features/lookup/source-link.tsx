import { createContext, type MouseEvent, type ReactNode, useContext, useEffect, useId } from 'react';
import type { Citation } from '#domain/zoning/citation';
import { useReader } from '../../locale/reader.tsx';

const SourcesContext = createContext<readonly Citation[]>([]);

export function SourcesProvider({
  sources,
  children,
}: {
  sources: readonly Citation[];
  children: ReactNode;
}) {
  useEffect(() => {
    window.addEventListener('popstate', returnToFigure);
    return () => window.removeEventListener('popstate', returnToFigure);
  }, []);
  return <SourcesContext value={sources}>{children}</SourcesContext>;
}

/** The anchor of a source in the list of the legal basis; 1-based, as printed. */
export const sourceAnchor = (index: number): string => `sumber-${index + 1}`;

/** The fragment of the source that the reader came to from a figure: from there, one step back leads to the figure. */
let leftFor: string | null = null;

/** Remembers in the history where the reader left for the source, so that Back leads to the figure again. */
function leave(event: MouseEvent<HTMLAnchorElement>): void {
  leftFor = event.currentTarget.hash;
  window.history.replaceState({ figure: event.currentTarget.id }, '');
}

/** Back to the figure that led here; the link's own target stands when the reader came by the address. */
export function goBackToFigure(event: MouseEvent): void {
  // Another place was chosen meanwhile: a step back would lead to the one before.
  if (leftFor === null || window.location.hash !== leftFor) return;
  event.preventDefault();
  window.history.back();
}

/** The browser restores the reading position of the page, not that of a part of it that scrolls by itself. */
function returnToFigure(event: PopStateEvent): void {
  const state: unknown = event.state;
  if (typeof state !== 'object' || state === null || !('figure' in state)) return;
  leftFor = null;
  const link = document.getElementById(String(state.figure));
  link?.scrollIntoView({ block: 'center' });
  link?.focus({ preventScroll: true });
}

/** True when the page lists the source, so that a link can lead to it. */
export const useHasSource = (sourceId: string | null): boolean =>
  useContext(SourcesContext).some((source) => source.sourceId === sourceId);

/** Where a figure stands in the law: its article, leading to the full citation below. */
export function SourceLink({
  sourceId,
  of,
}: {
  sourceId: string | null;
  /** What it is the source of, for who hears the links of a page one by one. */
  of?: string;
}) {
  const sources = useContext(SourcesContext);
  const { t } = useReader();
  const linkId = useId();
  const index = sources.findIndex((source) => source.sourceId === sourceId);
  const source = sources[index];
  if (source === undefined) return null;
  return (
    <a id={linkId} className="source" href={`#${sourceAnchor(index)}`} onClick={leave}>
      <span className="hidden-visually">
        {t['figures.source']}
        {of !== undefined && ` ${of}`}:{' '}
      </span>
      <span lang="id">{source.article}</span>
      <span className="source-number"> [{index + 1}]</span>
    </a>
  );
}
