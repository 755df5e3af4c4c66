import type { Citation } from '#domain/zoning/citation';
import { formatDay } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { useLinks } from './links.ts';
import { goBackToFigure, sourceAnchor } from './source-link.tsx';

/** The article on the page of its regulation; a source id is the layer of its rule set and the article's own name. */
function articleHref({ sourceId, regulationId }: Citation, on: string | null): string {
  const slash = sourceId.indexOf('/');
  const [layer, regulation, article] = [
    sourceId.slice(0, slash),
    regulationId,
    sourceId.slice(slash + 1),
  ].map(encodeURIComponent);
  return `/peraturan/${layer}/${regulation}${on === null ? '' : `?on=${on}`}#${article}`;
}

/** Number of the first source of the same regulation when this is not it; paper prints a title once. */
function sameRegulation(sources: readonly Citation[], index: number): number | undefined {
  const title = sources[index]?.regulationTitle;
  const first = sources.findIndex((source) => source.regulationTitle === title);
  return first < index ? first + 1 : undefined;
}

/** Every source of the answer, numbered as the figures refer to it, with the sentence as stored. */
export function LegalBasis({ sources }: { sources: readonly Citation[] }) {
  const { t, language } = useReader();
  const { on } = useLinks();
  if (sources.length === 0) return <p className="unknown-block">{t['legal.none']}</p>;
  return (
    <ol className="sources">
      {sources.map((source, index) => (
        <li
          key={source.sourceId}
          id={sourceAnchor(index)}
          tabIndex={-1}
          data-same={sameRegulation(sources, index)}
        >
          <p>
            <a href={articleHref(source, on)}>
              <strong lang="id">{source.article}</strong>
            </a>
            <span lang="id" className="source-regulation">
              {', '}
              {source.regulationTitle}
              {source.numberText !== null &&
                !source.regulationTitle.includes(source.numberText) &&
                ` ${source.numberText}`}
            </span>
          </p>
          {source.quote !== null && <blockquote lang="id">{source.quote}</blockquote>}
          <p className="quiet">
            {t[`legal.status.${source.status}`]}
            {source.validFrom !== null && ` · ${t['legal.validFrom'](formatDay(source.validFrom, language))}`}
            {source.validTo !== null && ` · ${t['legal.validTo'](formatDay(source.validTo, language))}`}
            {source.isDemo && <span className="source-demo"> · {t['versions.demo']}</span>}
            {source.url !== null && (
              <>
                {' · '}
                <a href={source.url} rel="noreferrer">
                  {t['legal.text']}
                </a>
              </>
            )}
          </p>
          <p className="source-return">
            {/* biome-ignore lint/a11y/useValidAnchor: a link, so that it leads to the figures without script too */}
            <a href="#angka-title" onClick={goBackToFigure}>
              {t['legal.back']}
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}
