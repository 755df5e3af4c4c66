import type { Figure, RuleValue } from '../zoning/figure.ts';

/**
 * The figures of a zone in a block whose polygons may have rules of their own: what holds for every polygon stands as it is;
 * where they differ nothing is called the figure of the zone, and each value is told as one of several.
 * @param ofPolygons figures of each kind of polygon, at least one
 */
export function figuresOfBlock(ofPolygons: readonly (readonly Figure[])[]): Figure[] {
  const keys = new Set(ofPolygons.flat().map(keyOf));
  return [...keys].flatMap((key) => {
    const own = ofPolygons.map((figures) => figures.find((figure) => keyOf(figure) === key));
    const [first] = own.filter((figure) => figure !== undefined);
    if (first === undefined) return [];
    const isSame = own.every((figure) => JSON.stringify(figure) === JSON.stringify(first));
    return [
      isSame
        ? first
        : asOneOfSeveral(
            first,
            own.flatMap((figure) => (figure === undefined ? [] : valuesOf(figure))),
          ),
    ];
  });
}

const keyOf = ({ measure, operator }: Figure): string => `${measure} ${operator}`;

const valuesOf = ({ base, alternatives }: Figure): RuleValue[] =>
  base === null ? alternatives : [base, ...alternatives];

function asOneOfSeveral({ measure, operator }: Figure, values: readonly RuleValue[]): Figure {
  const distinct = new Map(values.map((value) => [JSON.stringify(value), value]));
  return {
    measure,
    operator,
    status: 'needsParcel',
    base: null,
    alternatives: [...distinct.values()],
    caps: [],
    governing: null,
    bound: null,
    computedM2: null,
  };
}
