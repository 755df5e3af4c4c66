import { createContext, useContext } from 'react';
import type { Building } from '#domain/building/building';
import { articleAnchor } from '#domain/rules/article-anchor';
import { regulationHref } from '../../app/reading-links.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { texts } from './texts.ts';

interface Sources {
  readonly sources: Building['sources'];
  readonly on: string | null;
}
export const SourcesOfBuilding = createContext<Sources>({ sources: [], on: null });

/** The article that a number stands in, on the page of its regulation. */
export function Source({ sourceId }: { sourceId: string | null | undefined }) {
  const { sources, on } = useContext(SourcesOfBuilding);
  const t = useTexts(texts);
  const source = sources.find((one) => one.sourceId === sourceId);
  if (source === undefined) return null;
  const layerId = source.sourceId.slice(0, source.sourceId.indexOf('/'));
  const href = regulationHref(layerId, source.regulationId, on, articleAnchor(source.sourceId));
  return (
    <a className="source" href={href}>
      <span className="hidden-visually">{t.source}: </span>
      <span lang="id">{source.article}</span>
    </a>
  );
}
