import { overridableNumbers, writeWithUnit } from '#domain/krk/overridable';
import type { Sheet, SheetEntry } from '#domain/krk/sheet';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import type { AnswerOfGround } from './application-api.ts';
import { sheetTexts } from './sheet-texts.ts';

/** Numbers that somebody sets otherwise than the machine: the original stands beside each, and each has its reason. */
export function OverrideFields({
  answer,
  sheet,
  entry,
  hasTried,
  onWrite,
}: {
  answer: AnswerOfGround | undefined;
  sheet: Sheet;
  entry: SheetEntry;
  hasTried: boolean;
  onWrite: (change: Partial<SheetEntry>) => void;
}) {
  const { language } = useReader();
  const t = useTexts(sheetTexts);
  if (answer === undefined) return null;
  const numbers = overridableNumbers(answer);
  const change = (field: string, next: { value?: number; reason?: string }): void =>
    onWrite({
      overrides: entry.overrides.map((one) => (one.field === field ? { ...one, ...next } : one)),
    });
  const free = numbers.filter(({ field }) => !entry.overrides.some((one) => one.field === field));
  return (
    <fieldset className="form-group">
      <legend>{t.overrides}</legend>
      <p className="quiet">{t.overridesHelp}</p>
      {entry.overrides.map(({ field, value, reason }) => {
        const number = numbers.find((one) => one.field === field);
        const saved = sheet.overrides.find((one) => one.field === field);
        const original = saved === undefined ? (number?.original ?? null) : saved.original;
        const unit = number?.unit ?? saved?.unit ?? '';
        const isStale = number === undefined || number.original !== original;
        const name =
          number === undefined ? field : t.ofPart(number.words[language], number.part, number.zone);
        return (
          <fieldset key={field} className="override">
            <legend>{name}</legend>
            <p>{original === null ? t.noOriginal : t.original(writeWithUnit(original, unit, language))}</p>
            {isStale && <p className="form-error">{t.stale}</p>}
            <div className="form-pair">
              <FormField
                label={t.newValue(unit === 'lantai' && language === 'en' ? 'floors' : unit)}
                error={hasTried && !(value >= 0) ? t.needsValue : null}
              >
                {(control) => (
                  <input
                    {...control}
                    type="number"
                    step="any"
                    min={0}
                    value={Number.isNaN(value) ? '' : value}
                    onChange={({ target }) => change(field, { value: target.valueAsNumber })}
                  />
                )}
              </FormField>
              <FormField label={t.reason} error={hasTried && reason.trim() === '' ? t.needsReason : null}>
                {(control) => (
                  <input
                    {...control}
                    maxLength={4_000}
                    value={reason}
                    onChange={({ target }) => change(field, { reason: target.value })}
                  />
                )}
              </FormField>
            </div>
            <p>
              <button
                type="button"
                className="button"
                onClick={() => onWrite({ overrides: entry.overrides.filter((one) => one.field !== field) })}
              >
                {t.remove}
                <span className="hidden-visually"> {name}</span>
              </button>
            </p>
          </fieldset>
        );
      })}
      {free.length > 0 && (
        <FormField label={t.addOverride}>
          {(control) => (
            <select
              {...control}
              value=""
              onChange={({ target }) => {
                if (target.value === '') return;
                const added = { field: target.value, value: Number.NaN, reason: '' };
                onWrite({ overrides: [...entry.overrides, added] });
              }}
            >
              <option value="">{t.whichNumber}</option>
              {free.map(({ field, words, part, zone, original, unit }) => (
                <option key={field} value={field}>
                  {t.ofPart(words[language], part, zone)}
                  {original !== null && `: ${writeWithUnit(original, unit, language)}`}
                </option>
              ))}
            </select>
          )}
        </FormField>
      )}
    </fieldset>
  );
}
