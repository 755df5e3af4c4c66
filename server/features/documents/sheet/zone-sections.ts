import type { Extract, ExtractPart } from '#domain/extract/extract';
import { toldParts } from '#domain/extract/told-parts';
import type { ZoneRef } from '#domain/zoning/answer';
import type { Measure } from '#domain/zoning/figure';
import { changedRow, type FigureChange } from './figure-change.ts';
import { figureRow } from './figure-rows.ts';
import { areaWords, metreWords, percentWords } from './number-words.ts';
import { isBorderNoise } from './other-sections.ts';
import { setbackRows } from './setback-rows.ts';
import type { Block, RuleRow, Section } from './sheet.ts';
import type { Writer } from './words-of.ts';

/** Code and name as the plan writes them, said once when one holds the other. */
export function zoneWords(zone: ZoneRef): string {
  const name = nameOf(zone);
  return name === null ? zone.code : `${zone.code} ${name}`;
}

/** Null where the plan gives no name beside the code. */
function nameOf({ code, zoneName, subzoneName }: ZoneRef): string | null {
  const [zone = '', subzone = ''] = [
    zoneName ?? subzoneName ?? '',
    zoneName === null ? '' : (subzoneName ?? ''),
  ];
  const name = zone.includes(subzone) ? zone : subzone.includes(zone) ? subzone : `${zone} – ${subzone}`;
  return name === '' || name === code ? null : name;
}

/** Which zones lie on the ground and how much of it each takes, so that the sum can be checked. */
export function zonesSection(extract: Extract, writer: Writer): Section {
  const { t, language } = writer;
  const { parts, shares, remainder } = extract;
  const notices = [
    ...(parts.length === 0 ? [t['zones.none']] : []),
    ...(extract.plan === 'overlapping' ? [t['zones.overlapping']] : []),
    ...(extract.coverage === 'partlyOutside' ? [t['zones.partlyOutside']] : []),
    ...extract.nearBorder.map(({ zone, distanceM }) =>
      t['zones.nearBorder'](metreWords(distanceM, language), zoneWords(zone)),
    ),
    ...extract.nearOverlays.map(({ code, title, name, distanceM, parcelPct }) =>
      t['zones.nearOverlay'](
        t['themes.name'](code, title),
        [
          name,
          distanceM === null ? null : metreWords(distanceM, language),
          parcelPct === null ? null : percentWords(parcelPct, language),
        ]
          .filter((words) => words !== null)
          .join(', '),
      ),
    ),
    ...extract.parcelZones.flatMap(({ zone, sharePct, isSliver, hasOtherRules }) =>
      isSliver
        ? []
        : [
            t[hasOtherRules === true ? 'zones.parcelRules' : 'zones.parcelZone'](
              percentWords(sharePct, language),
              zoneWords(zone),
            ),
          ],
    ),
    ...(extract.parcelGaps ?? []).map(({ title, sharePct }) =>
      t['zones.parcelGap'](title, percentWords(sharePct, language)),
    ),
  ];
  const hasArea = shares !== null;
  const share = (areaM2: number | null, sharePct: number | null): string[] =>
    hasArea
      ? [
          areaM2 === null ? '' : areaWords(areaM2, language),
          sharePct === null ? '' : percentWords(sharePct, language),
        ]
      : [];
  const told = toldParts(extract);
  const rows = told.map((part) => [
    part.zone.code,
    [nameOf(part.zone), overlayWords(part, writer)].filter(Boolean).join(' · '),
    ...share(part.areaM2, part.sharePct),
  ]);
  const noise = parts.filter((part) => !told.includes(part));
  if (noise.length > 0)
    rows.push([
      '–',
      t['zones.sliver'](noise.length, [...new Set(noise.map(({ zone }) => zone.code))].join(', ')),
      ...share(
        noise.reduce((sum, { areaM2 }) => sum + (areaM2 ?? 0), 0),
        noise.reduce((sum, { sharePct }) => sum + (sharePct ?? 0), 0),
      ),
    ]);
  if (remainder !== null && remainder.areaM2 > 0) {
    const invalid = remainder.invalidGeometryM2 ?? 0;
    rows.push([
      '–',
      [t['zones.remainder'], invalid > 0 ? t['zones.remainderInvalid'](areaWords(invalid, language)) : '']
        .filter(Boolean)
        .join(', '),
      ...share(remainder.areaM2, remainder.sharePct),
    ]);
  }
  if (remainder !== null && remainder.overlapM2 > 0)
    rows.push(['–', t['zones.overlap'], `− ${areaWords(remainder.overlapM2, language)}`, '']);
  if (shares !== null) rows.push([t['zones.sum'], '', areaWords(shares.denominatorM2, language), '100 %']);
  return {
    title: t['zones.title'],
    blocks: [
      ...notices.map((text): Block => ({ kind: 'notice', text })),
      ...(rows.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: [
                t['zones.code'],
                t['zones.zone'],
                ...(hasArea ? [t['zones.area'], t['zones.share']] : []),
              ],
              widths: hasArea ? [2, 7, 3, 2] : [2, 12],
              rows,
            },
          ]),
      ...(shares === null
        ? []
        : [
            {
              kind: 'text' as const,
              text: t['zones.denominator'](
                areaWords(shares.denominatorM2, language),
                areaWords(shares.sliverThresholdM2, language),
              ),
            },
          ]),
    ],
  };
}

