import type { Operation } from '../../platform/http/operation.ts';
import { POLYGON_LIMIT_BYTES, parameterTexts } from '../lookup/index.ts';
import {
  documentParamsSchema,
  issuedItrSchema,
  itrBodySchema,
  itrQuerySchema,
  keyListSchema,
  proofQuerySchema,
  verificationSchema,
} from './schema.ts';

const itrParameters = {
  lon: parameterTexts.lon,
  lat: parameterTexts.lat,
  parcel: {
    id: 'NIB bidang tanah (bukan Nomor Induk Berusaha), sebagai ganti bujur dan lintang.',
    en: 'Parcel number (NIB bidang, not the number of a business), instead of longitude and latitude.',
  },
};
const documentParameters = {
  document: { id: 'Kode dokumen, 22 huruf dan angka.', en: 'Document code, 22 letters and digits.' },
};
const itrProblems = [
  'groundOutsideCity',
  'sourceUnavailable',
  'tooManyTries',
  'busy',
  'signerUnavailable',
  'diskFull',
  'coordinateOutOfRange',
  'utmMetresAsDegrees',
] as const;
const anExample = 'AAAAAAAAAAAAAAAAAAAAAA';

export const documentOperations: readonly Operation[] = [
  {
    id: 'itrPdf',
    method: 'get',
    path: '/api/v1/itr.pdf',
    title: { id: 'ITR sebagai PDF', en: 'ITR as PDF' },
    description: {
      id: 'Informasi Tata Ruang satu titik atau satu bidang: PDF/A-3a bertag dan bersegel, dengan data dan sertifikatnya. Bukan dasar perizinan.',
      en: 'What the plan says at a point or on a parcel: a tagged and sealed PDF/A-3a with its data and certificate. No basis for a permit.',
    },
    query: itrQuerySchema,
    parameterTexts: itrParameters,
    answers: [{ status: 200, text: { id: 'Dokumen.', en: 'The document.' }, mediaType: 'application/pdf' }],
    problems: [...itrProblems, 'parcelUnknown', 'parcelAmbiguous'],
    example: '/api/v1/itr.pdf?lon=116.8319&lat=-1.2767',
  },
  {
    id: 'itrJson',
    method: 'get',
    path: '/api/v1/itr.json',
    title: { id: 'ITR sebagai JSON', en: 'ITR as JSON' },
    description: {
      id: 'Isi yang sama sebagai data: kutipan kanonik (RFC 8785) dan sertifikatnya (JWS, Ed25519).',
      en: 'The same content as data: the canonical extract (RFC 8785) and its certificate (JWS, Ed25519).',
    },
    query: itrQuerySchema,
    parameterTexts: itrParameters,
    answers: [
      {
        status: 200,
        text: { id: 'Dokumen.', en: 'The document.' },
        name: 'IssuedItr',
        schema: issuedItrSchema,
      },
    ],
    problems: [...itrProblems, 'parcelUnknown', 'parcelAmbiguous'],
    example: '/api/v1/itr.json?lon=116.8319&lat=-1.2767',
  },
  {
    id: 'itrOfDrawing',
    method: 'post',
    path: '/api/v1/itr',
    title: { id: 'ITR untuk gambar', en: 'ITR of a drawing' },
    description: {
      id: 'ITR untuk poligon GeoJSON (WGS 84); ditandai bukan bidang terdaftar. PDF-nya di alamat “pdf”.',
      en: 'An ITR of a GeoJSON polygon (WGS 84), marked as no registered parcel. Its PDF is at the address “pdf”.',
    },
    body: { mediaTypes: ['application/json'], limitBytes: POLYGON_LIMIT_BYTES, schema: itrBodySchema },
    answers: [
      {
        status: 200,
        text: { id: 'Dokumen.', en: 'The document.' },
        name: 'IssuedItr',
        schema: issuedItrSchema,
      },
    ],
    problems: [...itrProblems, 'geometryInvalid', 'areaTooLarge', 'tooManyVertices'],
    example: `/api/v1/itr' -H 'content-type: application/json' -d '{"geometry":{"type":"Polygon","coordinates":[[[116.831,-1.276],[116.832,-1.276],[116.832,-1.275],[116.831,-1.275],[116.831,-1.276]]]}}`,
  },
  {
    id: 'documentKeys',
    method: 'get',
    path: '/api/v1/documents/keys',
    title: { id: 'Kunci pemeriksaan dokumen', en: 'Keys that documents are checked with' },
    description: {
      id: 'Kunci sertifikat, sertifikat segel, dan kunci catatan, termasuk yang sudah diganti. Simpan untuk memeriksa tanpa jaringan.',
      en: 'Keys of certificates, certificates of seals and keys of the log, also those that were changed. Keep them to check without a network.',
    },
    answers: [
      {
        status: 200,
        text: { id: 'Daftar kunci.', en: 'The list of keys.' },
        name: 'DocumentKeys',
        schema: keyListSchema,
      },
    ],
    example: '/api/v1/documents/keys',
  },
  {
    id: 'documentState',
    method: 'get',
    path: '/api/v1/documents/{document}',
    title: { id: 'Keadaan satu dokumen', en: 'What a document is worth' },
    description: {
      id: 'Berlaku, dicabut, digantikan, atau kedaluwarsa hari ini; tanpa data pribadi.',
      en: 'In force, withdrawn, replaced or expired today; without personal data.',
    },
    params: documentParamsSchema,
    parameterTexts: documentParameters,
    answers: [
      {
        status: 200,
        text: { id: 'Keadaannya.', en: 'Its state.' },
        name: 'Verification',
        schema: verificationSchema,
      },
    ],
    problems: ['notFound'],
    example: `/api/v1/documents/${anExample}`,
  },
  {
    id: 'documentPdf',
    method: 'get',
    path: '/api/v1/documents/{document}/pdf',
    title: { id: 'Berkas ITR yang sudah terbit', en: 'The file of an ITR that was issued' },
    description: {
      id: 'Byte yang sama dengan yang diterbitkan. Berkas KRK tidak dibagikan di sini.',
      en: 'The same bytes as were issued. Files of a KRK are not given out here.',
    },
    params: documentParamsSchema,
    parameterTexts: documentParameters,
    answers: [{ status: 200, text: { id: 'Dokumen.', en: 'The document.' }, mediaType: 'application/pdf' }],
    problems: ['notFound', 'documentFileGone'],
    example: `/api/v1/documents/${anExample}/pdf`,
  },
  {
    id: 'documentProof',
    method: 'get',
    path: '/api/v1/documents/{document}/proof',
    title: {
      id: 'Bukti terbit atau bukti berakhir dalam catatan',
      en: 'Proof of issue or of end in the log',
    },
    description: {
      id: 'Bukti bahwa penerbitan dokumen ini, atau pencabutan dan penggantiannya, tercatat (c2sp.org/tlog-proof); diperiksa tanpa jaringan dengan npm run log -- verify.',
      en: 'Proof that the issue of this document, or its withdrawal or replacement, was logged (c2sp.org/tlog-proof); checked without a network with npm run log -- verify.',
    },
    params: documentParamsSchema,
    query: proofQuerySchema,
    parameterTexts: {
      ...documentParameters,
      of: {
        id: 'issue (bila kosong): penerbitan; end: pencabutan, penggantian, atau akhir masa berlaku',
        en: 'issue (when left out); end: withdrawal, replacement or expiry',
      },
    },
    answers: [{ status: 200, text: { id: 'Bukti.', en: 'The proof.' }, mediaType: 'text/plain' }],
    problems: ['notFound'],
    example: `/api/v1/documents/${anExample}/proof`,
  },
];
