import type { Outline } from '#domain/extract/compose-extract';
import type { Extract } from '#domain/extract/extract';
import type { ThemeRow } from '#domain/zoning/answer';
import {
  areaWords,
  dayOfMomentWords,
  dayWords,
  degreeWords,
  metreWords,
  percentWords,
} from './number-words.ts';
import type { Block, FactRow, Section } from './sheet.ts';
import type { Writer } from './words-of.ts';

/** What was asked about: a registered parcel and a drawing are never taken for each other. */
export function groundSection({ ground, parts }: Extract, { t, language }: Writer): Section {
  const named = (level: string): string =>
    ground.admin
      .filter((area) => area.level === level)
      .map(({ name, sharePct }) =>
        sharePct === null || sharePct > 99.99 ? name : `${name} (${percentWords(sharePct, language)})`,
      )
      .join(', ') || t['ground.unnamed'];
  const blocks = [
    ...new Set(parts.map((part) => part.kodsbl ?? part.kodblk).filter((code) => code !== null)),
  ];
  const [lng, lat] = ground.point;
  const rows: (FactRow | null)[] = [
    { label: t['ground.kind'], value: t[`ground.${ground.kind}`] },
    ground.nib === null ? null : { label: t['ground.nib'], value: ground.nib },
    { label: t['ground.kelurahan'], value: named('kelurahan') },
    { label: t['ground.kecamatan'], value: named('kecamatan') },
    blocks.length === 0 ? null : { label: t['ground.block'], value: blocks.join(', ') },
    ground.areaM2 === null
      ? null
      : {
          label: t['ground.area'],
          value: `${areaWords(ground.areaM2, language)} (${t['ground.areaMethod']})`,
        },
    ground.registeredAreaM2 === null
      ? null
      : { label: t['ground.registered'], value: areaWords(ground.registeredAreaM2, language) },
    ground.perimeterM === null
      ? null
      : { label: t['ground.perimeter'], value: metreWords(ground.perimeterM, language) },
    {
      label: t['ground.position'],
      value: `${degreeWords(lng, language)}; ${degreeWords(lat, language)}`,
    },
  ];
  return {
    title: t['ground.title'],
    blocks: [{ kind: 'facts', rows: rows.filter((row) => row !== null) }],
  };
}

/** Themes before this order are answered by the document itself: zone, figures, activities, networks. */
const FIRST_OVERLAY_ORDER = 100;

/** Whether a theme touches the ground with less than the noise of borders, wherever it does. */
export const isBorderNoise = ({ areas }: ThemeRow): boolean =>
  areas.length > 0 && areas.every(({ isSliver }) => isSliver);

/** Every theme in exactly one of three lists, those without data with their reason. */
export function themesSection({ themes }: Extract, writer: Writer): Section {
  const { t, language } = writer;
  const nameOf = (row: ThemeRow): string => t['themes.name'](row.code, row.title);
  const where = (row: ThemeRow): string =>
    row.areas
      .map(({ name, levelCode, areaM2, sharePct, lengthM }) =>
        [
          levelCode === '' || levelCode === name ? name : `${name} (${levelCode})`,
          areaM2 === null ? null : areaWords(areaM2, language),
          sharePct === null ? null : percentWords(sharePct, language),
          lengthM === null ? null : metreWords(lengthM, language),
        ]
          .filter((words) => words !== null)
          .join(', '),
      )
      .join('; ');
  const says = (row: ThemeRow): string =>
    row.effects.length === 0
      ? t['themes.noEffect']
      : row.effects.map(({ body, sourceId }) => `${body} ${writer.cite(sourceId)}`.trim()).join(' ');
  const concerned = themes.concerned.filter(({ order }) => order >= FIRST_OVERLAY_ORDER);
  const overlays = concerned.filter((row) => !isBorderNoise(row));
  const noise = concerned.filter(isBorderNoise);
  const none: Block = { kind: 'text', text: t['themes.none'] };
  const list = (rows: readonly ThemeRow[]): Block => ({
    kind: 'text',
    text: `${rows.map(nameOf).join('; ')}.`,
  });
  return {
    title: t['themes.title'],
    blocks: [
      { kind: 'heading', text: t['themes.concerned'] },
      overlays.length === 0
        ? none
        : {
            kind: 'table',
            head: [t['themes.theme'], t['themes.where'], t['themes.says']],
            widths: [4, 4, 8],
            rows: overlays.map((row) => [nameOf(row), where(row), says(row)]),
          },
      ...(noise.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: t['themes.noise'](noise.map((row) => `${nameOf(row)}: ${where(row)}`).join('; ')),
            },
          ]),
      { kind: 'heading', text: t['themes.noData'] },
      themes.noData.length === 0 ? none : { kind: 'facts', rows: byReason(themes.noData, writer) },
      { kind: 'heading', text: t['themes.notConcerned'] },
      themes.notConcerned.length === 0 ? none : list(themes.notConcerned),
    ],
  };
}

/** Themes without data, together by why there is none. */
function byReason(rows: readonly ThemeRow[], { t }: Writer): FactRow[] {
  const reasons = [...new Set(rows.map(({ reason }) => reason))];
  return reasons.map((reason) => ({
    label: reason === null ? '' : t[`reason.${reason}`],
    value: `${rows
      .filter((row) => row.reason === reason)
      .map((row) => t['themes.name'](row.code, row.title))
      .join('; ')}.`,
  }));
}

