import type { Citation } from '#domain/zoning/citation';
import { formatDay } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { goBackToFigure, sourceAnchor } from './source-link.tsx';

/** Every source of the answer, numbered as the figures refer to it, with the sentence as stored. */
export function LegalBasis({ sources }: { sources: readonly Citation[] }) {
  const { t, language } = useReader();
  if (sources.length === 0) return <p className="unknown-block">{t['legal.none']}</p>;
  return (
    <ol className="sources">
      {sources.map((source, index) => (
        <li key={source.sourceId} id={sourceAnchor(index)} tabIndex={-1}>
          <p>
            <strong lang="id">{source.article}</strong>
            {', '}
            <span lang="id">
              {source.regulationTitle}
              {source.numberText !== null && ` ${source.numberText}`}
            </span>
          </p>
          {source.quote !== null && <blockquote lang="id">{source.quote}</blockquote>}
          <p className="quiet">
            {t[`legal.status.${source.status}`]}
            {source.validFrom !== null && ` · ${t['legal.validFrom'](formatDay(source.validFrom, language))}`}
            {source.validTo !== null && ` · ${t['legal.validTo'](formatDay(source.validTo, language))}`}
            {source.isDemo && ` · ${t['versions.demo']}`}
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
