import { expect, it } from 'vitest';
import { readHolidayList } from './holiday-list.ts';

it('a list is read as offices keep it: with a head or without, with commas or semicolons, days in order', () => {
  const days = [
    { day: '2027-01-01', name: 'Tahun Baru Masehi' },
    { day: '2027-05-06', name: 'Kenaikan, cuti bersama' },
  ];
  expect(
    readHolidayList(
      'tanggal,nama\r\n2027-05-06,"Kenaikan, cuti bersama"\r\n2027-01-01,Tahun Baru Masehi\r\n',
      2027,
    ),
  ).toEqual({ days, faults: [] });
  expect(readHolidayList('1/1/2027;Tahun Baru Masehi\n06-05-2027;Kenaikan', 2027)).toEqual({
    days: [days[0], { day: '2027-05-06', name: 'Kenaikan' }],
    faults: [],
  });
  expect(readHolidayList('', 2027)).toEqual({ days: [], faults: [] });
});

it('every line that cannot be read is named, and none is guessed', () => {
  const list = [
    '2027-01-01,Satu',
    '2027-02-30,Tidak ada',
    '2026-12-25,Tahun lain',
    '2027-03-01,',
    '2027-01-01,Dua kali',
    'besok,Kata',
  ].join('\n');
  const { days, faults } = readHolidayList(list, 2027);
  expect(days).toEqual([{ day: '2027-01-01', name: 'Satu' }]);
  expect(faults).toEqual([
    { line: 2, why: 'day' },
    { line: 3, why: 'year' },
    { line: 4, why: 'name' },
    { line: 5, why: 'twice' },
    { line: 6, why: 'day' },
  ]);
});
