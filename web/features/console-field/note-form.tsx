import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import type { Bring } from './bring.ts';
import { texts } from './texts.ts';

/** What was seen, in words. */
export function NoteForm({ round, add }: Bring) {
  const t = useTexts(texts);
  const heading = useId();
  const [text, setText] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setHasTried(true);
    if (text.trim() === '' || !(await add(round, { kind: 'note', text: text.trim() }))) return;
    setText('');
    setHasTried(false);
  };
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{t.noteTitle}</h2>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <FormField
          label={t.note}
          help={t.noteHelp}
          error={hasTried && text.trim() === '' ? t.required : null}
        >
          {(control) => (
            <textarea
              {...control}
              value={text}
              maxLength={4_000}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </FormField>
        <div className="form-actions">
          <button type="submit" className="button">
            {t.saveNote}
          </button>
        </div>
      </form>
    </section>
  );
}
