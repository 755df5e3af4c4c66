import { useId } from 'react';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Asks for a place with nothing but HTML: the server reads the text and leads to the answer. */
export function PlaceForm({ typed }: { typed: string }) {
  const { t } = useReader();
  const inputId = useId();
  return (
    <search>
      <form className="place-form" action="/lokasi" method="get">
        <label htmlFor={inputId}>{t['search.label']}</label>
        <div className="place-form-row">
          <div className="field">
            <Icon name="search" />
            <input
              id={inputId}
              name="koordinat"
              type="search"
              autoComplete="off"
              defaultValue={typed}
              placeholder={t['search.placeholder']}
              required
            />
          </div>
          <button type="submit" className="button-primary">
            {t['search.submit']}
          </button>
        </div>
      </form>
    </search>
  );
}
