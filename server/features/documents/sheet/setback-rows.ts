import type { ExtractPart } from '#domain/extract/extract';
import type { Setback } from '#domain/zoning/figure';
import { metreWords } from './number-words.ts';
import type { RuleRow } from './sheet.ts';
import type { Writer } from './words-of.ts';

const KINDS = ['gsb', 'jbs', 'jbb'] as const;

/** Rows of the free distances, one per rule; a kind of which nothing is known has its row too. */
export function setbackRows(part: ExtractPart, writer: Writer): RuleRow[] {
  return KINDS.flatMap((kind) => {
    const here = part.setbacks.filter((setback) => setback.kind === kind);
    const label = writer.t[`rule.${kind}`];
    if (here.length === 0)
      return [{ label, value: writer.t['rule.notSet'], detail: '', basis: '', isFigure: false }];
    return together(here).map((roads) => rowOf(label, roads, writer));
  });
}

/** Setbacks that say the same, of several roads, are one row. */
function together(setbacks: readonly Setback[]): Setback[][] {
  const groups = new Map<string, Setback[]>();
  for (const setback of setbacks) {
    const { roadName: _name, roadDistanceM: _distance, ...rule } = setback;
    const key = JSON.stringify(rule);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [setback]);
    else group.push(setback);
  }
  return [...groups.values()];
}

function rowOf(label: string, roads: readonly Setback[], writer: Writer): RuleRow {
  const { t, language } = writer;
  const [setback] = roads as readonly [Setback, ...Setback[]];
  const metres = setback.governingM ?? setback.valueM;
  const known = metres === null ? null : metreWords(metres, language);
  const said = [
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
    ...roads.map(({ roadName, roadDistanceM }) =>
      roadDistanceM === null
        ? null
        : t['rule.roadAt'](roadName ?? t['rule.unnamedRoad'], metreWords(roadDistanceM, language)),
    ),
  ];
  return {
    label: setback.roadClass === null ? label : `${label}, ${t['rule.road'](setback.roadClass)}`,
    value: valueWords(setback, known, writer),
    isFigure: known !== null && (setback.status === 'set' || setback.status === 'ifAdjacent'),
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
