import type { OverlayShare, ThemeCoverage } from '#domain/areas/area-summary';
import { formatHectares, formatPercent } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { id } from '../../locale/id.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { themeTitle } from '../lookup/index.ts';
import { texts } from './texts.ts';

/** What lies on an area, by theme and level, with its ground. */
export function OverlayList({ overlays, wholeM2 }: { overlays: readonly OverlayShare[]; wholeM2: number }) {
  const { t: words, language } = useReader();
  const t = useTexts(texts);
  if (overlays.length === 0) return <p>{t.noOverlays}</p>;
  return (
    <ul className="overlays">
      {overlays.map(({ theme, levelCode, name, areaM2 }) => (
        <li key={`${theme} ${levelCode}`}>
          <strong>{themeTitle({ code: theme, title: theme }, words)}</strong>{' '}
          {name !== themeTitle({ code: theme, title: theme }, id) && <span lang="id">{name}</span>}{' '}
          <span className="quiet tabular">
            {formatHectares(areaM2, language)} ·{' '}
            {formatPercent(Math.round((1000 * areaM2) / wholeM2) / 10, language)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Themes that do not lie here, apart from those of which nobody knows. */
export function ThemesElsewhere({
  themes,
  overlays,
}: {
  themes: readonly ThemeCoverage[];
  overlays: readonly OverlayShare[];
}) {
  const { t: words } = useReader();
  const t = useTexts(texts);
  const titles = (wanted: (theme: ThemeCoverage) => boolean): string =>
    themes
      .filter(wanted)
      .map(({ theme, title }) => themeTitle({ code: theme, title }, words))
      .join(' · ');
  const lies = (theme: string): boolean => overlays.some((overlay) => overlay.theme === theme);
  const unknown = titles(({ coverage }) => coverage === 'noLayer' || coverage === 'none');
  const partly = titles(({ coverage }) => coverage === 'part');
  const absent = titles(({ theme, coverage }) => coverage === 'whole' && !lies(theme));
  return (
    <>
      {(unknown !== '' || partly !== '') && (
        <div className="unknown-list">
          {unknown !== '' && (
            <>
              <h3 className="list-title">
                <Icon name="question" /> {t.noData}
              </h3>
              <p>{t.noDataHelp}</p>
              <p>{unknown}</p>
            </>
          )}
          {partly !== '' && (
            <p>
              <strong>{t.partData}:</strong> {partly}
            </p>
          )}
        </div>
      )}
      {absent !== '' && (
        <p className="quiet">
          {t.notHere}: {absent}
        </p>
      )}
    </>
  );
}
