import { useEffect, useRef } from 'react';
import { SearchBox } from '../../web/features/search/index.ts';
import { nothing } from './city.ts';

/** The search box after somebody has typed. */
export function TypedSearch({ words }: { words: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = place.current?.querySelector('input');
    if (field == null) return;
    // React follows the field through its own setter; the prototype's one is a reader's typing.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, [words]);
  return (
    <div ref={place} className="gallery-search">
      <SearchBox onChoose={nothing} onArea={nothing} />
    </div>
  );
}
