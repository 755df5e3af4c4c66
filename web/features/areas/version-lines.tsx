import type { VersionName } from '#domain/areas/area-summary';
import { groupBy } from '#domain/group-by';
import { formatDay } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';

/** Every version of data behind a page, one line per decree and day. */
export function VersionLines({ versions }: { versions: readonly VersionName[] }) {
  const { t, language } = useReader();
  return (
    <ul className="plain-list versions">
      {[...groupBy(versions, ({ decree, validFrom }) => `${decree} ${validFrom}`)].map(([key, list]) => (
        <li key={key}>
          <span lang="id">{list[0]?.decree}</span>,{' '}
          {t['legal.validFrom'](formatDay(list[0]?.validFrom ?? '', language))}
          {list.some(({ isDemo }) => isDemo) && ` (${t['versions.demo']})`}
          {': '}
          <span className="quiet">
            {list.map(({ layerId, title, versionId }, index) => (
              <span key={layerId}>
                {index > 0 && ', '}
                <span lang="id">{title}</span> <span className="tabular">{versionId.slice(0, 8)}</span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
