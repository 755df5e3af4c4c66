import type { CaseRow } from '#domain/correction/correction';
import { useReader } from '../../locale/reader.tsx';
import { LawWords } from '../../ui/law-words.tsx';
import { rowSaid, rowTitle } from './row-words.ts';

type Told = Parameters<typeof rowTitle>[0];

/** What a row is about; a name of the plan stays the plan's, in Indonesian, and is read out as such. */
export function RowTitle({ row }: { row: Told }) {
  return <LawWords sentence={rowTitle(row, useReader())} words={row.name ?? ''} />;
}

/** Fields in which a row quotes the regulation or the data. */
const QUOTED = ['body', 'text', 'subzoneName', 'zoneName', 'levelCode'] as const;

/** What a row says, with what it quotes marked as Indonesian. */
export function RowSaid({ row }: { row: Pick<CaseRow, 'says'> & Told }) {
  const quoted = QUOTED.map((field) => row.says[field]).find(
    (said) => typeof said === 'string' && said !== '',
  );
  return <LawWords sentence={rowSaid(row, useReader())} words={String(quoted ?? '')} />;
}
