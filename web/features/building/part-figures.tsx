import type { BuildingPart } from '#domain/building/building';
import type { Figure, Measure } from '#domain/zoning/figure';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { overlayWords, themeTitle } from '../lookup/index.ts';
import {
  envelopeSentence,
  isShapeCertain,
  limitArea,
  limitMetres,
  roundArea,
  wordsOf,
} from './building-words.ts';
import { Source } from './sources.tsx';

/** Everything computed for one part: shares, the most of each kind in plain words, and the volume. Never averaged. */
export function PartFigures({ part, isOnly }: { part: BuildingPart; isOnly: boolean }) {
  const { t: words, language } = useReader();
  const t = wordsOf(language);
  const { zone, areaM2, sharePct, envelope } = part;
  const base = roundArea(areaM2, language);
  const name = zone.subzoneName ?? zone.zoneName;
  return (
    <section className="building-part" aria-label={t.part(zone.code) + overlayWords(part, words)}>
      <h2>
        {t.part(zone.code)}
        {name !== null && <span lang="id"> {name}</span>}
        {overlayWords(part, words)}
      </h2>
      {!isOnly && sharePct !== null && (
        <p className="quiet">{t.share(base, formatPercent(Math.round(sharePct * 10) / 10, language))}</p>
      )}
      {part.isSliver && <p className="quiet">{t.sliver}</p>}
      {envelope.status === 'prohibited' ? (
        <Notice icon="forbidden" title={t['envelope.prohibited']} />
      ) : (
        <dl className="most">
          <Footprint part={part} base={base} />
          <Area
            figure={find(part, 'klb', 'max')}
            title={t.floorArea}
            words={(area) => t.floorAreaSentence(area, base)}
          />
          <Area
            figure={find(part, 'kdh', 'min')}
            title={t.green}
            words={(area) => t.greenSentence(area, base)}
          />
          <Area
            figure={find(part, 'ktb', 'max')}
            title={t.basement}
            words={(area) => t.basementSentence(area, base)}
            none={t.basementNone}
          />
          <div>
            <dt>{t.height}</dt>
            <dd>
              <Limit
                figure={find(part, 'height_m', 'max')}
                words={(value) => t.heightMax(limitMetres(value, language))}
              />
              <Limit
                figure={find(part, 'floors', 'max')}
                words={(value) => t.floorsMax(formatNumber(value, language))}
              />
              {envelope.aboveSeaM.map(({ value, sourceId }) => (
                <p key={`${value} ${sourceId}`}>
                  {t.aboveSea(formatNumber(value, language))} <Source sourceId={sourceId} />
                </p>
              ))}
            </dd>
          </div>
          <div>
            <dt>{t.envelope}</dt>
            <dd>
              <p>{envelopeSentence(part, language)}</p>
              {envelope.doubts.length > 0 && (
                <ul className="doubts">
                  {envelope.doubts.map((doubt) => (
                    <li key={doubt}>{t[`doubt.${doubt}`]}</li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}

const find = (part: BuildingPart, measure: Measure, operator: 'max' | 'min'): Figure | undefined =>
  part.figures.find((figure) => figure.measure === measure && figure.operator === operator);

function Footprint({ part, base }: { part: BuildingPart; base: string }) {
  const { language } = useReader();
  const t = wordsOf(language);
  const { kdbM2, buildableM2, maxM2, limitedBy } = part.footprint;
  const figure = find(part, 'kdb', 'max');
  const most = (m2: number) => limitArea(m2, 'max', language);
  const sentence =
    maxM2 === 0 || kdbM2 === 0
      ? t.footprintNone
      : maxM2 !== null && limitedBy === 'setbacks'
        ? t.footprintSetbacks(most(maxM2), most(kdbM2 ?? 0))
        : maxM2 !== null
          ? t.footprintSentence(most(maxM2), base)
          : kdbM2 !== null
            ? t.footprintKdbOnly(most(kdbM2), base)
            : null;
  return (
    <div>
      <dt>{t.footprint}</dt>
      <dd>
        <p className="most-value">
          {maxM2 !== null ? most(maxM2) : <Unknown figure={kdbM2 === null ? figure : undefined} />}
        </p>
        {sentence !== null && <p>{sentence}</p>}
        {kdbM2 === null && <Missing figure={figure} />}
        {isShapeCertain(part) && buildableM2 !== null && buildableM2 > 0 && (
          <p className="quiet">{t.buildable(most(buildableM2))}</p>
        )}
        <Caps figure={figure} />
        <Source sourceId={sourceOf(figure)} />
      </dd>
    </div>
  );
}

function Area({
  figure,
  title,
  words,
  none,
}: {
  figure: Figure | undefined;
  title: string;
  words: (area: string) => string;
  none?: string;
}) {
  const { language } = useReader();
  const computed = figure?.status === 'set' ? figure.computedM2 : null;
  const area = limitArea(computed ?? 0, figure?.operator ?? 'max', language);
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <p className="most-value">{computed === null ? <Unknown figure={figure} /> : area}</p>
        {computed === null ? (
          <Missing figure={figure} />
        ) : (
          <p>{computed === 0 && none ? none : words(area)}</p>
        )}
        <Caps figure={figure} />
        <Source sourceId={sourceOf(figure)} />
      </dd>
    </div>
  );
}

/** A limit that is no area; one that cannot be compared with its cap is printed with the doubt beside it. */
function Limit({ figure, words }: { figure: Figure | undefined; words: (value: number) => string }) {
  const { language } = useReader();
  const t = wordsOf(language);
  const value =
    figure?.status === 'set' || figure?.status === 'capNotComparable'
      ? (figure.governing?.value ?? figure.base?.value ?? null)
      : null;
  const bound = figure?.bound ?? null;
  if (value === null)
    return (
      <>
        {bound !== null && (
          <p>
            {words(bound.value)}, {t.boundMax} <Source sourceId={bound.sourceId} />
          </p>
        )}
        <Missing figure={figure} />
      </>
    );
  return (
    <p>
      {words(value)} <Source sourceId={sourceOf(figure)} />
      {figure?.status === 'capNotComparable' && (
        <span className="quiet"> {t['status.capNotComparable']}</span>
      )}
    </p>
  );
}

/** What is known at least of an area that nobody can compute: the outermost limit, never as the value itself. */
function Unknown({ figure }: { figure: Figure | undefined }) {
  const { language } = useReader();
  const t = wordsOf(language);
  const boundM2 = figure?.bound?.computedM2 ?? null;
  if (figure === undefined || boundM2 === null) return <span className="unknown">{t.unknown}</span>;
  const isMax = figure.operator === 'max';
  return (
    <>
      {(isMax ? t.limitMax : t.limitMin)(limitArea(boundM2, figure.operator, language))},{' '}
      <span className="unknown">{isMax ? t.boundMax : t.boundMin}</span>
    </>
  );
}

/** Which overlay limits the figure, and to what, so that the result can be followed. */
function Caps({ figure }: { figure: Figure | undefined }) {
  const { t: words, language } = useReader();
  const t = wordsOf(language);
  if (figure === undefined || figure.caps.length === 0) return null;
  const amount = (value: number) =>
    figure.measure === 'klb' ? `${formatNumber(value, language)} ×` : formatPercent(value, language);
  const base = figure.base?.value ?? null;
  return (
    <p className="quiet">
      {base !== null && `${t.baseValue} ${amount(base)}. `}
      {figure.caps.map((cap) => (
        <span key={`${cap.theme} ${cap.levelCode} ${cap.value}`}>
          {themeTitle({ code: cap.theme, title: cap.theme }, words)}
          {cap.levelCode !== '' && <span lang="id"> ({cap.levelCode})</span>}:{' '}
          {(cap.operator === 'max' ? t.limitMax : t.limitMin)(amount(cap.value))}.{' '}
          {cap.sourceId !== sourceOf(figure) && <Source sourceId={cap.sourceId} />}
        </span>
      ))}
    </p>
  );
}

function Missing({ figure }: { figure: Figure | undefined }) {
  const { language } = useReader();
  const t = wordsOf(language);
  const status = figure?.status ?? 'notSet';
  return (
    <p className="quiet">
      {t[`status.${status}`]} {status === 'text' && <span lang="id">{figure?.base?.text}</span>}
    </p>
  );
}

const sourceOf = (figure: Figure | undefined): string | null | undefined =>
  figure?.governing?.sourceId ?? figure?.bound?.sourceId ?? figure?.base?.sourceId;
