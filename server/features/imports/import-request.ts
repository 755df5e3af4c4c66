import type { Actor } from '#domain/log/event';
import type { MappingFile } from '#domain/publication/mapping-file';
import type { LayerInput } from './queries.ts';

/** Where the layer speaks at all; elsewhere the answer is "no data". */
export type CoverageRequest =
  | { readonly from: 'wholeCity' | 'notStated' }
  | {
      readonly from: 'file';
      readonly path: string;
      readonly crs: string | null;
      readonly sourceLayer: string | null;
    }
  | { readonly from: 'kelurahan'; readonly names: readonly string[] };

/** What an operator asks of an import. */
export interface ImportRequest {
  readonly path: string;
  /** Name of the source where its path does not bear it: an upload lies under its hash. */
  readonly sourceName?: string | undefined;
  readonly layer: LayerInput;
  readonly label: string | null;
  readonly crs: string | null;
  readonly sourceLayer: string | null;
  readonly mapping: MappingFile;
  readonly coverage: CoverageRequest;
  readonly isRepairing: boolean;
  /** Features outside the city refuse the file instead of being listed. */
  readonly isStrict: boolean;
  /** Who imports; the operator of the machine when left out. */
  readonly actor?: Actor | undefined;
}
