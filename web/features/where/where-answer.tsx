import type { ReactNode } from 'react';
import type { Itbx } from '#domain/zoning/itbx';
import type { CountedGround, WhereAllowed } from '#domain/zoning/where-allowed';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { themeTitle, VerdictBadge, zoneLine } from '../lookup/index.ts';
import { PaintSwatch } from './paint-swatch.tsx';
import { texts } from './texts.ts';
import {
  conditionsNamed,
  hectaresInWords,
  type KelurahanRow,
  possibleM2,
  possiblePct,
  shareInWords,
} from './where-words.ts';

/** The answer in one sentence. */
export function useSummary(answer: WhereAllowed | undefined): string | null {
  const { language } = useReader();
  const t = useTexts(texts);
  if (answer === undefined) return null;
  const { city } = answer;
  if (possibleM2(city) === 0) return t.nowhere;
  return t.summary(shareInWords(possiblePct(city), language), hectaresInWords(possibleM2(city), language));
}

/** How much ground has which outcome: word, icon, bar and two numbers; the legend of the painted map. */
export function OutcomeTable({ ground }: { ground: CountedGround }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <>
      <table className="where-outcomes" aria-label={t.legend}>
        <thead>
          <tr>
            <th scope="col">{t.outcome}</th>
            <th scope="col">{t.share}</th>
            <th scope="col">{t.ha}</th>
          </tr>
        </thead>
        <tbody>
          {ground.outcomes.map(({ itbx, areaM2, sharePct }) => (
            <tr key={itbx}>
              <th scope="row">
                <span className="where-outcome">
                  <PaintSwatch itbx={itbx} />
                  <Outcome itbx={itbx} />
                </span>
              </th>
              <td>{shareInWords(sharePct, language)}</td>
              <td>{hectaresInWords(areaM2, language)}</td>
            </tr>
          ))}
          {ground.noPlanM2 !== null && (
            <tr>
              <th scope="row">
                <span className="where-outcome">
                  <PaintSwatch itbx={null} />
                  {t.noPlan}
                </span>
              </th>
              <td>{shareInWords(ground.noPlanPct, language)}</td>
              <td>{hectaresInWords(ground.noPlanM2, language)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="quiet">{t.unknownMeaning}</p>
      {(ground.overlapM2 ?? 0) > 1 && (
        <p className="quiet">{t.overlap(hectaresInWords(ground.overlapM2 ?? 0, language))}</p>
      )}
      {ground.areaM2 === null && <p className="quiet">{t.noBorders}</p>}
    </>
  );
}

/** Here “unknown” has two reasons: the matrix is silent, or an overlay has no data. */
function Outcome({ itbx }: { itbx: Itbx }) {
  const t = useTexts(texts);
  if (itbx !== 'unknown') return <VerdictBadge itbx={itbx} />;
  return (
    <span className="verdict verdict-unknown">
      <Icon name="question" />
      {t.notCertain}
    </span>
  );
}

/** One bar of all outcomes; the words beside it say the same. */
function OutcomeBar({ ground }: { ground: CountedGround }) {
  let from = 0;
  const pieces = [
    ...ground.outcomes.map(({ itbx, sharePct }) => ({ name: itbx as Itbx | 'none', pct: sharePct ?? 0 })),
    { name: 'none' as const, pct: ground.noPlanPct ?? 0 },
  ];
  return (
    <svg
      className="where-bar"
      viewBox="0 0 100 8"
      width="100"
      height="8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {pieces.map(({ name, pct }) => {
        const x = from;
        from += pct;
        return <rect key={name} className={`where-${name}`} x={x} width={pct} height="8" />;
      })}
    </svg>
  );
}

/** One kelurahan: where it is, how much of it is possible, and every outcome in words. */
export function KelurahanLine({ row, children }: { row: KelurahanRow; children: ReactNode }) {
  const { t, language } = useReader();
  const own = useTexts(texts);
  const present = row.outcomes.filter((outcome) => outcome.areaM2 > 1);
  return (
    <>
      <div className="where-line">
        {children}
        <span className="tabular">
          {own.usable(shareInWords(possiblePct(row), language), hectaresInWords(possibleM2(row), language))}
        </span>
      </div>
      <OutcomeBar ground={row} />
      <p className="quiet">
        {[
          ...present.map(
            ({ itbx, sharePct }) =>
              `${itbx === 'unknown' ? own.notCertain : t[`itbx.${itbx}`]} ${shareInWords(sharePct, language)}`,
          ),
          ...((row.noPlanM2 ?? 0) > 1 ? [`${own.noPlan} ${shareInWords(row.noPlanPct, language)}`] : []),
        ].join(' · ')}
      </p>
    </>
  );
}

