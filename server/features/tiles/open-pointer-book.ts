import type { Sql } from 'postgres';
import { PointerBook } from './pointer-book.ts';
import { pointersOn } from './queries.ts';

/** What is in force, as the database says it. */
export const openPointerBook = (sql: Sql, now: () => number = () => performance.now()): PointerBook =>
  new PointerBook((day) => pointersOn(sql, day), now);
