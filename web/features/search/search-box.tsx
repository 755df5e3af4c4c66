import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { FoundPlace } from '../../lib/api.ts';
import { formatPosition } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { foundDetail, foundTitle } from './found-words.ts';
import { useSearch } from './use-search.ts';

/**
 * One field for everything that names a place. With JavaScript it offers results while one types (combobox pattern
 * of WAI-ARIA); without, it is a form whose target reads the text on the server.
 */
export function SearchBox({
  onChoose,
  onArea,
}: {
  onChoose: (place: LngLat) => void;
  /** A kelurahan or kecamatan is no place to answer for: its box, a point in it, its name, and the page about it. */
  onArea: (bbox: BBox, point: LngLat, name: string, page: string) => void;
}) {
  const reader = useReader();
  const { t } = reader;
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // What was chosen is not asked for again.
  const { asked, query } = useSearch(isOpen ? typed : '');
  const found = asked.length >= 2 ? (query.data?.results ?? []) : [];
  const isShown = isOpen && typed.trim().length >= 2;

  const choose = (place: FoundPlace): void => {
    setTyped(foundTitle(place, reader));
    setIsOpen(false);
    setActive(-1);
    field.current?.blur();
    if (AREA_KINDS.has(place.kind) && place.bbox !== null)
      onArea(
        place.bbox,
        place.point,
        place.name,
        place.kind === 'kelurahan' ? `/kelurahan/${encodeURIComponent(place.name)}` : '/kelurahan',
      );
    else onChoose([place.point[0], place.point[1]]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setIsOpen(false);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setIsOpen(true);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    setActive((current) => (found.length === 0 ? -1 : (current + step + found.length) % found.length));
  };
  const onSubmit = (event: SubmitEvent): void => {
    const place = found[Math.max(active, 0)];
    // Nothing found yet: the form goes to the server, which reads coordinates and says what it cannot read.
    if (place === undefined || asked !== typed.trim()) {
      // Without a network it would throw away this page and bring none.
      if (!navigator.onLine) {
        event.preventDefault();
        setIsOpen(true);
      }
      return;
    }
    event.preventDefault();
    if (active >= 0 || isClear(place, found, asked)) {
      choose(place);
      return;
    }
    // Several may be meant: the first is offered, a second Enter takes it.
    setIsOpen(true);
    setActive(0);
  };

  return (
    <search
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setIsOpen(false);
      }}
    >
      <form className="search" action="/lokasi" method="get" onSubmit={onSubmit}>
        <label htmlFor={`${listId}-field`} className="hidden-visually">
          {t['search.label']}
        </label>
        <div className="field search-field">
          <Icon name="search" />
          <input
            ref={field}
            id={`${listId}-field`}
            name="koordinat"
            type="search"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            placeholder={t['search.placeholder']}
            aria-expanded={isShown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 && isShown ? `${listId}-${active}` : undefined}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setIsOpen(true);
              setActive(-1);
            }}
            onFocus={() => setIsOpen(true)}
            onKeyDown={onKeyDown}
          />
          <button type="submit" className="search-submit">
            {t['search.submit']}
          </button>
        </div>
        <div className="search-results" hidden={!isShown}>
          <div
            id={listId}
            role="listbox"
            tabIndex={-1}
            aria-label={t['search.label']}
            // The field keeps the focus, however long the button is held.
            onMouseDown={(event) => event.preventDefault()}
          >
            {found.map((place, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that keeps the focus
              <div
                key={`${place.kind} ${place.id}`}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onClick={() => choose(place)}
              >
                <span className="search-title">{foundTitle(place, reader)}</span>
                <span className="quiet">{foundDetail(place, reader)}</span>
              </div>
            ))}
          </div>
          <SwapOffer
            place={found.length === 0 ? query.data?.hint?.swapOffer : query.data?.coordinate?.swapOffer}
            onChoose={(place) => {
              setIsOpen(false);
              onChoose(place);
            }}
          />
          <SearchState
            hint={query.data?.hint?.detail ?? null}
            isLoading={asked !== typed.trim() || query.data === undefined}
            hasFailed={query.error !== null}
            count={found.length}
            asked={asked}
          />
        </div>
      </form>
    </search>
  );
}

const AREA_KINDS: ReadonlySet<FoundPlace['kind']> = new Set(['kelurahan', 'kecamatan']);

/** The one thing found, or the one whose name was written in full: Enter takes it without asking. */
function isClear(place: FoundPlace, found: readonly FoundPlace[], asked: string): boolean {
  if (found.length === 1 || place.kind === 'coordinate') return true;
  const folded = asked.toLowerCase();
  return (
    found.filter(({ name }) => name.toLowerCase() === folded).length === 1 &&
    place.name.toLowerCase() === folded
  );
}

/** The same numbers the other way round, when they would lie in the city: offered, never taken. */
function SwapOffer({
  place,
  onChoose,
}: {
  place: readonly [number, number] | null | undefined;
  onChoose: (place: LngLat) => void;
}) {
  const { t, language } = useReader();
  if (place == null) return null;
  return (
    <p className="search-state">
      {t['notice.swap'](formatPosition(place, language))}{' '}
      <button type="button" className="button" onClick={() => onChoose(place)}>
        {t['notice.swapAction']}
      </button>
    </p>
  );
}

/** Long enough that a word typed through is answered once. */
const SAID_AFTER_MS = 600;

/** What came of the search: at once on the screen where there is nothing to choose, and said once typing rests. */
function SearchState(state: {
  hint: string | null;
  isLoading: boolean;
  hasFailed: boolean;
  count: number;
  asked: string;
}) {
  const { t } = useReader();
  const outcome = state.hasFailed
    ? navigator.onLine
      ? t['search.failed']
      : t['search.offline'](state.asked)
    : state.isLoading || state.asked.length < 2
      ? null
      : state.count === 0
        ? (state.hint ?? t['search.none'](state.asked))
        : t['search.count'](state.count);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(outcome ?? ''), outcome === null ? 0 : SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <>
      {(state.count === 0 || state.hasFailed) && (
        <p className="search-state" aria-hidden={outcome !== null}>
          {outcome ?? t['search.loading']}
        </p>
      )}
      <p className="hidden-visually" role="status">
        {said}
      </p>
    </>
  );
}
