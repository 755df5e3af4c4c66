import { describe, expect, it } from 'vitest';
import { fiveDigitEntries, readKbliList, readPlainWords } from './read-code-lists.ts';

describe('the KBLI list', () => {
  const text =
    'edition,code,title,description,source\n2020,45,PERDAGANGAN MOBIL,,BPS\n2020,45201,REPARASI MOBIL,"Kelompok ini, dan itu",BPS\n';

  it('keeps every level, and five digits for what a business registers under', () => {
    const { rows, problems } = readKbliList('kbli', text);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(2);
    expect(fiveDigitEntries(rows)).toEqual([{ edition: '2020', code: '45201', title: 'REPARASI MOBIL' }]);
  });

  it('names a code that stands twice in one edition, and allows it in another edition', () => {
    expect(readKbliList('kbli', `${text}2020,45,LAGI,,BPS\n`).problems).toMatchObject([
      { code: 'duplicate', row: 4, column: 'code', params: { text: '45', firstRow: 2 } },
    ]);
    expect(readKbliList('kbli', `${text}2025,45,LAGI,,BPS\n`).problems).toEqual([]);
  });

  it('refuses a row without its source', () => {
    expect(
      readKbliList('kbli', 'edition,code,title,description,source\n2020,45,A,,\n').problems,
    ).toMatchObject([{ code: 'required', column: 'source' }]);
  });
});

describe('plain words', () => {
  it('lead to KBLI codes and to words of activity names', () => {
    const { rows } = readPlainWords(
      'w',
      'word,kbli,activity_words,source\nbengkel,45201|45407,bengkel kendaraan|bengkel,umum\n',
    );
    expect(rows).toEqual([
      { word: 'bengkel', kbli: ['45201', '45407'], activityWords: ['bengkel kendaraan', 'bengkel'] },
    ]);
  });

  it('need not have a KBLI code', () => {
    expect(
      readPlainWords('w', 'word,kbli,activity_words,source\nrumah tinggal,,rumah tunggal,umum\n').rows[0]
        ?.kbli,
    ).toEqual([]);
  });
});
