import { buildingSchema } from '#domain/building/building';
import type { Operation } from '../../platform/http/operation.ts';
import { FILE_LIMIT_BYTES, FILE_MEDIA_TYPES, POLYGON_LIMIT_BYTES } from '../lookup/index.ts';
import { buildingBodySchema, buildingFileQuerySchema } from './schema.ts';

const answers = [
  {
    status: 200,
    text: {
      id: 'Batas tepi, luas paling banyak per zona, ruang bangun, dan pemeriksaan tiap aturan.',
      en: 'Edges, the most that each zone allows, the admissible volume, and a check of every rule.',
    },
    name: 'Building',
    schema: buildingSchema,
  },
] as const;
const shapeProblems = [
  'geometryInvalid',
  'areaTooLarge',
  'tooManyVertices',
  'groundTooWide',
  'borderTooLong',
  'coordinateOutOfRange',
  'utmMetresAsDegrees',
  'busy',
  'tookTooLong',
] as const;

export const buildingOperations: readonly Operation[] = [
  {
    id: 'building',
    method: 'post',
    path: '/api/v1/building',
    title: { id: 'Apa yang bisa dibangun', en: 'What can be built' },
    description: {
      id: 'Untuk poligon GeoJSON (WGS 84) atau nomor bidang (NIB): tepi depan, sisi, dan belakang dengan jarak bebasnya, luas paling banyak per zona, dan ruang bangun. Dengan “proposal”: lolos atau tidak per aturan. Yang tidak diketahui tidak pernah dihitung nol.',
      en: 'For a GeoJSON polygon (WGS 84) or a parcel number (NIB): front, side and rear edges with their setbacks, the most that each zone allows, and the admissible volume. With “proposal”: pass or fail per rule. What is not known is never taken for zero.',
    },
    body: { mediaTypes: ['application/json'], limitBytes: POLYGON_LIMIT_BYTES, schema: buildingBodySchema },
    answers,
    problems: [...shapeProblems, 'buildingElsewhere', 'parcelUnknown', 'parcelAmbiguous'],
    example: `/api/v1/building' -H 'content-type: application/json' -d '{"geometry":{"type":"Polygon","coordinates":[[[116.831,-1.276],[116.8312,-1.276],[116.8312,-1.2758],[116.831,-1.2758],[116.831,-1.276]]]},"proposal":{"footprintM2":120,"floors":2}}`,
  },
  {
    id: 'buildingFile',
    method: 'post',
    path: '/api/v1/building/file',
    title: {
      id: 'Apa yang bisa dibangun di bidang dari berkas',
      en: 'What can be built on the area of a file',
    },
    description: {
      id: 'Sama untuk poligon dalam berkas peta, dikirim mentah. Berkas tidak disimpan.',
      en: 'The same for the polygons of a map file, sent raw. The file is not kept.',
    },
    query: buildingFileQuerySchema,
    parameterTexts: {
      name: {
        id: 'Nama berkas; akhirannya menentukan format.',
        en: 'File name; its ending tells the format.',
      },
      crs: {
        id: 'Sistem koordinat (EPSG:…) bila berkas tidak menyebutnya.',
        en: 'CRS (EPSG:…) when the file states none.',
      },
      on: {
        id: 'Tanggal hukum (YYYY-MM-DD); hari ini bila tidak diisi.',
        en: 'Day in law (YYYY-MM-DD); today when left out.',
      },
    },
    body: { mediaTypes: FILE_MEDIA_TYPES, limitBytes: FILE_LIMIT_BYTES },
    answers,
    problems: [...shapeProblems, 'polygonFileUnreadable', 'fileWithoutPolygon'],
    example: `/api/v1/building/file?name=bidang.geojson' -H 'content-type: application/octet-stream' --data-binary '@bidang.geojson`,
  },
];
