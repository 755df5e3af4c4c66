import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Given } from '#domain/pack/provenance';
import type { Answer, Part } from '#domain/zoning/answer';
import type { Verdict } from '#domain/zoning/itbx';
import { partKey } from '#domain/zoning/part-key';
import { LatePart } from '../../app/late-part.tsx';
import { fetchAnswer } from '../../lib/api.ts';
import { placeInAddress } from '../../lib/format.ts';
import { later } from '../../lib/later.ts';
import { useQuery } from '../../lib/query.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Conditions } from './activity-list.tsx';
import { textPageHref, useLinks } from './links.ts';
import { WhereNear } from './notices.tsx';
import { SourceLink, useHasSource } from './source-link.tsx';
import { overlayWords, themeTitle } from './themes.tsx';
import { VerdictHeadline } from './verdict-badge.tsx';
import { zoneLine } from './zone-words.ts';

const deviceLine = later(async () => (await import('../offline/index.ts')).DeviceLine);
const whereSummary = later(async () => (await import('../where/index.ts')).whereSummary.load());

/**
 * “Bolehkah …?” in the reader's own words. The server answers, because it knows synonyms, KBLI and overlays; without
 * JavaScript the form loads the text page with the same answer.
 */
export function ActivityQuestion({ answer }: { answer: Answer }) {
  const { t, language } = useReader();
  const { on, asked, ask } = useLinks();
  const inputId = useId();
  const field = useRef<HTMLInputElement>(null);
  // Written into the field that stands there: a new field would lose the keyboard's place.
  useEffect(() => {
    if (field.current !== null) field.current.value = asked ?? '';
  }, [asked]);
  const { point } = answer.place;
  const [lng, lat] = point;
  const fetchAsked = useCallback(
    (signal: AbortSignal) => fetchAnswer([lng, lat], on, language, signal, asked),
    [lng, lat, on, language, asked],
  );
  const key =
    ask === null || asked === null ? null : `asked ${placeInAddress(point)} ${on} ${language} ${asked}`;
  const query = useQuery<Given<Answer>>(key, fetchAsked);
  const answered: Given<Answer> | undefined = ask === null ? answer : query.data;
  const device = answered?.device;
  const verdict = answered?.parts.map((part) => part.verdict).find((one) => one?.activityId != null);
  const listed = asked === null ? undefined : verdict?.activityName;
  return (
    <div className="question">
      <form
        className="place-form"
        action={`${textPageHref(point, null)}#putusan`}
        onSubmit={(event) => {
          if (ask === null) return;
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('activity');
          ask(typeof typed === 'string' ? typed.trim() : '');
        }}
      >
        <label htmlFor={inputId}>{t['itbx.label']}</label>
        <div className="place-form-row">
          <div className="field">
            <Icon name="search" />
            <input
              ref={field}
              id={inputId}
              name="activity"
              type="search"
              autoComplete="off"
              required
              maxLength={200}
              placeholder={t['itbx.help']}
              defaultValue={asked ?? ''}
            />
          </div>
          <button type="submit" className="button">
            {t['itbx.ask']}
          </button>
        </div>
        {on !== null && <input type="hidden" name="on" value={on} />}
      </form>
      {/* The text page comes anew with its answer: its address leads the keyboard and the reader here. */}
      <div role="status" id="putusan" tabIndex={-1}>
        {asked !== null && device !== undefined && (
          <LatePart later={deviceLine}>{(DeviceLine) => <DeviceLine from={device} />}</LatePart>
        )}
        {asked !== null && answered !== undefined && (
          <ul className="found-activities">
            {answered.parts.map((part) => (
              <PartVerdict
                key={partKey(part)}
                part={part}
                answered={answered}
                asked={asked}
                point={[lng, lat]}
              />
            ))}
          </ul>
        )}
        {key !== null && query.isFetching && answered === undefined && (
          <p className="quiet">{t['answer.loading']}</p>
        )}
        {key !== null && query.error !== null && answered === undefined && (
          <p className="unknown-block">{t['answer.failed']}</p>
        )}
      </div>
      {listed !== undefined && <Where key={listed} activity={listed} on={on} />}
    </div>
  );
}

function PartVerdict({
  part,
  answered,
  asked,
  point,
}: {
  part: Part;
  answered: Answer;
  asked: string;
  point: LngLat;
}) {
  const { t } = useReader();
  const { verdict } = part;
  const isOne = answered.parts.length === 1;
  if (verdict === null) return null;
  return (
    <li>
      {!isOne && (
        <p className="part-name">
          <span lang="id">{zoneLine(part.zone)}</span>
          {overlayWords(part, t)}
        </p>
      )}
      {verdict.activityId === null ? (
        <p>{verdict.reason === 'notInMatrix' ? t['itbx.noMatch'](asked) : t['itbx.none']}</p>
      ) : (
        <>
          <VerdictWords verdict={verdict} nib={answered.parcels[0]?.nib} />
          <p className="quiet">
            {isOne && (
              <>
                <span lang="id">{zoneLine(part.zone)}</span> ·{' '}
              </>
            )}
            <VerdictSource sourceId={verdict.sourceId} sources={answered.sources} />
          </p>
        </>
      )}
      {part.otherVerdicts.length > 0 && <OtherVerdicts verdicts={part.otherVerdicts} point={point} />}
    </li>
  );
}

