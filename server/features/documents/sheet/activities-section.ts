import type { Extract, ExtractPart } from '#domain/extract/extract';
import { toldParts } from '#domain/extract/told-parts';
import type { Block, Section } from './sheet.ts';
import type { Writer } from './words-of.ts';
import { partTitle } from './zone-sections.ts';

const OUTCOMES = ['I', 'T', 'B', 'X', 'unknown'] as const;

/**
 * What may be done on each part, by its outcome, with every limit and condition as it is written. Parts with the same
 * activities are told together.
 */
export function activitiesSection(extract: Extract, writer: Writer): Section[] {
  const parts = toldParts(extract);
  if (parts.length === 0) return [];
  const groups = new Map<string, { blocks: Block[]; titles: string[] }>();
  parts.forEach((part, index) => {
    const blocks = activityBlocks(part, writer);
    const key = JSON.stringify(blocks);
    const group = groups.get(key) ?? { blocks, titles: [] };
    group.titles.push(partTitle(part, index, parts.length, writer));
    groups.set(key, group);
  });
  return [
    {
      title: writer.t['activities.title'],
      startsPage: true,
      blocks: [...groups.values()].flatMap(({ blocks, titles }): Block[] => [
        { kind: 'heading', text: titles.join('; ') },
        ...blocks,
      ]),
    },
  ];
}

function activityBlocks(part: ExtractPart, writer: Writer): Block[] {
  const { t } = writer;
  if (part.itbx.length === 0) return [{ kind: 'notice', text: t['activities.none'] }];
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
