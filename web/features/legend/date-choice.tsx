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
  const shown = on ?? today;
  // What is typed holds for as long as the page shows the day that it was typed beside.
  const [typed, setTyped] = useState({ beside: shown, day: shown });
  const day = typed.beside === shown ? typed.day : shown;
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
          onChange={(event) => setTyped({ beside: shown, day: event.target.value })}
          required
        />
        <button type="submit" className="button">
          {t.apply}
        </button>
        <button
          type="button"
          className="button"
          // Neither disabled nor gone: the keyboard would lose its place in the card with the press.
          aria-disabled={on === null}
          onClick={() => {
            setTyped({ beside: today, day: today });
            if (on !== null) onChange(null);
          }}
        >
          {t.today}
        </button>
      </div>
    </form>
  );
}
