import { describe, expect, it } from 'vitest';
import { readItbxMatrix } from './read-itbx-matrix.ts';

const ZONES = new Set(['R-1', 'R-2', 'K-1', 'I']);
const read = (text: string) => readItbxMatrix('itbx-matrix-r', text, 'r', ZONES);
const codesOf = (text: string) => read(text).problems.map(({ code, row, column }) => [code, row, column]);

describe('an ITBX matrix', () => {
  it('with two leading columns gives one cell per activity and zone', () => {
    const { activities, cells, zoneCodes, problems } = read(
      'kelompok,kegiatan,R-1,K-1\nHunian,Rumah Kos,"T1,B2",I\nJasa,Bengkel,X,\n',
    );
    expect(problems).toEqual([]);
    expect(zoneCodes).toEqual(['R-1', 'K-1']);
    expect(activities.map(({ row }) => row.name)).toEqual(['Rumah Kos', 'Bengkel']);
    expect(cells.map(({ row }) => [row.activity_id, row.zone_code, row.cell])).toEqual([
      ['hunian.rumah-kos', 'R-1', 'T1,B2'],
      ['hunian.rumah-kos', 'K-1', 'I'],
      ['jasa.bengkel', 'R-1', 'X'],
      ['jasa.bengkel', 'K-1', ''],
    ]);
  });

  it('with three leading columns, several header rows and merged group cells reads as a sheet prints it', () => {
    const { activities, cells, problems } = read(
      [
        'MATRIKS KEGIATAN;;;;;',
        'No;Kelompok;Kegiatan;Zona Perumahan;;Zona Perdagangan',
        ';;;R;;K',
        ';;;R-1;R-2;K-1',
        '1;Hunian;Rumah Tunggal;I;I;B1',
        '2;;Rumah Kos;T1/B1;B1;I',
        ';Jasa;;;;',
        '3;;Bengkel;X;X;T1 B1',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(activities.map(({ row, line }) => [line, row.group_name, row.name])).toEqual([
      [5, 'Hunian', 'Rumah Tunggal'],
      [6, 'Hunian', 'Rumah Kos'],
      [8, 'Jasa', 'Bengkel'],
    ]);
    expect(cells.filter(({ row }) => row.zone_code === 'R-2').map(({ row }) => row.cell)).toEqual([
      'I',
      'B1',
      'X',
    ]);
  });

  it('takes an activity id from its column, so that a renamed activity keeps it', () => {
    const { cells } = read('activity_id,kelompok,kegiatan,R-1\nkos,Hunian,Rumah Kos dan Asrama,I\n');
    expect(cells[0]?.row.activity_id).toBe('kos');
  });

  it('takes columns of single polygons by their KODUNK, whose header row stands below those of zone and sub-zone', () => {
    const { zoneCodes, problems } = read(
      ['kelompok,kegiatan,R,R,K', ',,R-1,R-1,K-1', ',,R-1.7,R-1.41948,K-1.2', 'Hunian,Rumah,I,X,X'].join(
        '\n',
      ),
    );
    expect(problems).toEqual([]);
    expect(zoneCodes).toEqual(['R-1.7', 'R-1.41948', 'K-1.2']);
  });

  it('lists every zone column that the regulation does not know', () => {
    expect(codesOf('kelompok,kegiatan,R-1,R-9,Z,K-1\nHunian,Rumah,I,I,I,I\n')).toEqual([
      ['unknownZoneColumn', 1, 'R-9'],
      ['unknownZoneColumn', 1, 'Z'],
    ]);
  });

  it('refuses a zone column that stands twice', () => {
    expect(codesOf('kelompok,kegiatan,R-1,R-1\nHunian,Rumah,I,I\n')).toEqual([['duplicateColumn', 1, 'R-1']]);
  });

  it('names row and zone of every cell that it cannot read, and reads on', () => {
    const matrix = read('kelompok,kegiatan,R-1,K-1\nHunian,Rumah,Q,I\nHunian,Kos,"I,X",?\n');
    expect(matrix.problems.map(({ code, row, column, params }) => [code, row, column, params.text])).toEqual([
      ['notAnItbxCode', 2, 'R-1', 'Q'],
      ['mixedItbx', 3, 'R-1', 'I,X'],
      ['notAnItbxCode', 3, 'K-1', '?'],
    ]);
    expect(matrix.activities).toHaveLength(2);
  });

  it('refuses codes without an activity, an activity without a group, and cells without a title', () => {
    expect(codesOf('kelompok,kegiatan,R-1\nHunian,,I\n')).toEqual([['activityNameMissing', 2, null]]);
    expect(codesOf('kelompok,kegiatan,R-1\n,Rumah,I\n')).toEqual([['groupMissing', 2, null]]);
    expect(codesOf('kelompok,kegiatan,R-1,\nHunian,Rumah,I,catatan\n')).toEqual([['unnamedColumn', 2, '4']]);
  });

  it('refuses a leading column that it does not know and a matrix without its leading columns', () => {
    expect(codesOf('kelompok,kegiatan,risiko,R-1\nHunian,Rumah,rendah,I\n')).toEqual([
      ['unknownColumn', 1, 'risiko'],
    ]);
    expect(codesOf('kegiatan,R-1\nRumah,I\n')).toEqual([['missingColumn', 1, 'group_name']]);
  });

  it('says so when no header row holds a zone code of the regulation', () => {
    expect(codesOf('kelompok,kegiatan,A,B\nHunian,Rumah,X,T1\n')).toEqual([['noZoneRow', null, null]]);
    expect(codesOf('')).toEqual([['noZoneRow', null, null]]);
  });

  it('finds the header of a matrix whose only zone is called like a letter of its cells', () => {
    expect(
      read('kelompok,kegiatan,I\nHunian,Rumah,I\nHunian,Kos,X\n').cells.map(({ row }) => row.cell),
    ).toEqual(['I', 'X']);
  });

  it('does not take the zone I in a cell for a header', () => {
    const { zoneCodes, activities } = read('kelompok,kegiatan,R-1,I\nHunian,Rumah,I,I\nHunian,Kos,I,X\n');
    expect(zoneCodes).toEqual(['R-1', 'I']);
    expect(activities).toHaveLength(2);
  });
});
