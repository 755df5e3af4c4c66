import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A place in a built file, as V8 writes it in a stack: address, line and column from 1. */
const BUILT_PLACE = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g;

/** By address of the built file; null where no map lies beside it. */
const maps = new Map<string, SourceMap | null>();

/**
 * A stack whose places are those of the sources, where the build left a map beside the file. Node's own
 * `--enable-source-maps` reads every map at each start; this reads one when something has gone wrong.
 */
export function placesInSources(stack: string): string {
  return stack.replace(BUILT_PLACE, (place, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return place;
    const source = entry.originalSource.replace(/^(\.\.\/)+/, '');
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  let map: SourceMap | null = null;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, 'utf8')));
  } catch {
    // Not built, or built without a map: the place stays as it is.
  }
  maps.set(file, map);
  return map;
}