/** The overlays that all of a part lies in, said after its zone. */
function overlayWords({ overlays }: ExtractPart, { t }: Writer): string {
  return overlays
    .map(
      ({ code, name, levelCode }) =>
        `${t['themes.name'](code, name)}${levelCode === '' ? '' : ` (${levelCode})`}`,
    )
    .join(' · ');
}

/** How a part is called where there are several: `Bagian 2: R-3 Perumahan`. */
export function partTitle(part: ExtractPart, index: number, count: number, writer: Writer): string {
  const { t } = writer;
  if (count === 1) return t['zones.one'](zoneWords(part.zone));
  return t['zones.part'](
    index + 1,
    [zoneWords(part.zone), overlayWords(part, writer)].filter(Boolean).join(' · '),
  );
}

/** What the plan rules on each part, row by row in the order of the law (PP 36/2005 article 14: a to j). */
export function ruleSections(extract: Extract, changes: readonly FigureChange[], writer: Writer): Section[] {
  const parts = toldParts(extract);
  return parts.map((part, index) => ({
    title: partTitle(part, index, parts.length, writer),
    blocks: [...warningsOf(part, writer), { kind: 'rules', rows: rulesOf(part, extract, changes, writer) }],
  }));
}

function warningsOf(part: ExtractPart, { t }: Writer): Block[] {
  const said = [
    part.warnings.includes('prohibited') ? t['zones.prohibited'] : null,
    part.warnings.includes('unknownZoneCode') ? t['zones.unknownCode'] : null,
    part.warnings.includes('noRules') ? t['zones.noRules'] : null,
  ];
  return said.flatMap((text): Block[] => (text === null ? [] : [{ kind: 'notice', text }]));
}

function rulesOf(
  part: ExtractPart,
  extract: Extract,
  changes: readonly FigureChange[],
  writer: Writer,
): RuleRow[] {
  const number = extract.parts.indexOf(part) + 1;
  const changed = (name: string): FigureChange | undefined =>
    changes.find(({ field }) => field === `${number}.${name}`);
  const figure = (measure: Measure): RuleRow =>
    changedRow(figureRow(part, measure, writer), measure, changed(measure), part, writer);
  return [
    functionRow(part, writer),
    figure('height_m'),
    figure('floors'),
    figure('basement_floors'),
    ...setbackRows(part, changed, writer),
    figure('building_gap_m'),
    figure('kdb'),
    figure('klb'),
    figure('kdh'),
    figure('ktb'),
    figure('min_parcel_m2'),
    utilityRow(extract, writer),
    ...specialRows(part, extract, writer),
  ];
}

function functionRow(part: ExtractPart, { t, citeAll }: Writer): RuleRow {
  const count = (...kinds: string[]): number =>
    part.itbx
      .filter(({ itbx }) => kinds.includes(itbx))
      .reduce((sum, { activities }) => sum + activities.length, 0);
  return {
    label: t['rule.a'],
    value: zoneWords(part.zone),
    detail:
      part.itbx.length === 0
        ? ''
        : t['rule.activities'](count('I'), count('T', 'B'), count('X'), count('unknown')),
    basis: citeAll([part.zoneSourceId, part.matrixSourceId]),
    isFigure: true,
  };
}

function utilityRow(extract: Extract, { t, language }: Writer): RuleRow {
  const theme = extract.themes.noData.find(({ code }) => code === 'jaringan-utilitas');
  const reason = theme?.reason ?? null;
  const found = extract.utilities.map(({ network, name, distanceM }) =>
    t['rule.utilityAt'](name === null ? network : `${network} (${name})`, metreWords(distanceM, language)),
  );
  const missing = reason === null ? t['around.none'] : t[`reason.${reason}`];
  return {
    label: t['rule.utilities'],
    value: found.length === 0 ? missing : found.join('; '),
    // No law says where a network lies: its data does.
    detail: extract.versions
      .filter(({ kind }) => kind === 'utility')
      .map(({ title, decree }) => t['rule.utilityFrom'](title, decree))
      .join('; '),
    basis: '',
    isFigure: false,
  };
}

/** Everything else that holds here, called by its subject: notes of the plan and effects of overlays in their own words. */
function specialRows(part: ExtractPart, extract: Extract, writer: Writer): RuleRow[] {
  const { t } = writer;
  const said = [
    ...part.notes.map(({ kind, body, sourceId }) => ({ label: t[`note.${kind}`], body, sourceId })),
    ...extract.themes.concerned
      .filter((row) => !isBorderNoise(row))
      .flatMap(({ code, title, effects }) =>
        effects.map(({ body, sourceId }) => ({
          label: t['rule.special'](t['themes.name'](code, title)),
          body,
          sourceId,
        })),
      ),
  ];
  const row = (label: string, value: string, basis: string): RuleRow => ({
    label,
    value,
    detail: '',
    basis,
    isFigure: false,
  });
  if (said.length === 0) return [row(t['rule.special'](t['rule.others']), t['rule.noneSpecial'], '')];
  const labels = [...new Set(said.map(({ label }) => label))];
  return labels.map((label) => {
    const here = said.filter((one) => one.label === label);
    const bodies = [...new Set(here.map(({ body }) => body))];
    return row(label, bodies.join(' '), writer.citeAll(here.map(({ sourceId }) => sourceId)));
  });
}
