import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
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
  return <SourcesContext value={sources}>{children}</SourcesContext>;
}

/** The anchor of a source in the list of the legal basis; 1-based, as printed. */
export const sourceAnchor = (index: number): string => `sumber-${index + 1}`;

/** Moves to the source without touching the address: the address is the place, not the reading position. */
function jump(event: MouseEvent<HTMLAnchorElement>): void {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (target === null) return;
  event.preventDefault();
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

/** Where a figure stands in the law: its article, leading to the full citation below. */
export function SourceLink({ sourceId }: { sourceId: string | null }) {
  const sources = useContext(SourcesContext);
  const { t } = useReader();
  const index = sources.findIndex((source) => source.sourceId === sourceId);
  const source = sources[index];
  if (source === undefined) return null;
  return (
    <a className="source" href={`#${sourceAnchor(index)}`} onClick={jump}>
      <span className="hidden-visually">{t['figures.source']}: </span>
      <span lang="id">{source.article}</span>
      <span className="source-number"> [{index + 1}]</span>
    </a>
  );
}
