import type { Extract, ExtractPart } from '#domain/extract/extract';
import type { ZoneRef } from '#domain/zoning/answer';
import { figureRow } from './figure-rows.ts';
import { areaWords, metreWords, percentWords } from './number-words.ts';
import { setbackRows } from './setback-rows.ts';
import type { Block, RuleRow, Section } from './sheet.ts';
import type { Writer } from './words-of.ts';

/** Code and name as the plan writes them, said once when one holds the other. */
export function zoneWords({ code, zoneName, subzoneName }: ZoneRef): string {
  const [zone = '', subzone = ''] = [
    zoneName ?? subzoneName ?? '',
    zoneName === null ? '' : (subzoneName ?? ''),
  ];
  const name = zone.includes(subzone) ? zone : subzone.includes(zone) ? subzone : `${zone} – ${subzone}`;
  return name === '' || name === code ? code : `${code} ${name}`;
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
  ];
  const share = (areaM2: number | null, sharePct: number | null): string[] => [
    areaM2 === null ? '' : areaWords(areaM2, language),
    sharePct === null ? '' : percentWords(sharePct, language),
  ];
  const rows = parts.map((part) => [
    part.zone.code,
    [zoneWords(part.zone), overlayWords(part, writer), part.isSliver ? t['zones.sliver'] : '']
      .filter(Boolean)
      .join(' · '),
    ...share(part.areaM2, part.sharePct),
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
              head: [t['zones.code'], t['zones.zone'], t['zones.area'], t['zones.share']],
              widths: [2, 7, 3, 2],
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

/** What the plan rules on each part but border noise, row by row in the order of the law (PP 36/2005 article 14: a to j). */
export function ruleSections(extract: Extract, writer: Writer): Section[] {
  const { t } = writer;
  const counted = extract.parts.filter(({ isSliver }) => !isSliver);
  // Ground that is nothing but border noise is told in full all the same.
  const parts = counted.length > 0 ? counted : extract.parts;
  return parts.map((part, index) => ({
    title:
      parts.length === 1
        ? t['zones.one'](zoneWords(part.zone))
        : t['zones.part'](
            index + 1,
            [zoneWords(part.zone), overlayWords(part, writer)].filter(Boolean).join(' · '),
          ),
    blocks: [
      ...warningsOf(part, writer),
      { kind: 'rules', rows: rulesOf(part, extract, writer) },
      ...activityBlocks(part, writer),
    ],
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

function rulesOf(part: ExtractPart, extract: Extract, writer: Writer): RuleRow[] {
  return [
    functionRow(part, writer),
    figureRow(part, 'height_m', writer),
    figureRow(part, 'floors', writer),
    figureRow(part, 'basement_floors', writer),
    ...setbackRows(part, writer),
    figureRow(part, 'building_gap_m', writer),
    figureRow(part, 'kdb', writer),
    figureRow(part, 'klb', writer),
    figureRow(part, 'kdh', writer),
    figureRow(part, 'ktb', writer),
    figureRow(part, 'min_parcel_m2', writer),
    utilityRow(extract, writer),
    ...specialRows(part, extract, writer),
  ];
}

function functionRow(part: ExtractPart, { t }: Writer): RuleRow {
  const count = (...kinds: string[]): number =>
    part.itbx
      .filter(({ itbx }) => kinds.includes(itbx))
      .reduce((sum, { activities }) => sum + activities.length, 0);
  return {
    label: t['rule.a'],
    value: zoneWords(part.zone),
    detail: part.itbx.length === 0 ? '' : t['rule.activities'](count('I'), count('T', 'B'), count('X')),
    basis: '',
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
    detail: '',
    basis: '',
  };
}

/** Everything else that holds here, each in its own words: notes of the plan and effects of overlays. */
function specialRows(part: ExtractPart, extract: Extract, writer: Writer): RuleRow[] {
  const { t } = writer;
  const label = t['rule.special'];
  const notes = part.notes.map(({ body, code, sourceId }) => ({
    label,
    value: body,
    detail: code ?? '',
    basis: writer.cite(sourceId),
  }));
  const effects = extract.themes.concerned.flatMap(({ code, title, effects: ruled }) =>
    ruled.map(({ body, sourceId }) => ({
      label,
      value: body,
      detail: t['themes.name'](code, title),
      basis: writer.cite(sourceId),
    })),
  );
  const rows = [...notes, ...effects];
  return rows.length === 0 ? [{ label, value: t['rule.noneSpecial'], detail: '', basis: '' }] : rows;
}

const OUTCOMES = ['I', 'T', 'B', 'X', 'unknown'] as const;

/** What may be done here, by its outcome, with every limit and condition as it is written. */
function activityBlocks(part: ExtractPart, writer: Writer): Block[] {
  const { t } = writer;
  const heading: Block = { kind: 'heading', text: t['activities.title'] };
  if (part.itbx.length === 0) return [heading, { kind: 'notice', text: t['activities.none'] }];
  const rows = OUTCOMES.flatMap((outcome) => {
    const activities = part.itbx.filter(({ itbx }) => itbx === outcome).flatMap((group) => group.activities);
    if (activities.length === 0) return [];
    const names = activities.map(({ name, codes }) =>
      outcome === 'T' || outcome === 'B' ? `${name} (${codes.join(', ')})` : name,
    );
    return [{ label: t[`activities.${outcome}`], value: `${names.join('; ')}.` }];
  });
  const conditions = part.conditions.map(({ code, body, sourceId }) => [code, body, writer.cite(sourceId)]);
  return [
    heading,
    { kind: 'facts', rows },
    ...(conditions.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: t['activities.conditions'] },
          {
            kind: 'table' as const,
            head: [t['activities.code'], t['activities.body'], t['column.basis']],
            widths: [2, 12, 2],
            rows: conditions,
          },
        ]),
  ];
}
