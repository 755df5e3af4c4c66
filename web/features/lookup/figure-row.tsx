import type { ReactNode } from 'react';
import { roundLimit } from '#domain/building/printed-limit';
import type { Figure } from '#domain/zoning/figure';
import { formatArea } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import {
  capWords,
  classWords,
  figureSentence,
  measureWords,
  ruleWords,
  tornSentence,
} from './figure-words.ts';
import { SourceLink } from './source-link.tsx';
import { TermLink } from './term-link.tsx';

/** Measures with an entry in the glossary. */
const EXPLAINED: ReadonlySet<string> = new Set(['kdb', 'klb', 'kdh', 'ktb']);

/** One measure: the value that governs, what it means, and where it stands. */
export function FigureRow({
  figure,
  areaM2,
  notes,
}: {
  figure: Figure;
  areaM2: number | null;
  /** What is said about this row. */
  notes?: ReactNode;
}) {
  const reader = useReader();
  const { t, language } = reader;
  const { governing, base, measure, bound, computedM2 } = figure;
  const computed =
    computedM2 === null ? null : formatArea(roundLimit(computedM2, figure.operator, 2), language);
  return (
    <li className={`figure figure-${figure.status}`} data-bound={figure.operator}>
      <h3 className="figure-name">
        {EXPLAINED.has(measure) ? (
          <TermLink slug={measure}>{t[`measure.${measure}`]}</TermLink>
        ) : (
          t[`measure.${measure}`]
        )}
      </h3>
      <p className="figure-value">
        {governing === null && figure.status === 'capNotComparable' && base?.value != null ? (
          measureWords(measure, base.value, reader)
        ) : governing === null ? (
          <Missing status={figure.status} />
        ) : (
          measureWords(measure, governing.value, reader)
        )}
      </p>
      <div className="figure-words">
        {governing !== null && (
          <p className="figure-sentence">
            {figureSentence(figure, governing.value, reader)}
            {computed !== null && (
              <>
                {' '}
                {t['figures.computed'](
                  areaM2 === null ? computed : t['figures.ofArea'](computed, formatArea(areaM2, language)),
                )}
              </>
            )}
          </p>
        )}
        {bound !== null && bound.from !== 'base' && (
          <p className="figure-sentence">
            {figureSentence(figure, bound.value, reader)} {t['figures.bound']}
          </p>
        )}
        {base !== null && classWords(base, reader) !== '' && (
          <p className="quiet">{classWords(base, reader)}</p>
        )}
        {figure.status === 'text' && base?.text != null && <p lang="id">{base.text}</p>}
        {figure.status === 'overlayUnknown' && base?.value != null && (
          <p>{t['figures.uncertainHelp'](measureWords(measure, base.value, reader))}</p>
        )}
        {figure.status === 'capNotComparable' && base?.value != null && (
          <p>{tornSentence(figure, base.value, reader)}</p>
        )}
        {measure === 'height_m' && base?.value != null && <p className="quiet">{t['figures.heightFrom']}</p>}
        {figure.status === 'notSet' && <p>{t['figures.notSetHelp']}</p>}
        {figure.status === 'outsideClasses' && <p>{t['figures.outsideClassesHelp']}</p>}
        {figure.status === 'needsParcel' && <p>{t['figures.needsParcelHelp']}</p>}
        {figure.alternatives.length > 0 && <Alternatives figure={figure} />}
        {figure.caps.length > 0 ? (
          <Caps figure={figure} />
        ) : (
          <SourceLink sourceId={governing?.sourceId ?? base?.sourceId ?? null} of={t[`measure.${measure}`]} />
        )}
        {notes}
      </div>
    </li>
  );
}

function Missing({ status }: { status: Figure['status'] }) {
  const { t } = useReader();
  if (status === 'text') return <span className="figure-words-only">{t['figures.inWords']}</span>;
  if (status === 'outsideClasses') return <span className="unknown">{t['figures.outsideClasses']}</span>;
  if (status === 'overlayUnknown') return <span className="unknown">{t['figures.uncertain']}</span>;
  if (status === 'needsParcel') return <span className="unknown">{t['figures.needsParcel']}</span>;
  return <span className="unknown">{t['figures.notSet']}</span>;
}

function Alternatives({ figure }: { figure: Figure }) {
  const reader = useReader();
  return (
    <ul className="alternatives">
      {figure.alternatives.map((rule) => (
        <li key={`${rule.parcelMinM2} ${rule.parcelMaxM2} ${rule.roadClass} ${rule.value} ${rule.text}`}>
          <span>{classWords(rule, reader)}</span>{' '}
          <strong lang={rule.value === null ? 'id' : undefined}>
            {ruleWords(figure.measure, rule, reader)}
          </strong>{' '}
          <SourceLink sourceId={rule.sourceId} />
        </li>
      ))}
    </ul>
  );
}

/** Base value, every cap, and what governs: each with its source, so that the result can be followed. */
function Caps({ figure }: { figure: Figure }) {
  const reader = useReader();
  const { t } = reader;
  const titleOf = (code: string): string => t['themes.name'](code, code);
  const { base, caps, measure } = figure;
  if (base !== null && caps.every((cap) => cap.comparable && cap.value === base.value)) {
    return (
      <>
        <SourceLink sourceId={base.sourceId} of={t[`measure.${measure}`]} />
        {caps.map((cap) => (
          <p key={`${cap.theme} ${cap.levelCode}`} className="quiet">
            {t['figures.capSame'](titleOf(cap.theme), capWords(measure, cap, reader))}{' '}
            <SourceLink sourceId={cap.sourceId} of={t[`measure.${measure}`]} />
          </p>
        ))}
      </>
    );
  }
  return (
    <ol className="caps">
      {figure.base !== null && (
        <li>
          <span className="caps-step">{t['figures.base']}</span>
          <span>
            <strong>{ruleWords(figure.measure, figure.base, reader)}</strong>{' '}
            <SourceLink sourceId={figure.base.sourceId} />
          </span>
        </li>
      )}
      {figure.caps.map((cap) => (
        <li key={`${cap.theme} ${cap.levelCode} ${cap.value}`}>
          <span className="caps-step">
            {t[cap.effect === 'override' ? 'figures.override' : 'figures.cap']}
          </span>
          <span>
            <strong>{capWords(figure.measure, cap, reader)}</strong> {titleOf(cap.theme)}
            {!cap.comparable && ` (${t['figures.notComparable']})`} <SourceLink sourceId={cap.sourceId} />
          </span>
        </li>
      ))}
      {figure.governing !== null && (
        <li className="caps-governing">
          <span className="caps-step">{t['figures.governing']}</span>
          <span>
            <strong>{measureWords(figure.measure, figure.governing.value, reader)}</strong>{' '}
            <SourceLink sourceId={figure.governing.sourceId} />
          </span>
        </li>
      )}
    </ol>
  );
}
