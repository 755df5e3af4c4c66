import type { ExtractPart } from '#domain/extract/extract';
import type { Setback } from '#domain/zoning/figure';
import { changeWords, type FigureChange } from './figure-change.ts';
import { metreWords } from './number-words.ts';
import type { RuleRow } from './sheet.ts';
import type { Writer } from './words-of.ts';

const KINDS = ['gsb', 'jbs', 'jbb'] as const;

/** A distance with what it was set to otherwise, by a person. */
interface Told {
  readonly setback: Setback;
  readonly change: FigureChange | undefined;
}

/**
 * Rows of the free distances, one per rule; a kind of which nothing is known has its row too.
 * @param changed what a person set otherwise, by its name: `gsb-1`
 */
export function setbackRows(
  part: ExtractPart,
  changed: (name: string) => FigureChange | undefined,
  writer: Writer,
): RuleRow[] {
  const told = part.setbacks.map((setback, index) => ({
    setback,
    change: changed(`${setback.kind}-${index + 1}`),
  }));
  return KINDS.flatMap((kind) => {
    const here = told.filter(({ setback }) => setback.kind === kind);
    const label = writer.t[`rule.${kind}`];
    if (here.length === 0)
      return [{ label, value: writer.t['rule.notSet'], detail: '', basis: '', isFigure: false }];
    return together(here).map((roads) => rowOf(label, roads, writer));
  });
}

/** Setbacks that say the same, of several roads, are one row. */
function together(all: readonly Told[]): Told[][] {
  const groups = new Map<string, Told[]>();
  for (const one of all) {
    const { roadName: _name, roadDistanceM: _distance, ...rule } = one.setback;
    const key = JSON.stringify([rule, one.change ?? null]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function rowOf(label: string, roads: readonly Told[], writer: Writer): RuleRow {
  const { t, language } = writer;
  const [{ setback, change }] = roads as readonly [Told, ...Told[]];
  const metres = setback.governingM ?? setback.valueM;
  const known = metres === null ? null : metreWords(metres, language);
  const said = [
    change === undefined
      ? null
      : changeWords(change, change.original === null ? null : metreWords(change.original, language), writer),
    known === null
      ? null
      : setback.referenceLine === null
        ? t['rule.fromUnsaid']
        : t['rule.from'](setback.referenceLine),
    setback.status === 'ifAdjacent' ? t['rule.ifAdjacent'] : null,
    // A distance in words stands as the value already.
    setback.status === 'text' ? null : setback.text,
    ...setback.caps.map((cap) =>
      t[`rule.${cap.effect}`](metreWords(cap.value, language), t['themes.name'](cap.theme, cap.theme)),
    ),
    ...roads.map(({ setback: { roadName, roadDistanceM } }) =>
      roadDistanceM === null
        ? null
        : t['rule.roadAt'](roadName ?? t['rule.unnamedRoad'], metreWords(roadDistanceM, language)),
    ),
  ];
  const isSet = known !== null && (setback.status === 'set' || setback.status === 'ifAdjacent');
  return {
    label: setback.roadClass === null ? label : `${label}, ${t['rule.road'](setback.roadClass)}`,
    value: change === undefined ? valueWords(setback, known, writer) : metreWords(change.value, language),
    isFigure: isSet || change !== undefined,
    detail: said.filter((words) => words !== null && words !== '').join('; '),
    basis: writer.citeAll([setback.sourceId, ...setback.caps.map((cap) => cap.sourceId)]),
  };
}

function valueWords(setback: Setback, known: string | null, { t }: Writer): string {
  switch (setback.status) {
    case 'set':
    case 'ifAdjacent':
      return known ?? t['rule.notSet'];
    case 'text':
      return setback.text ?? t['rule.notSet'];
    case 'overlayUnknown':
      return t['rule.overlayUnknown'](known ?? '?');
    case 'needsRoad':
      return t['rule.needsRoad'];
    case 'notSet':
      return t['rule.notSet'];
  }
}
