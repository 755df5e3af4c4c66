import type { Answer, Part, ThemeRow } from '#domain/zoning/answer';
import { formatArea, formatNumber, formatPercent } from '../../lib/format.ts';
import { type Reader, useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RowNotes } from './remarks.tsx';
import { SourceLink } from './source-link.tsx';

/** A theme's name in the reader's language; a theme outside the registry keeps its own title. */
export const themeTitle = (row: { code: string; title: string }, t: Reader['t']): string =>
  t['themes.name'](row.code, row.title);

/** The limiting overlays that all of a part lies in, to be said after its zone; nothing at a point. */
export const overlayWords = ({ overlays }: Pick<Part, 'overlays'>, t: Reader['t']): string =>
  overlays
    .map(
      ({ code, levelCode, name }) =>
        ` · ${themeTitle({ code, title: name }, t)}${levelCode === '' ? '' : ` (${levelCode})`}`,
    )
    .join('');

/** Themes before this order are the parts of the answer itself: zone, figures, activities, networks. */
const FIRST_OVERLAY_ORDER = 100;

/** Every theme in exactly one of three lists. “No data” never looks like “not concerned”. */
export function Themes({ themes }: { themes: Answer['themes'] }) {
  const { t } = useReader();
  const overlays = themes.concerned.filter((row) => row.order >= FIRST_OVERLAY_ORDER);
  const answered = themes.concerned.filter((row) => row.order < FIRST_OVERLAY_ORDER);
  return (
    <>
      {overlays.length === 0 ? (
        <p>{t['themes.noneConcerned']}</p>
      ) : (
        <>
          <h3 className="list-title">
            <Icon name="warning" /> {t['themes.concerned']} ({overlays.length})
          </h3>
          <ul className="themes">
            {overlays.map((row) => (
              <ConcernedTheme key={row.code} row={row} />
            ))}
          </ul>
        </>
      )}
      {answered.length > 0 && (
        <p className="quiet answered-above">
          {t['themes.answeredAbove']}: {answered.map((row) => themeTitle(row, t)).join(' · ')}
        </p>
      )}
      {themes.noData.length > 0 && (
        <div className="unknown-list themes-unknown">
          <h3 className="list-title">
            <Icon name="question" /> {t['themes.noData']} ({themes.noData.length})
          </h3>
          <p>{t['themes.noDataHelp']}</p>
          <ul className="plain-list">
            {themes.noData.map((row) => (
              <li key={row.code}>
                {themeTitle(row, t)}
                {row.reason !== null && <span className="quiet"> – {t[`reason.${row.reason}`]}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {themes.notConcerned.length > 0 && (
        <details className="quiet-details">
          <summary>
            <span>
              {t['themes.notConcerned']} ({themes.notConcerned.length})
            </span>
            <Icon name="down" />
          </summary>
          <ul className="plain-list">
            {themes.notConcerned.map((row) => (
              <li key={row.code}>{themeTitle(row, t)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ConcernedTheme({ row }: { row: ThemeRow }) {
  const { t, language } = useReader();
  return (
    <li>
      <p className="theme-name">{themeTitle(row, t)}</p>
      {row.areas.map((area) => (
        <p key={`${area.name} ${area.levelCode}`} className="quiet">
          <span lang="id">{area.name}</span>
          {area.areaM2 !== null && ` · ${formatArea(area.areaM2, language)}`}
          {area.isSliver && ` · ${t['zone.sliver']}`}
          {area.sharePct !== null && ` · ${formatPercent(area.sharePct, language)}`}
        </p>
      ))}
      {row.effects.length === 0 ? (
        <p className="unknown">{t['themes.noEffect']}</p>
      ) : (
        <Effects effects={row.effects} />
      )}
      <RowNotes kind="overlay" code={row.code} />
      <RowNotes kind="effect" code={row.code} />
    </li>
  );
}

/** What an overlay limits, changes or forbids, each in the words of the law. */
export function Effects({ effects }: { effects: ThemeRow['effects'] }) {
  const { t, language } = useReader();
  return (
    <ul className="effects">
      {effects.map((effect) => (
        <li key={`${effect.effect} ${effect.levelCode} ${effect.body}`}>
          <span className={`effect effect-${effect.effect}`}>{t[`themes.effect.${effect.effect}`]}</span>
          {effect.value !== null && (
            <strong>
              {' '}
              {formatNumber(effect.value, language)} {effect.unitAsPrinted ?? ''}
            </strong>
          )}{' '}
          <span lang="id">{effect.body}</span> <SourceLink sourceId={effect.sourceId} />
        </li>
      ))}
    </ul>
  );
}
