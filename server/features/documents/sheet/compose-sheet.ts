import type { CityProfile } from '#domain/city/profile';
import type { DocumentKind } from '#domain/document/document';
import type { Outline } from '#domain/extract/compose-extract';
import type { Extract } from '#domain/extract/extract';
import { toldParts } from '#domain/extract/told-parts';
import type { Language } from '#domain/language';
import { activitiesSection } from './activities-section.ts';
import type { FigureChange } from './figure-change.ts';
import { dayWords, momentWords, numberWords } from './number-words.ts';
import {
  aroundSection,
  cornersSection,
  dataSection,
  endSection,
  glossarySection,
  groundSection,
  sourcesSection,
  themesSection,
} from './other-sections.ts';
import { hasUnset } from './printable.ts';
import type { FactRow, LegendRow, MapLabel, Section, Sheet } from './sheet.ts';
import { writerOf } from './words-of.ts';
import { ruleSections, zonesSection, zoneWords } from './zone-sections.ts';

/** What a document says beside its extract. */
export interface SheetOrder {
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly extract: Extract;
  readonly documentId: string;
  readonly number: string | null;
  readonly isTrial: boolean;
  readonly issuedAt: Date;
  readonly validUntil: string | null;
  readonly verifyAt: string;
  /** Whose certificate an official signs it with; null where it bears the seal of the service alone. */
  readonly signedBy: string | null;
  /** The part of the ground that was approved; null where it is all of it, or nothing was decided. */
  readonly approved: Outline | null;
  /** Sections of an application (who, what for, what was decided), after the ground and before the map. */
  readonly sections: readonly Section[];
  /** Each stands in the row of what it changes: a row alone never says what does not hold. */
  readonly changes: readonly FigureChange[];
  /** The last words of the office. */
  readonly closingText: string | null;
}

/** What is told of the map: its scale, where its shapes come from, and what is seen on it. */
export interface SheetMap {
  readonly scale: number;
  readonly crs: string;
  readonly epsg: number;
  readonly labels: readonly MapLabel[];
  /** Zones that are seen and do not lie on the ground. */
  readonly others: readonly LegendRow[];
  readonly hasApproved: boolean;
  readonly hasRoads: boolean;
  readonly hasParcels: boolean;
}

/** The document as it is laid out. Pure: the same order gives the same sheet. */
export function composeSheet(order: SheetOrder, map: SheetMap, city: CityProfile): Sheet {
  const { extract, language, kind, documentId } = order;
  const writer = writerOf(language, extract.sources);
  const { t } = writer;
  const issued = momentWords(order.issuedAt, language, {
    timeZone: city.timeZone,
    label: city.timeZoneLabel,
  });
  const zones =
    toldParts(extract)
      .map(({ zone }) => zoneWords(zone))
      .join(', ') || t['map.noZone'];
  const head: (FactRow | null)[] = [
    order.number === null ? null : { label: t['head.number'], value: order.number },
    { label: t['head.id'], value: documentId },
    { label: t['head.issued'], value: issued },
    order.validUntil === null
      ? null
      : { label: t['head.validUntil'], value: dayWords(order.validUntil, language) },
  ];
  return {
    language,
    title: t[`title.${kind}`],
    subtitle: t.subtitle(`${city.kind === 'kota' ? 'Kota' : 'Kabupaten'} ${city.name}`),
    mark: t[`mark.${kind}`],
    watermark: order.isTrial ? t.watermark : null,
    office: city.office[language],
    head: head.filter((row) => row !== null),
    verify: {
      address: order.verifyAt,
      shown: linesOf(order.verifyAt),
      words: t['verify.words'],
      alt: t['verify.alt'](order.verifyAt),
    },
    mapAlt: t['map.alt'](zones),
    sections: [
      {
        title: '',
        blocks: [
          ...(order.isTrial ? [{ kind: 'notice' as const, text: t.trial }] : []),
          { kind: 'text', text: order.signedBy === null ? t.unsigned : t.signed(order.signedBy) },
        ],
      },
      groundSection(extract, writer),
      ...order.sections,
      mapSection(order, map),
      zonesSection(extract, writer),
      ...ruleSections(extract, order.changes, writer),
      themesSection(extract, writer),
      aroundSection(extract, writer),
      ...cornersSection(extract, order.approved, writer),
      sourcesSection(extract, writer),
      ...(order.closingText === null
        ? []
        : [{ title: t['closing.title'], blocks: [{ kind: 'text' as const, text: order.closingText }] }]),
      endSection(
        [city.disclaimer[language], city.landDispute[language]],
        hasUnset([order.sections, order.changes, order.closingText]),
        writer,
      ),
      ...activitiesSection(extract, writer),
      dataSection(extract, writer, city.timeZone),
      glossarySection(writer),
    ],
    foot: t.foot(documentId, issued),
    page: { of: t['page.of'] },
    made: {
      year: order.issuedAt.getUTCFullYear(),
      month: order.issuedAt.getUTCMonth() + 1,
      day: order.issuedAt.getUTCDate(),
      hour: order.issuedAt.getUTCHours(),
      minute: order.issuedAt.getUTCMinutes(),
      second: order.issuedAt.getUTCSeconds(),
    },
    attached: { extract: t['attached.extract'], certificate: t['attached.certificate'] },
    columns: {
      rule: t['column.rule'],
      value: t['column.value'],
      detail: t['column.detail'],
      basis: t['column.basis'],
    },
  };
}

/** An address in lines that fit beside the code: host, path, id. */
function linesOf(address: string): string[] {
  const { origin, pathname } = new URL(address);
  const cut = pathname.lastIndexOf('/') + 1;
  return [origin, pathname.slice(0, cut), pathname.slice(cut)];
}

function mapSection({ extract, language }: SheetOrder, map: SheetMap): Section {
  const { t } = writerOf(language, extract.sources);
  const zones = new Map<string, LegendRow>();
  for (const { zone } of toldParts(extract))
    zones.set(zone.code, { sign: 'zone', color: zone.color, label: zoneWords(zone) });
  const newest = extract.versions.find(({ kind }) => kind === 'zones');
  const source =
    newest === undefined
      ? t['map.noZone']
      : `${newest.title}, ${newest.decree}, ${dayWords(newest.validFrom, language)}`;
  const isPoint = extract.ground.kind === 'point';
  return {
    title: t['map.title'],
    blocks: [
      {
        kind: 'map',
        caption: t['map.caption'](numberWords(map.scale, language), t['map.crs'](map.crs, map.epsg), source),
        legend: [
          isPoint
            ? { sign: 'point', color: null, label: t['map.place'] }
            : { sign: 'ground', color: null, label: t['map.ground'] },
          ...(map.hasApproved ? [{ sign: 'approved' as const, color: null, label: t['map.approved'] }] : []),
          ...zones.values(),
          ...(map.hasParcels ? [{ sign: 'parcel' as const, color: null, label: t['map.parcel'] }] : []),
          ...(map.hasRoads ? [{ sign: 'road' as const, color: null, label: t['map.road'] }] : []),
        ],
        others: map.others,
        othersTitle: t['map.others'],
        labels: map.labels,
      },
    ],
  };
}
