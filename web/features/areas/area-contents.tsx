import type { BlockName, PlaceName } from '#domain/areas/area-summary';
import { groupBy } from '#domain/group-by';
import { blockHref } from '../../app/reading-links.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { textPageHref } from '../lookup/index.ts';
import { texts } from './texts.ts';

/** Blocks by SWP, each SWP closed until it is wanted. */
export function AreaBlocks({ blocks, on }: { blocks: readonly BlockName[]; on: string | null }) {
  const t = useTexts(texts);
  return [...groupBy(blocks, ({ kodswp }) => kodswp ?? '')].map(([swp, list]) => (
    <details key={swp} className="quiet-details">
      <summary>
        <span>
          {swp === '' ? t.noSwp : t.swp(swp)} <span className="quiet">{t.blocksOf(list.length)}</span>
        </span>
        <Icon name="down" />
      </summary>
      <ul className="code-links not-printed">
        {list.map(({ code, zoneCodes }) => (
          <li key={code}>
            <a href={blockHref(code, on)}>{code}</a> <span className="quiet">{zoneCodes.join(', ')}</span>
          </li>
        ))}
      </ul>
    </details>
  ));
}

/** Named places by kind; each leads to the answer at its point. */
export function AreaPlaces({ places, on }: { places: readonly PlaceName[]; on: string | null }) {
  const t = useTexts(texts);
  return (
    <>
      <p className="quiet">{t.placesOf(places.length)}</p>
      <div className="not-printed">
        {[...groupBy(places, ({ category }) => category ?? '')].map(([category, list]) => (
          <details key={category} className="quiet-details">
            <summary>
              <span>
                <span lang="id">{category === '' ? t.otherPlaces : category}</span>{' '}
                <span className="quiet">{list.length}</span>
              </span>
              <Icon name="down" />
            </summary>
            <ul className="names" lang="id">
              {list.map(({ name, point }) => (
                <li key={`${name} ${point.join()}`}>
                  <a href={textPageHref(point, on)}>{name}</a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </>
  );
}
