import type { Part } from '#domain/zoning/answer';
import type { Measure } from '#domain/zoning/figure';
import { formatNumber } from '../../lib/format.ts';
import { type Reader, useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { measureWords } from './figure-words.ts';
import { zoneName } from './zone-words.ts';

const EXAMPLES = 3;

/** The number that governs a measure as an upper bound; null where none does. */
export const ceiling = (part: Part, measure: Measure): number | null =>
  part.figures.find((figure) => figure.measure === measure && figure.operator === 'max')?.governing?.value ??
  null;

/** True when an overlay forbids all building on this part: then no figure can be used. */
export const isProhibited = (part: Part): boolean => part.warnings.includes('prohibited');

/** Road ground, and ground of which no percent may be built on: no sentence may call it usable. */
export const isNotForBuilding = (part: Part): boolean =>
  part.zone.zoneCode === 'BJ' || ceiling(part, 'kdb') === 0;

const permitted = (part: Part): Part['itbx'][number]['activities'] =>
  part.itbx.find((group) => group.itbx === 'I')?.activities ?? [];

/** The limits in a sentence, which says “may” only where some activity is permitted without a condition. */
export const buildSentence = (part: Part, limits: readonly string[], { t }: Reader): string => {
  const words = limits.join(', ');
  return permitted(part).length > 0 ? t['plain.build'](words) : t['plain.buildIf'] + words;
};

/** What may be built here in one sentence, from the governing figures alone; nothing where no figure governs. */
export function PlainSentence({ part }: { part: Part }) {
  const reader = useReader();
  const { t, language } = reader;
  if (isProhibited(part)) {
    return (
      <p className="plain-sentence forbidden">
        <Icon name="forbidden" /> <strong>{t['plain.prohibited']}</strong>
      </p>
    );
  }
  if (isNotForBuilding(part)) {
    return (
      <p className="plain-sentence">
        <strong>{t['plain.notForBuilding'](zoneName(part.zone))}</strong>
      </p>
    );
  }
  const floors = ceiling(part, 'floors');
  const kdb = ceiling(part, 'kdb');
  const words = [
    ...(floors === null ? [] : [t['plain.floors'](formatNumber(floors, language))]),
    ...(kdb === null ? [] : [t['plain.kdb'](measureWords('kdb', kdb, reader))]),
  ];
  const examples = permitted(part).slice(0, EXAMPLES);
  const isNeverFree = part.itbx.length > 0 && examples.length === 0;
  if (words.length === 0 && examples.length === 0 && !isNeverFree) {
    return part.zone.category === null ? null : <p>{t[`zone.${part.zone.category}`]}</p>;
  }
  return (
    <p className="plain-sentence">
      {words.length > 0 && buildSentence(part, words, reader)} {isNeverFree && t['plain.neverFree']}
      {examples.length > 0 && (
        <>
          {t['plain.examples']} <span lang="id">{examples.map(({ name }) => name).join(', ')}</span>.
        </>
      )}
    </p>
  );
}

const KEY_MEASURES = ['floors', 'kdb', 'kdh'] as const;

/** The three numbers that people ask for first; each stands in full with its source below. */
export function KeyFigures({ part }: { part: Part }) {
  const reader = useReader();
  const { t } = reader;
  if (isProhibited(part) || isNotForBuilding(part)) return null;
  const shown = KEY_MEASURES.flatMap((measure) => {
    const figure = part.figures.find((one) => one.measure === measure && one.governing !== null);
    return figure?.governing == null ? [] : [{ measure, value: figure.governing.value }];
  });
  if (shown.length === 0) return null;
  return (
    <dl className="key-figures">
      {shown.map(({ measure, value }) => (
        <div key={measure}>
          <dt>{t[`key.${measure}`]}</dt>
          <dd>{measureWords(measure, value, reader)}</dd>
        </div>
      ))}
    </dl>
  );
}
