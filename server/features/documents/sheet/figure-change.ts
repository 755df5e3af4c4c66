import type { ExtractPart } from '#domain/extract/extract';
import type { Measure } from '#domain/zoning/figure';
import { measureWords } from './figure-rows.ts';
import { areaWords } from './number-words.ts';
import type { RuleRow } from './sheet.ts';
import type { Writer } from './words-of.ts';

/** A figure that a person set otherwise than the plan, as `overridableNumbers` of the domain names it: `1.kdb`, `2.gsb-1`. */
export interface FigureChange {
  readonly field: string;
  readonly original: number | null;
  readonly value: number;
  readonly unit: string;
  readonly reason: string;
}

/** The row of a figure that was set otherwise: what holds is its value, and what the plan says stands beside it. */
export function changedRow(
  row: RuleRow,
  measure: Measure,
  change: FigureChange | undefined,
  { areaM2 }: Pick<ExtractPart, 'areaM2'>,
  writer: Writer,
): RuleRow {
  if (change === undefined) return row;
  const { t, language } = writer;
  const words = (value: number): string => measureWords(measure, value, change.unit, writer);
  const said = [changeWords(change, change.original === null ? null : words(change.original), writer)];
  if (areaM2 !== null && change.unit === '%') {
    const computed = areaWords((areaM2 * change.value) / 100, language);
    said.unshift(
      measure === 'klb'
        ? t['rule.floorArea'](computed)
        : t['rule.ofArea'](computed, areaWords(areaM2, language)),
    );
  } else if (areaM2 !== null && measure === 'klb')
    said.unshift(t['rule.floorArea'](areaWords(areaM2 * change.value, language)));
  return { ...row, value: words(change.value), isFigure: true, detail: said.join('; ') };
}

/** By whom, from what, and why. */
export const changeWords = (
  { reason }: FigureChange,
  original: string | null,
  { t }: Pick<Writer, 't'>,
): string => t['rule.changed'](original ?? t['rule.notSet'], reason);