const ORDER: readonly Itbx[] = ['I', 'T', 'B', 'unknown', 'X'];

/** Zones by their verdict, each group closed until it is wanted; a zone says how much of it is stricter. */
export function ZonesByOutcome({ answer, isOpen = false }: { answer: WhereAllowed; isOpen?: boolean }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <ul className="outcomes">
      {ORDER.map((itbx) => {
        const rows = answer.zones.filter((row) => row.verdict.governing === itbx);
        if (rows.length === 0) return null;
        return (
          <li key={itbx}>
            <details open={isOpen}>
              <summary>
                <Outcome itbx={itbx} />
                <span className="quiet">{t.zones(rows.length)}</span>
                <Icon name="down" />
              </summary>
              <ul className="where-zones">
                {rows.map((row) => (
                  <ZoneRow key={`${row.layerId} ${row.zone.code}`} row={row} language={language} />
                ))}
              </ul>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

function ZoneRow({ row, language }: { row: WhereAllowed['zones'][number]; language: 'id' | 'en' }) {
  const { t } = useReader();
  const own = useTexts(texts);
  const { verdict, zone, outcomes, areaM2 } = row;
  const stricterPct = outcomes
    .filter((outcome) => outcome.itbx !== verdict.governing)
    .reduce((total, outcome) => total + (outcome.sharePct ?? 0), 0);
  const codes = verdict.codes.filter((code) => code !== 'I' && code !== 'X');
  return (
    <li>
      <span lang="id">{zoneLine(zone)}</span>{' '}
      <span className="quiet">
        {[
          hectaresInWords(areaM2, language),
          ...(codes.length > 0 ? [codes.join(', ')] : []),
          ...(verdict.reason === null ? [] : [t[`itbx.reason.${verdict.reason}`]]),
          ...(stricterPct > 0.05 ? [own.partly(shareInWords(stricterPct, language))] : []),
        ].join(' · ')}
      </span>
    </li>
  );
}

/** Overlays that forbid the activity or add conditions, each with its rule and its source. */
export function OverlayRules({ answer }: { answer: WhereAllowed }) {
  const { t: words } = useReader();
  const t = useTexts(texts);
  const nameOf = (theme: string): string => themeTitle({ code: theme, title: theme }, words);
  return (
    <>
      {answer.openThemes.length > 0 && (
        <p className="unknown-block">
          <Icon name="question" />
          {t.open(answer.openThemes.map(nameOf).join(', '))}
        </p>
      )}
      {answer.overlays.length === 0 ? (
        <p className="quiet">{t.overlaysNone}</p>
      ) : (
        <ul className="where-rules">
          {answer.overlays.map((overlay) => (
            <li key={`${overlay.layerId} ${overlay.levelCode} ${overlay.body}`}>
              <VerdictBadge itbx={overlay.itbx} /> <strong>{nameOf(overlay.theme)}</strong>{' '}
              <span className="quiet">
                {overlay.levelCode === '' ? t.everyLevel : <span lang="id">{overlay.levelCode}</span>}
              </span>
              <p lang="id">{overlay.body}</p>
              <Basis answer={answer} sourceId={overlay.sourceId} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The full text of each condition; they hold together where a zone names several. */
export function ConditionTexts({ answer }: { answer: WhereAllowed }) {
  const t = useTexts(texts);
  const conditions = conditionsNamed(answer);
  if (conditions.length === 0) return <p className="quiet">{t.conditionsNone}</p>;
  return (
    <ul className="conditions">
      {conditions.map(({ code, body, sourceId }) => (
        <li key={`${code} ${sourceId}`}>
          <span className="condition-code">{code}</span>
          <span>
            <span lang="id">{body}</span> <Basis answer={answer} sourceId={sourceId} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Basis({ answer, sourceId }: { answer: WhereAllowed; sourceId: string }) {
  const t = useTexts(texts);
  const source = answer.sources.find((one) => one.sourceId === sourceId);
  if (source === undefined) return null;
  return (
    <span className="quiet" lang="id">
      {t.sourceOf(source.article, source.regulationTitle)}
    </span>
  );
}
