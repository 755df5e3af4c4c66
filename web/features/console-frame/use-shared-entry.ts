import { useEffect, useState } from 'react';
import { mergeEntries } from '../../lib/merge-entries.ts';

export interface SharedEntry<T> {
  readonly entry: T;
  /** The revision that somebody began to write on; what is sent names it. */
  readonly revision: number;
  readonly isDirty: boolean;
  /** Somebody else has saved since, and one has written, too. */
  readonly isBehind: boolean;
  write(change: Partial<T>): void;
  /** What one has changed over what is saved now. */
  keepMine(): void;
  takeTheirs(): void;
  /** It is stored: this is what is saved now. */
  saved(revision: number, entry: T): void;
}

/**
 * What somebody writes into a form that others may save meanwhile. It stays whoever saves; without anything written the
 * form follows what is saved.
 *
 * @param revision of what is saved
 * @param saved what is saved, as the form writes it
 */
export function useSharedEntry<T extends object>(revision: number, saved: () => T): SharedEntry<T> {
  const [entry, setEntry] = useState<T>(saved);
  /** What was there when somebody began to write. */
  const [base, setBase] = useState({ revision, entry });
  const [isDirty, setIsDirty] = useState(false);
  // What one has just stored oneself is newer than what was read before.
  const isOther = revision > base.revision;
  const take = (newest: number, theirs: T): void => {
    setEntry(theirs);
    setBase({ revision: newest, entry: theirs });
    setIsDirty(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a revision has one content
  useEffect(() => {
    if (!isDirty && isOther) take(revision, saved());
  }, [revision, isDirty, isOther]);
  return {
    entry,
    revision: base.revision,
    isDirty,
    isBehind: isDirty && isOther,
    write: (change) => {
      setEntry((before) => ({ ...before, ...change }));
      setIsDirty(true);
    },
    keepMine: () => {
      const theirs = saved();
      setEntry(mergeEntries(base.entry, entry, theirs));
      setBase({ revision, entry: theirs });
    },
    takeTheirs: () => take(revision, saved()),
    saved: take,
  };
}
