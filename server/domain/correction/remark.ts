import type { RowNote } from './row-note.ts';

/** What staff say about one row of a layer, after somebody held it to be wrong. */
export interface RowRemark {
  readonly ticket: string;
  readonly rowKey: string;
  /** What the row said then: `rule` of server/domain/correction/answer-rows.ts. */
  readonly rule: string;
  readonly version: RowNote['version'];
  readonly mended: RowNote['mended'];
  readonly outcome: RowNote['outcome'];
  readonly note: RowNote['note'];
  readonly answeredOn: string;
  /** Of a shape: its numbers in the version in force, at the place that was asked about. */
  readonly featureNos: readonly number[];
}

/** Everything that is said beside one layer, without a new version of it. */
export interface LayerRemarks {
  readonly layerId: string;
  readonly revisions: readonly {
    readonly planningArea: string | null;
    readonly since: string;
    /** First day on which it no longer holds. */
    readonly until: string | null;
  }[];
  readonly notes: readonly RowRemark[];
}
