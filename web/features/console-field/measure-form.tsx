import { type FormEvent, useId, useState } from 'react';
import { MEASURES, type Measure } from '#domain/field-round/item';
import { MEASURE_WORDS } from '#domain/field-round/words';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import type { Bring } from './bring.ts';
import { measureWords, readMeasure } from './read-measure.ts';
import { texts } from './texts.ts';

/** What a tape or another instrument says: a distance to the line that the rule starts from, a height, an area, floors. */
export function MeasureForm({ round, add }: Bring) {
  const { language } = useReader();
  const t = useTexts(texts);
  const heading = useId();
  const [what, setWhat] = useState<Measure | ''>('');
  const [text, setText] = useState('');
  const [between, setBetween] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const value = what === '' ? null : readMeasure(what, text);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setHasTried(true);
    if (what === '' || value === null) return;
    const label = between.trim() === '' ? null : between.trim();
    if (!(await add(round, { kind: 'measurement', what, value, label }))) return;
    setText('');
    setBetween('');
    setHasTried(false);
  };
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{t.measures}</h2>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <FormField label={t.measureWhat} error={hasTried && what === '' ? t.required : null}>
          {(control) => (
            <select
              {...control}
              value={what}
              onChange={(event) => setWhat(event.target.value as Measure | '')}
            >
              <option value="">{t.choose}</option>
              {MEASURES.map((one) => (
                <option key={one} value={one}>
                  {MEASURE_WORDS[one][language]} ({MEASURE_WORDS[one].unit[language]})
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField
          label={t.measureValue}
          error={hasTried && value === null ? (what === 'floors' ? t.floorsWrong : t.measureWrong) : null}
        >
          {(control) => (
            <input
              {...control}
              value={text}
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </FormField>
        {what !== '' && value !== null && (
          <p className="quiet tabular">{`= ${measureWords(what, value, language)}`}</p>
        )}
        <FormField label={t.measureBetween} help={t.measureBetweenHelp} optional={t.optional}>
          {(control) => (
            <input
              {...control}
              value={between}
              maxLength={200}
              onChange={(event) => setBetween(event.target.value)}
            />
          )}
        </FormField>
        <div className="form-actions">
          <button type="submit" className="button">
            {t.saveMeasure}
          </button>
        </div>
      </form>
    </section>
  );
}
