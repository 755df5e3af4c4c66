import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { texts } from './texts.ts';
import { useWhere } from './use-where.ts';
import { OutcomeTable, useSummary, ZonesByOutcome } from './where-answer.tsx';
import '../../ui/styles/where.css';

/** Beside “Bolehkah …?”: how much ground of the city has which outcome, and the ways to the map and to the whole list. */
export function WhereSummary({ activity, on }: { activity: string; on: string | null }) {
  const { t } = useReader();
  const own = useTexts(texts);
  const { data, error } = useWhere(activity, on);
  const summary = useSummary(data);
  if (data === undefined) {
    return <p className="quiet">{error === null ? own.loading : own.failed}</p>;
  }
  const words = encodeURIComponent(activity);
  const day = on === null ? '' : `&on=${on}`;
  return (
    <div className="where-section">
      <p>
        <strong>{summary}</strong>
      </p>
      {data.isDemo && <p className="quiet">{t['app.demo']}</p>}
      <OutcomeTable ground={data.city} />
      <p className="actions">
        <a className="button" href={`/?alat=dimana&activity=${words}${day}`}>
          <Icon name="layers" />
          {own.map}
        </a>
        <a className="button" href={`/di-mana?kegiatan=${words}${day}`}>
          <Icon name="page" />
          {own.page}
        </a>
      </p>
      <ZonesByOutcome answer={data} />
    </div>
  );
}
