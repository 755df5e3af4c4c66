import type { MappingFile } from '#domain/publication/mapping-file';
import type { LayerInput } from './queries.ts';

/** What an operator asks of an import. */
export interface ImportRequest {
  readonly path: string;
  readonly layer: LayerInput;
  readonly label: string | null;
  readonly crs: string | null;
  readonly sourceLayer: string | null;
  readonly mapping: MappingFile;
  readonly isRepairing: boolean;
  /** Features outside the city refuse the file instead of being listed. */
  readonly isStrict: boolean;
}
