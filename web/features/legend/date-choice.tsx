import { type SubmitEvent, useId, useState } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { texts } from './texts.ts';

/** Rules as of a day: the whole page answers for that day until it is set back to today. */
export function DateChoice({
  on,
  today,
  onChange,
}: {
  on: string | null;
  today: string;
  onChange: (on: string | null) => void;
}) {
  const t = useTexts(texts);
  const inputId = useId();
  const [day, setDay] = useState(on ?? today);
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    if (day !== '') onChange(day === today ? null : day);
  };
  return (
    <form className="date-choice" onSubmit={apply}>
      <label htmlFor={inputId}>{t.date}</label>
      <div className="date-choice-row">
        <input
          id={inputId}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
          required
        />
        <button type="submit" className="button">
          {t.apply}
        </button>
        {on !== null && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setDay(today);
              onChange(null);
            }}
          >
            {t.today}
          </button>
        )}
      </div>
    </form>
  );
}
