import { useEffect, useId, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Legend } from '#domain/zoning/legend';
import { useAnnounce } from '../../app/announcer.tsx';
import type { CityFacts } from '../../app/page-data.ts';
import { ApiFailure, isOffline } from '../../lib/api.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import type { MapPort } from '../../map/map-port.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLinks } from '../lookup/index.ts';
import { texts } from './texts.ts';
import { usePaintedMap } from './use-painted-map.ts';
import { useActivities, useWhere } from './use-where.ts';
import {
  ConditionTexts,
  KelurahanLine,
  OutcomeTable,
  OverlayRules,
  useSummary,
  ZonesByOutcome,
} from './where-answer.tsx';
import { byName, byShare, type KelurahanRow } from './where-words.ts';
import '../../ui/styles/where.css';

const EXAMPLES = ['bengkel', 'gudang', 'rumah tunggal'];
/** How near a kelurahan is looked at. */
const KELURAHAN_ZOOM = 13.2;
/** Farther away than this the whole city is looked at. */
const CITY_ZOOM = 11.5;

/** What this tool uses of all that the page gives to tools. */
interface WhereToolProps {
  readonly port: MapPort;
  readonly city: CityFacts;
  readonly on: string | null;
  readonly legend: Legend | undefined;
  readonly toggled: readonly string[];
  choose(place: LngLat): void;
  close(): void;
}

/** “Di mana boleh …?” on the map: the activity of the address, painted; a tap asks about it at a place. */
export function WhereTool({ port, city, on, legend, toggled, choose, close }: WhereToolProps) {
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { asked, ask } = useLinks();
  const query = useWhere(asked, on);
  const answer = query.data;
  const summary = useSummary(answer);
  usePaintedMap(port, answer, legend, toggled);
  const isAnswered = answer !== undefined;
  useEffect(() => {
    // From afar the question is about the city: all of it, in the part that the sheet leaves free.
    if (isAnswered && port.kind === 'drawn' && port.view().zoom < CITY_ZOOM) port.fitTo(city.bbox);
  }, [port, isAnswered, city.bbox]);
  useEffect(
    () =>
      port.takeTaps((place) => {
        choose(place);
        close();
      }),
    [port, choose, close],
  );
  const mixed = answer?.zones.filter((row) => row.isMixed).map((row) => row.zone.code);
  const name = answer?.activity.name;
  useEffect(() => {
    if (name !== undefined && summary !== null) announce(t.ready(name, summary));
  }, [announce, t, name, summary]);
  const isUnknown = query.error instanceof ApiFailure && query.error.kind === 'problem';
  return (
    <div className="where">
      <ActivityField key={asked} asked={asked} on={on} onAsk={(words) => ask?.(words)} />
      {asked === null && (
        <>
          <p>{t.empty}</p>
          <p className="quiet">{t.examples}:</p>
          <ul className="where-choices">
            {EXAMPLES.map((example) => (
              <li key={example}>
                <button type="button" className="button" lang="id" onClick={() => ask?.(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {asked !== null && answer === undefined && query.isFetching && <p className="quiet">{t.loading}</p>}
      {asked !== null && answer === undefined && query.error !== null && !query.isFetching && (
        <div role="alert" className="unknown-block">
          <p>{isUnknown ? t.unknownActivity(asked) : isOffline(query.error) ? t.offline : t.failed}</p>
          {!isUnknown && (
            <button type="button" className="button" onClick={query.refetch}>
              {t.retry}
            </button>
          )}
        </div>
      )}
      {answer !== undefined && asked !== null && (
        <>
          <h2 lang="id">{answer.activity.name}</h2>
          {summary !== null && (
            <p>
              <strong>{summary}</strong>
            </p>
          )}
          {answer.alternatives.length > 0 && (
            <details className="quiet-details">
              <summary>
                {t.others}
                <Icon name="down" />
              </summary>
              <ul className="where-choices">
                {answer.alternatives.map((other) => (
                  <li key={other.activityId}>
                    <button type="button" className="button" lang="id" onClick={() => ask?.(other.name)}>
                      {other.name}
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <OutcomeTable ground={answer.city} />
          {port.kind === 'drawn' && (
            <p className="quiet">
              {t.onPaint} {answer.overlays.some((overlay) => overlay.itbx !== 'X') && t.painted}{' '}
              {mixed !== undefined && mixed.length > 0 && t.mixed(mixed.join(', '))}
            </p>
          )}
          <p>
            <a className="button" href={wherePageHref(asked, on)}>
              <Icon name="page" />
              {t.page}
            </a>
          </p>
          <Kelurahan
            rows={answer.kelurahan}
            onShow={(row) => port.show({ centre: row.point, zoom: KELURAHAN_ZOOM })}
          />
          <h2>{t.overlays}</h2>
          <OverlayRules answer={answer} />
          <h2>{t.perZone}</h2>
          <ZonesByOutcome answer={answer} />
          <h2>{t.conditions}</h2>
          <ConditionTexts answer={answer} />
        </>
      )}
    </div>
  );
}

/** The complete page of text for an activity. */
const wherePageHref = (activity: string, on: string | null): string =>
  `/di-mana?kegiatan=${encodeURIComponent(activity)}${on === null ? '' : `&on=${on}`}`;

function ActivityField({
  asked,
  on,
  onAsk,
}: {
  asked: string | null;
  on: string | null;
  onAsk: (words: string) => void;
}) {
  const t = useTexts(texts);
  const inputId = useId();
  const listId = useId();
  const [words, setWords] = useState(asked ?? '');
  const suggestions = useActivities(words === asked ? '' : words, on);
  return (
    <form
      className="place-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(words.trim());
      }}
    >
      <label htmlFor={inputId}>{t.label}</label>
      <div className="place-form-row">
        <div className="field">
          <Icon name="search" />
          <input
            id={inputId}
            type="search"
            list={listId}
            autoComplete="off"
            required
            maxLength={200}
            placeholder={t.placeholder}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <button type="submit" className="button-primary">
          {t.ask}
        </button>
      </div>
      <datalist id={listId}>
        {suggestions.map(({ activityId, name, groupName }) => (
          <option key={activityId} value={name}>
            {groupName}
          </option>
        ))}
      </datalist>
    </form>
  );
}

function Kelurahan({ rows, onShow }: { rows: readonly KelurahanRow[]; onShow: (row: KelurahanRow) => void }) {
  const t = useTexts(texts);
  const [sort, setSort] = useState<'share' | 'name'>('share');
  if (rows.length === 0) return null;
  const sorted = (sort === 'share' ? byShare : byName)(rows);
  return (
    <>
      <h2>{t.perKelurahan}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons that belong together, not fields of a form */}
      <div className="where-sort" role="group" aria-label={t.sort}>
        {(['share', 'name'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={sort === one}
            onClick={() => setSort(one)}
          >
            {one === 'share' ? t.sortShare : t.sortName}
          </button>
        ))}
      </div>
      <ul className="where-kelurahan">
        {sorted.map((row) => (
          <li key={row.name}>
            <KelurahanLine row={row}>
              <button type="button" aria-label={t.toMap(row.name)} onClick={() => onShow(row)}>
                {row.name}
              </button>
            </KelurahanLine>
          </li>
        ))}
      </ul>
    </>
  );
}
