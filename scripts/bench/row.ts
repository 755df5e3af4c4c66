/** One line of the bench: what was measured, against what was promised. */
export interface BenchRow {
  readonly id: string;
  /** What is measured, in words. */
  readonly what: string;
  /** Null when it could not be measured; `note` then says why. */
  readonly figure: number | null;
  readonly unit: string;
  readonly goal: string;
  /** Null when there is no figure. */
  readonly holds: boolean | null;
  readonly note?: string;
}

interface Measured {
  readonly id: string;
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly note?: string;
}

/** A row whose figure must not be larger than the goal. */
export const atMost = (goal: number, row: Measured): BenchRow => ({
  ...row,
  figure: rounded(row.figure),
  goal: `≤ ${goal} ${row.unit}`,
  holds: row.figure <= goal,
});

/** A row whose figure must not be smaller than the goal. */
export const atLeast = (goal: number, row: Measured): BenchRow => ({
  ...row,
  figure: rounded(row.figure),
  goal: `≥ ${goal} ${row.unit}`,
  holds: row.figure >= goal,
});

/** A row that could not be measured here. */
export const unmeasured = (id: string, what: string, goal: string, note: string): BenchRow => ({
  id,
  what,
  figure: null,
  unit: '',
  goal,
  holds: null,
  note,
});

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The value that `share` (0–1) of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

const rounded = (value: number): number => Number(value.toPrecision(4));