/** What the plan of the whole city says, and the roads that the ground lies on or near. */
export function aroundSection({ rtrw, roads }: Extract, { t, language }: Writer): Section {
  const plans = rtrw.map(
    ({ className, areaM2, sharePct, agreement }): FactRow => ({
      label: t['around.rtrw'],
      value: [
        className,
        areaM2 === null ? null : areaWords(areaM2, language),
        sharePct === null ? null : percentWords(sharePct, language),
        t[`around.${agreement}`],
      ]
        .filter((words) => words !== null)
        .join(', '),
    }),
  );
  const near = roads.map(
    ({ name, roadClass, distanceM, rowWidthM }): FactRow => ({
      label: t['around.road'],
      value: [
        name ?? t['rule.unnamedRoad'],
        t['rule.road'](roadClass),
        metreWords(distanceM, language),
        rowWidthM === null ? null : t['around.row'](metreWords(rowWidthM, language)),
      ]
        .filter((words) => words !== null)
        .join(', '),
    }),
  );
  return {
    title: t['around.title'],
    blocks: [
      {
        kind: 'facts',
        rows: [
          ...(plans.length === 0 ? [{ label: t['around.rtrw'], value: t['around.none'] }] : plans),
          ...(near.length === 0 ? [{ label: t['around.road'], value: t['around.none'] }] : near),
        ],
      },
    ],
  };
}

/**
 * Every corner of the ground, and of the part of it that was approved: longitude under longitude, latitude under latitude.
 * Nothing for a point.
 */
export function cornersSection(
  { ground }: Extract,
  approved: Outline | null,
  { t, language }: Writer,
): Section[] {
  if (ground.corners.length === 0) return [];
  const table = (corners: readonly (readonly [string, number, number])[]): Block => ({
    kind: 'table',
    head: [t['corners.number'], t['corners.lng'], t['corners.lat']],
    widths: [2, 5, 5],
    rows: corners.map(([name, lng, lat]) => [name, degreeWords(lng, language), degreeWords(lat, language)]),
  });
  return [
    {
      title: t['corners.title'],
      blocks: [
        table(ground.corners.map(({ number, lng, lat }) => [String(number), lng, lat])),
        ...(approved === null
          ? []
          : [{ kind: 'heading' as const, text: t['corners.approved'] }, table(cornersOf(approved))]),
        { kind: 'text', text: t['corners.crs'] },
      ],
    },
  ];
}

/** Corners of an outline, each once: of several rings `2.1` is the first of the second. */
function cornersOf(outline: Outline): [string, number, number][] {
  const rings = outline.flat();
  return rings.flatMap((ring, index) =>
    ring
      .slice(0, -1)
      .map(([lng, lat], corner): [string, number, number] => [
        rings.length > 1 ? `${index + 1}.${corner + 1}` : String(corner + 1),
        lng,
        lat,
      ]),
  );
}

/** The articles behind the numbers, in the order that they are cited by. */
export function sourcesSection({ sources }: Extract, { t }: Writer): Section {
  return {
    title: t['sources.title'],
    blocks: [
      sources.length === 0
        ? { kind: 'text', text: t['sources.none'] }
        : {
            kind: 'table',
            head: [t['sources.number'], t['sources.regulation'], t['sources.article'], t['sources.status']],
            widths: [1, 8, 5, 2],
            rows: sources.map(({ regulationTitle, numberText, article, status, isDemo }, index) => [
              `[${index + 1}]`,
              [regulationTitle, numberText].filter(Boolean).join(', '),
              article,
              isDemo ? `${status} (${t['sources.demo']})` : status,
            ]),
          },
    ],
  };
}

/** The versions of data that everything above was read from, and when they were received where the city lies. */
export function dataSection({ versions }: Extract, { t, language }: Writer, timeZone: string): Section {
  return {
    title: t['data.title'],
    startsPage: true,
    blocks: [
      {
        kind: 'table',
        head: [t['data.data'], t['data.decree'], t['data.from'], t['data.received'], t['data.version']],
        widths: [6, 8, 4, 5, 5],
        rows: versions.map(({ title, decree, validFrom, importedAt, versionId }) => [
          title,
          decree,
          dayWords(validFrom, language),
          dayOfMomentWords(new Date(importedAt), language, timeZone),
          versionId,
        ]),
      },
    ],
  };
}

/**
 * What the document is not, and what comes next.
 * @param clauses of the city: its disclaimer, and whose land disputes are
 * @param hasUnset letters of it had to be written in another way
 */
export function endSection(clauses: readonly string[], hasUnset: boolean, { t }: Writer): Section {
  const lines = [
    ...clauses.filter((clause) => clause !== ''),
    t['end.error'],
    t['end.next'],
    t['end.embedded'],
    ...(hasUnset ? [t['end.unset']] : []),
  ];
  return { title: t['end.title'], blocks: lines.map((text): Block => ({ kind: 'text', text })) };
}

/** What the abbreviations mean. */
export const glossarySection = ({ t }: Writer): Section => ({
  title: t['glossary.title'],
  blocks: [
    {
      kind: 'lines',
      lines: [
        `KDB: ${t['glossary.kdb']}`,
        `KLB: ${t['glossary.klb']}`,
        `KDH: ${t['glossary.kdh']}`,
        `KTB: ${t['glossary.ktb']}`,
        `GSB: ${t['glossary.gsb']}`,
        `JBS, JBB: ${t['glossary.jbs']}`,
        `NIB: ${t['glossary.nib']}`,
      ],
    },
  ],
});
