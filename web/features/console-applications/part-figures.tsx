import { roundLimit } from '#domain/building/printed-limit';
import { overridableNumbers, writeWithUnit } from '#domain/krk/overridable';
import type { Sheet } from '#domain/krk/sheet';
import { formatArea } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { AnswerOfGround } from './application-api.ts';
import { sheetTexts } from './sheet-texts.ts';

/** In the line that stands for a folded part. */
const IN_SHORT = ['kdb', 'klb', 'kdh', 'floors'];

/**
 * Every number of one part: what governs, what it was, from which line, by which article, and who set it otherwise. The largest
 * part is open and so is every one in which somebody changed something; each other says its first numbers in one line.
 */
export function PartFigures({
  answer,
  overrides,
  number,
}: {
  answer: AnswerOfGround;
  overrides: Sheet['overrides'];
  number: number;
}) {
  const { language } = useReader();
  const t = useTexts(sheetTexts);
  const part = answer.parts[number - 1];
  if (part === undefined) return null;
  const articleOf = (sourceId: string | null | undefined): string => {
    const found = answer.sources.find((one) => one.sourceId === sourceId);
    return found === undefined ? '–' : `${found.regulationTitle}, ${found.article}`;
  };
  const figures = new Map(part.figures.map((figure) => [`${number}.${figure.measure}`, figure]));
  const setbacks = new Map(
    part.setbacks.map((setback, index) => [`${number}.${setback.kind}-${index + 1}`, setback]),
  );
  const numbers = overridableNumbers(answer).filter((one) => one.part === number);
  const overrideOf = (field: string) => overrides.find((one) => one.field === field);
  const statusOf = (field: string) => figures.get(field)?.status ?? setbacks.get(field)?.status;
  const saidOf = (field: string) => figures.get(field)?.base?.text ?? setbacks.get(field)?.text ?? null;
  // What the plan says nothing about is told in one line: each of a hundred empty rows hides one that holds.
  const isUnset = ({ field, original }: (typeof numbers)[number]): boolean =>
    original === null &&
    saidOf(field) === null &&
    statusOf(field) === 'notSet' &&
    overrideOf(field) === undefined;
  const rows = numbers.filter((one) => !isUnset(one));
  const unset = numbers.filter(isUnset);
  const largest = answer.parts.reduce((most, one) => ((one.areaM2 ?? 0) > (most.areaM2 ?? 0) ? one : most));
  const inShort = part.figures.flatMap(({ measure, governing }) => {
    const field = `${number}.${measure}`;
    const value = overrideOf(field)?.value ?? governing?.value;
    const unit = numbers.find((one) => one.field === field)?.unit;
    if (value === undefined || unit === undefined || !IN_SHORT.includes(measure)) return [];
    return [
      `${measure === 'floors' ? '' : `${measure.toUpperCase()} `}${writeWithUnit(value, unit, language)}`,
    ];
  });
  return (
    <details
      className="quiet-details part-figures"
      open={part === largest || rows.some(({ field }) => overrideOf(field) !== undefined)}
    >
      <summary>
        {t.figures(number, part.zone.code)}
        {part.isSliver && ` (${t.sliver})`}
        <span className="quiet"> {inShort.join(', ')}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by the keyboard */}
      <section className="data-table-frame" aria-label={t.figures(number, part.zone.code)} tabIndex={0}>
        <table className="data-table answer-figures">
          <thead>
            <tr>
              <th scope="col">{t.rule}</th>
              <th scope="col">{t.value}</th>
              <th scope="col">{t.basis}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, words, original, unit }) => {
              const figure = figures.get(field);
              const setback = setbacks.get(field);
              const override = overrideOf(field);
              const said = saidOf(field);
              const more = [
                figure?.computedM2 != null
                  ? t.computed(formatArea(roundLimit(figure.computedM2, figure.operator, 2), language))
                  : null,
                figure !== undefined && figure.caps.length > 0 && figure.base?.value != null
                  ? t.base(writeWithUnit(figure.base.value, unit, language))
                  : null,
                ...(figure?.caps ?? []).map(({ body }) => body),
                setback === undefined || original === null
                  ? null
                  : setback.referenceLine === null
                    ? t.lineUnsaid
                    : t.from(setback.referenceLine),
                setback?.roadClass == null ? null : t.roadClass(setback.roadClass),
              ].filter((one) => one !== null);
              return (
                <tr key={field}>
                  <th scope="row">{words[language]}</th>
                  <td>
                    {override === undefined ? (
                      <strong>
                        {original === null ? (said ?? t.unknown) : writeWithUnit(original, unit, language)}
                      </strong>
                    ) : (
                      <>
                        <del>{original === null ? '–' : writeWithUnit(original, unit, language)}</del>{' '}
                        <strong>{t.overridden(writeWithUnit(override.value, unit, language))}</strong>
                        <br />
                        <span className="quiet">{override.reason}</span>
                      </>
                    )}
                    {more.length > 0 && <p className="quiet">{more.join('; ')}</p>}
                  </td>
                  <td>
                    {articleOf(figure?.governing?.sourceId ?? figure?.base?.sourceId ?? setback?.sourceId)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {unset.length > 0 && (
        <p className="quiet">
          {t.notSetHere}: {unset.map(({ words }) => words[language]).join('; ')}.
        </p>
      )}
    </details>
  );
}
