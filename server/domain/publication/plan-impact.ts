import {
  compareActivities,
  compareFigures,
  type FigureShift,
  type Flip,
  type PlaceUnderRules,
  sizeBoundsOf,
} from './compare-place.ts';
import type { PlanImpact } from './comparison.ts';

/** Ground of one kind before and one kind after, and the parcels that have at least 1 m² of it. */
export interface GroundClass {
  readonly before: PlaceUnderRules;
  readonly after: PlaceUnderRules;
  readonly areaM2: number;
  readonly parcels: readonly { readonly parcelId: string; readonly areaM2: number }[];
}

type Impact = Pick<PlanImpact, 'zoneChange' | 'activities' | 'figures'>;

/** Whether anything is decided otherwise on ground of this kind: only then its parcels are worth looking for. */
export function isDecidedOtherwise(before: PlaceUnderRules, after: PlaceUnderRules, day: string): boolean {
  if (before.place?.code !== after.place?.code) return true;
  if (compareActivities(before, after, day).length > 0) return true;
  const sizes = [null, ...samplesOf(sizeBoundsOf([before, after]))];
  return sizes.some((size) => compareFigures(before, after, day, size).length > 0);
}

/** One size in each class and one on each bound. */
const samplesOf = (bounds: readonly number[]): number[] =>
  bounds
    .flatMap((bound, i) => [bound, (bound + (bounds[i + 1] ?? bound + 2)) / 2])
    .concat((bounds[0] ?? 0) / 2);

/**
 * Adds up what is decided otherwise: per activity and per figure, in ground and in parcels. A parcel on several kinds of
 * ground counts once for each thing that changes on it. Overlays are left out: they change a verdict wherever they lie,
 * before and after alike.
 * @param hasParcels false: no parcels are in force, so that their number is not known
 */
export function composeImpact(classes: readonly GroundClass[], day: string, hasParcels: boolean): Impact {
  const zoneChange = new Extent();
  const flips = new Map<string, { flip: Flip; extent: Extent }>();
  const shifts = new Map<string, { shift: FigureShift; extent: Extent }>();
  for (const { before, after, areaM2, parcels } of classes) {
    const ids = parcels.map(({ parcelId }) => parcelId);
    if (before.place?.code !== after.place?.code) zoneChange.add(areaM2, ids);
    for (const flip of compareActivities(before, after, day)) {
      const key = JSON.stringify([flip.activityId, flip.from, flip.to]);
      entryOf(flips, key, () => ({ flip, extent: new Extent() })).extent.add(areaM2, ids);
    }
    const extentOf = (shift: FigureShift): Extent =>
      entryOf(shifts, JSON.stringify([shift.measure, shift.operator, shift.direction]), () => ({
        shift,
        extent: new Extent(),
      })).extent;
    for (const shift of compareFigures(before, after, day, null)) extentOf(shift).add(areaM2, []);
    for (const [shift, parcelIds] of shiftsOfParcels(before, after, day, parcels))
      extentOf(shift).add(0, parcelIds);
  }
  return {
    zoneChange: zoneChange.tell(hasParcels),
    activities: activitiesOf([...flips.values()], hasParcels),
    figures: [...shifts.values()].map(({ shift, extent }) => ({
      ...shift,
      isStricter: isStricter(shift),
      ...extent.tell(hasParcels),
    })),
  };
}

class Extent {
  readonly #parcels = new Set<string>();
  #areaM2 = 0;

  add(areaM2: number, parcelIds: readonly string[]): void {
    this.#areaM2 += areaM2;
    for (const id of parcelIds) this.#parcels.add(id);
  }

  tell(hasParcels: boolean): { parcels: number | null; areaM2: number } {
    return { parcels: hasParcels ? this.#parcels.size : null, areaM2: this.#areaM2 };
  }
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** Parcels by what changes for their own size; parcels of one size class are decided once. */
function* shiftsOfParcels(
  before: PlaceUnderRules,
  after: PlaceUnderRules,
  day: string,
  parcels: GroundClass['parcels'],
): Generator<readonly [FigureShift, string[]]> {
  const bounds = sizeBoundsOf([before, after]);
  const bySize = new Map<string, { areaM2: number; ids: string[] }>();
  for (const { parcelId, areaM2 } of parcels) {
    const key = bounds.map((bound) => Math.sign(areaM2 - bound)).join();
    entryOf(bySize, key, () => ({ areaM2, ids: [] })).ids.push(parcelId);
  }
  for (const { areaM2, ids } of bySize.values())
    for (const shift of compareFigures(before, after, day, areaM2)) yield [shift, ids];
}

function activitiesOf(
  entries: readonly { readonly flip: Flip; readonly extent: Extent }[],
  hasParcels: boolean,
): PlanImpact['activities'] {
  const byActivity = new Map<string, PlanImpact['activities'][number]>();
  for (const { flip, extent } of entries) {
    const { activityId, name, groupName, from, to } = flip;
    const { flips } = entryOf(byActivity, activityId, () => ({ activityId, name, groupName, flips: [] }));
    flips.push({ from, to, ...extent.tell(hasParcels) });
  }
  const areaOf = ({ flips }: PlanImpact['activities'][number]) =>
    flips.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return [...byActivity.values()].sort(
    (a, b) => areaOf(b) - areaOf(a) || (a.activityId < b.activityId ? -1 : 1),
  );
}

const isStricter = ({ operator, direction }: FigureShift): boolean | null =>
  direction === 'rises' || direction === 'falls' ? (direction === 'falls') === (operator === 'max') : null;
