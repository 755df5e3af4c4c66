import { type CheckedRules, checkRuleTables } from '#domain/rules/check-rule-tables';

/** A small complete rule set as tables; tests replace the table that they are about. */
export const SMALL_RULE_TABLES: Readonly<Record<string, string>> = {
  regulations:
    'regulation_id,kind,title,number_text,valid_from,is_demo\n' +
    'rdtr,contoh,RDTR CONTOH,CONTOH 1,2026-01-01,ya\n' +
    'sempadan,contoh,Garis sempadan CONTOH,CONTOH 2,,ya\n',
  'legal-sources':
    'source_id,regulation_id,article,quote\n' +
    'lampiran-17,rdtr,Lampiran XVII,\npasal-45,rdtr,Pasal 45,kutipan\ngaris,sempadan,Pasal 4,\n',
  'zone-codes':
    'regulation_id,code,zone_code,zone_name,category,color,source_id\n' +
    'rdtr,R-3,R,Perumahan,budi daya,#fff005,lampiran-17\nrdtr,K-1,K,Perdagangan dan Jasa,budi daya,,\n',
  intensity:
    'regulation_id,zone_code,measure,operator,value,text_value,unit_as_printed,source_id\n' +
    'rdtr,R-3,kdb,max,60,,%,lampiran-17\nrdtr,R-3,kdh,min,20,,%,lampiran-17\nrdtr,K-1,klb,max,,sesuai RTBL,,lampiran-17\n',
  setbacks:
    'regulation_id,kind,zone_code,road_class,value_m,text_value,reference_line,source_id\n' +
    'sempadan,gsb,,arteri,20,,as jalan,garis\nrdtr,jbs,R-3,,2,,batas persil,lampiran-17\n',
  notes:
    'regulation_id,kind,zone_code,kodblk,code,body,source_id\n' +
    'rdtr,parkir,K-1,,,1 mobil per 60 m2,lampiran-17\nrdtr,tpz,,I.A.1,k2,pengendalian pertumbuhan,pasal-45\n',
  activities:
    'regulation_id,activity_id,group_name,name,synonyms,kbli\n' +
    'rdtr,kos,Hunian,Rumah Kos,kost|indekos,55900\n',
  matrices: 'regulation_id,empty_means,source_id\nrdtr,,pasal-45\n',
  conditions:
    'regulation_id,code,body,source_id\nrdtr,T1,jam operasi,pasal-45\nrdtr,B2,rekomendasi FPR,pasal-45\n',
  'itbx-matrix-rdtr': 'kelompok,kegiatan,R-3,K-1\nHunian,Rumah Kos,"T1,B2",I\nJasa,Bengkel,X,\n',
  'overlay-effects':
    'regulation_id,theme,level_code,effect,measure,operator,value,unit_as_printed,activity_id,itbx_codes,body,source_id\n' +
    'rdtr,banjir,tinggi,cap,basement_floors,max,0,lantai,,,tanpa basemen,pasal-45\n' +
    'rdtr,longsor,,prohibition,,,,,,,tidak untuk pembangunan fisik,pasal-45\n' +
    'rdtr,sempadan-sungai,,override,,,,,kos,X,tidak untuk hunian,pasal-45\n',
  'rtrw-matches':
    'regulation_id,rtrw_class,zone_code\nrdtr,Kawasan Permukiman,R\nrdtr,Kawasan Permukiman,K-1\n',
};

/** Checks the small rule set with some tables replaced; null takes a table out. */
export const checkSmallRules = (
  changes: Readonly<Record<string, string | null>> = {},
  options: Partial<Parameters<typeof checkRuleTables>[1]> = {},
): CheckedRules => {
  const texts = new Map<string, string>();
  for (const [name, text] of Object.entries({ ...SMALL_RULE_TABLES, ...changes }))
    if (text !== null) texts.set(name, text);
  return checkRuleTables(texts, { emptyMeans: null, knownKbli: null, ...options });
};

/** `code file:row/column` of each problem, errors only unless asked otherwise. */
export const listProblems = (
  checked: Pick<CheckedRules, 'problems'>,
  severity: 'error' | 'warning' = 'error',
): string[] =>
  checked.problems
    .filter((entry) => entry.severity === severity)
    .map(({ code, file, row, column }) => `${code} ${file}:${row ?? '-'}/${column ?? '-'}`);
