import type { Extract, ExtractPart } from './extract.ts';

/** The parts that are told one by one: all but border noise, and that too where the ground is nothing else. */
export function toldParts({ parts }: Pick<Extract, 'parts'>): readonly ExtractPart[] {
  const counted = parts.filter(({ isSliver }) => !isSliver);
  return counted.length > 0 ? counted : parts;
}