/** Where the verdict stands in the law: what was asked for later is not in the list of the page, and stands as words. */
function VerdictSource({ sourceId, sources }: { sourceId: string | null; sources: Answer['sources'] }) {
  const isListed = useHasSource(sourceId);
  const source = sources.find((one) => one.sourceId === sourceId);
  if (isListed) return <SourceLink sourceId={sourceId} />;
  return <span lang="id">{source?.article}</span>;
}

/** The outcome in a word, then what overlays change, then every condition in full. */
function VerdictWords({ verdict, nib }: { verdict: Verdict; nib: string | undefined }) {
  const { t } = useReader();
  return (
    <>
      <p className="found-name" lang="id">
        {verdict.activityName}
      </p>
      <VerdictHeadline verdict={verdict} />
      {verdict.nearby.map((near) => (
        <p key={`${near.theme} ${near.body}`} className="unknown-block">
          <span>
            <strong>
              {themeTitle({ code: near.theme, title: near.theme }, t)} (<WhereNear near={near} nib={nib} />
              ): {t[`itbx.${near.itbx}`]}.
            </strong>{' '}
            <span className="said-below">
              <span lang="id">{near.body}</span> <SourceLink sourceId={near.sourceId} />
            </span>
          </span>
        </p>
      ))}
      {verdict.governing === 'unknown' && verdict.reason !== null && (
        <p>{t[`itbx.reason.${verdict.reason}`]}</p>
      )}
      <p>{verdict.overriddenBy.length > 0 ? t['itbx.overridden'] : t[`itbx.explain.${verdict.governing}`]}</p>
      <Overrides verdict={verdict} />
      <Conditions codes={verdict.codes} conditions={verdict.conditions} />
      {verdict.kbli.length > 0 && <p className="quiet">KBLI {verdict.kbli.join(', ')}</p>}
    </>
  );
}

function Overrides({ verdict }: { verdict: Verdict }) {
  const { t } = useReader();
  if (verdict.overriddenBy.length === 0) return null;
  return (
    <ul className="conditions">
      {verdict.overriddenBy.map((override) => (
        <li key={`${override.theme} ${override.body}`}>
          <Icon name="warning" />
          <span>
            <strong>
              {themeTitle({ code: override.theme, title: override.theme }, t)}: {t[`itbx.${override.itbx}`]}
              {override.codes.length > 0 && ` (${override.codes.join(', ')})`}.
            </strong>{' '}
            <span lang="id">{override.body}</span> <SourceLink sourceId={override.sourceId} />
            <Conditions codes={override.codes} conditions={override.conditions} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Other activities that the words could mean: the reader says which one. */
function OtherVerdicts({ verdicts, point }: { verdicts: readonly Verdict[]; point: LngLat }) {
  const { t } = useReader();
  const { on, ask } = useLinks();
  return (
    <details className="quiet-details other-verdicts" open>
      <summary>{t['itbx.others']}</summary>
      <ul className="plain-list">
        {verdicts.map((verdict) => (
          <li key={verdict.activityId}>
            <a
              lang="id"
              href={textPageHref(point, on, verdict.activityName)}
              onClick={(event) => {
                if (ask === null) return;
                event.preventDefault();
                ask(verdict.activityName);
              }}
            >
              {verdict.activityName}
            </a>{' '}
            <VerdictHeadline verdict={verdict} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The question around the activity's name, which is the law's and stays Indonesian. */
function WhereTitle({ activity }: { activity: string }) {
  const { t } = useReader();
  const [before, after] = t['where.title']('\n').split('\n');
  return (
    <>
      {before}
      <span lang="id">{activity}</span>
      {after}
    </>
  );
}

/** Asked for only when it is opened. */
function Where({ activity, on }: { activity: string; on: string | null }) {
  const { t } = useReader();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <a
        className="only-without-script"
        href={`/di-mana?kegiatan=${encodeURIComponent(activity)}${on === null ? '' : `&on=${on}`}`}
      >
        <WhereTitle activity={activity} />
      </a>
      <details
        className="quiet-details only-with-script"
        onToggle={(event) => setIsOpen(event.currentTarget.open)}
      >
        <summary>
          <WhereTitle activity={activity} />
          <Icon name="down" />
        </summary>
        {isOpen && (
          <LatePart later={whereSummary} waiting={<p className="quiet">{t['answer.loading']}</p>}>
            {(Summary) => <Summary activity={activity} on={on} />}
          </LatePart>
        )}
      </details>
    </>
  );
}
