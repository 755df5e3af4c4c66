import { answerSchema } from '#domain/zoning/answer';
import type { Operation } from '../../platform/http/operation.ts';
import { FILE_LIMIT_BYTES, POLYGON_LIMIT_BYTES } from './limits.ts';
import { FILE_MEDIA_TYPES, fileQuerySchema, pointQuerySchema, polygonBodySchema } from './schema.ts';

const lon = { id: 'Bujur, derajat desimal WGS 84.', en: 'Longitude, decimal degrees, WGS 84.' };
const lat = { id: 'Lintang, derajat desimal WGS 84.', en: 'Latitude, decimal degrees, WGS 84.' };
const on = {
  id: 'Tanggal hukum (YYYY-MM-DD); hari ini bila tidak diisi.',
  en: 'Day in law (YYYY-MM-DD); today when left out.',
};
const activity = {
  id: 'Kegiatan: id, kata sehari-hari, atau kode KBLI.',
  en: 'Activity: its id, everyday words, or a KBLI code.',
};
/** What parameters of questions about a place mean. */
export const parameterTexts = { lon, lat, on, activity };
const answer = {
  id: 'Jawaban lengkap. Di luar kota juga 200, dengan coverage “outsideCity”.',
  en: 'The whole answer. Outside the city is 200 too, with coverage “outsideCity”.',
};
const shapeProblems = [
  'geometryInvalid',
  'areaTooLarge',
  'tooManyVertices',
  'coordinateOutOfRange',
  'utmMetresAsDegrees',
] as const;

export const lookupOperations: readonly Operation[] = [
  {
    id: 'lookupPoint',
    method: 'get',
    path: '/api/v1/lookup',
    title: { id: 'Aturan di satu titik', en: 'The rule at a point' },
    description: {
      id: 'Zona, angka intensitas dengan dasar hukumnya, aturan tambahan, dan asal data di satu titik.',
      en: 'Zone, intensity figures with their legal basis, overlays, and where the data comes from, at one point.',
    },
    query: pointQuerySchema,
    parameterTexts: {
      lon,
      lat,
      on,
      activity,
    },
    answers: [{ status: 200, text: answer, name: 'Answer', schema: answerSchema }],
    hasEntityTag: true,
    problems: ['coordinateOutOfRange', 'utmMetresAsDegrees'],
    example: '/api/v1/lookup?lon=116.8319&lat=-1.2767',
  },
  {
    id: 'lookupArea',
    method: 'post',
    path: '/api/v1/lookup',
    title: { id: 'Aturan di satu bidang', en: 'The rule in an area' },
    description: {
      id: 'Sama untuk poligon GeoJSON (WGS 84) atau nomor bidang (NIB); luas dan persen per zona.',
      en: 'The same for a GeoJSON polygon (WGS 84) or a parcel number (NIB); square metres and percent per zone.',
    },
    body: { mediaTypes: ['application/json'], limitBytes: POLYGON_LIMIT_BYTES, schema: polygonBodySchema },
    answers: [{ status: 200, text: answer, name: 'Answer', schema: answerSchema }],
    problems: [...shapeProblems, 'parcelUnknown', 'parcelAmbiguous'],
    example: `/api/v1/lookup' -H 'content-type: application/json' -d '{"geometry":{"type":"Polygon","coordinates":[[[116.831,-1.276],[116.832,-1.276],[116.832,-1.275],[116.831,-1.275],[116.831,-1.276]]]}}`,
  },
  {
    id: 'lookupFile',
    method: 'post',
    path: '/api/v1/lookup/file',
    title: { id: 'Aturan di bidang dari berkas', en: 'The rule in the area of a file' },
    description: {
      id: 'Sama untuk poligon dalam berkas peta, dikirim mentah. Berkas tidak disimpan.',
      en: 'The same for the polygons of a map file, sent raw. The file is not kept.',
    },
    query: fileQuerySchema,
    parameterTexts: {
      name: {
        id: 'Nama berkas; akhirannya menentukan format.',
        en: 'File name; its ending tells the format.',
      },
      crs: {
        id: 'Sistem koordinat (EPSG:…) bila berkas tidak menyebutnya.',
        en: 'CRS (EPSG:…) when the file states none.',
      },
      on,
      activity,
    },
    body: { mediaTypes: FILE_MEDIA_TYPES, limitBytes: FILE_LIMIT_BYTES },
    answers: [{ status: 200, text: answer, name: 'Answer', schema: answerSchema }],
    problems: [...shapeProblems, 'polygonFileUnreadable', 'fileWithoutPolygon', 'busy'],
    example: `/api/v1/lookup/file?name=bidang.geojson' -H 'content-type: application/octet-stream' --data-binary '@bidang.geojson`,
  },
];
