import type { AreaName } from '#domain/areas/area-summary';
import { groupBy } from '#domain/group-by';
import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { kelurahanHref } from '../../app/reading-links.ts';
import { formatHectares } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { texts } from './texts.ts';

/** Every kelurahan by kecamatan. */
export function KelurahanList({ data, areas }: { data: ReadingData; areas: readonly AreaName[] }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <ReadingFrame data={data} section="kelurahan" hasDate>
      <h1>{t.listTitle}</h1>
      {areas.length === 0 ? (
        <p className="unknown-block">{t.listNone}</p>
      ) : (
        <p className="lead">{t.listLead(areas.length, data.city.name)}</p>
      )}
      <div className="columns">
        {[...groupBy(areas, ({ kecamatan }) => kecamatan ?? '')].map(([kecamatan, list]) => (
          <section key={kecamatan} aria-label={t.inKecamatan(kecamatan)}>
            <h2>{kecamatan === '' ? '–' : t.inKecamatan(kecamatan)}</h2>
            <ul className="names">
              {list.map((area) => (
                <li key={area.slug}>
                  <a lang="id" href={kelurahanHref(area.slug, data.on)}>
                    {area.name}
                  </a>{' '}
                  <span className="quiet tabular">{formatHectares(area.areaM2, language)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </ReadingFrame>
  );
}
