import * as z from 'zod/mini';
import type { Operation } from '../../platform/http/operation.ts';
import { asOfQuery } from './schema.ts';

const layer = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/));
const version = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const versionText = { id: 'Id versi.', en: 'Version id.' };
const layerText = { id: 'Id lapisan.', en: 'Layer id.' };
const onText = {
  id: 'Tanggal hukum (YYYY-MM-DD); hari ini bila tidak diisi.',
  en: 'Day in law (YYYY-MM-DD); today when left out.',
};
const pointerText = { id: 'Versi dan alamat ubinnya.', en: 'The version and the address of its tiles.' };

const spanSchema = {
  sourceLayer: z.optional(z.string()),
  minZoom: z.optional(z.number()),
  maxZoom: z.optional(z.number()),
};
const pointer = {
  layerId: z.string(),
  kind: z.string(),
  theme: z.nullable(z.string()),
  title: z.string(),
  versionId: z.string(),
  validFrom: z.iso.date(),
  decree: z.string(),
  isDemo: z.boolean(),
  tiles: z.string(),
  tileJson: z.string(),
  archive: z.string(),
  ...spanSchema,
};
const day = { on: z.iso.date(), isStale: z.boolean() };
const pointersSchema = z.object({ ...day, layers: z.array(z.object(pointer)) });
const pointerSchema = z.object({ ...day, ...pointer });

const tileJsonSchema = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  version: z.string(),
  scheme: z.literal('xyz'),
  tiles: z.array(z.string()),
  minzoom: z.int(),
  maxzoom: z.int(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  center: z.tuple([z.number(), z.number(), z.number()]),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      fields: z.record(z.string(), z.string()),
      minzoom: z.int(),
      maxzoom: z.int(),
    }),
  ),
  layer_id: z.string(),
  version_id: z.string(),
  is_demo: z.boolean(),
  revision: z.int(),
  /** Demonstration data only: the sentence that says so. */
  description: z.optional(z.string()),
  attribution: z.optional(z.string()),
});
const archiveType = 'application/vnd.pmtiles';

export const tileOperations: readonly Operation[] = [
  {
    id: 'tilesInForce',
    method: 'get',
    path: '/tiles/current.json',
    title: { id: 'Ubin yang berlaku', en: 'Tiles in force' },
    description: {
      id: 'Versi setiap lapisan yang berlaku pada satu tanggal, dengan alamat ubinnya.',
      en: 'The version of every layer in force on a day, with the address of its tiles.',
    },
    query: asOfQuery,
    parameterTexts: { on: onText },
    answers: [{ status: 200, text: pointerText, name: 'TilePointers', schema: pointersSchema }],
    hasEntityTag: true,
    example: '/tiles/current.json',
  },
  {
    id: 'tilesOfLayerInForce',
    method: 'get',
    path: '/tiles/{layer}/current.json',
    title: { id: 'Ubin satu lapisan yang berlaku', en: 'Tiles in force of one layer' },
    description: { id: 'Sama untuk satu lapisan.', en: 'The same for one layer.' },
    params: z.object({ layer }),
    query: asOfQuery,
    parameterTexts: { layer: layerText, on: onText },
    answers: [{ status: 200, text: pointerText, name: 'TilePointer', schema: pointerSchema }],
    hasEntityTag: true,
    problems: ['notFound'],
    example: '/tiles/rdtr-contoh/current.json',
  },
  {
    id: 'tile',
    method: 'get',
    path: '/tiles/{layer}/{version}/{z}/{x}/{y}.mvt',
    title: { id: 'Satu ubin vektor', en: 'One vector tile' },
    description: {
      id: 'Mapbox Vector Tile dari satu versi; tidak pernah berubah.',
      en: 'Mapbox Vector Tile of one version; it never changes.',
    },
    params: z.object({
      layer,
      version,
      z: z.int().check(z.gte(0), z.lte(22)),
      x: z.int().check(z.gte(0), z.lt(2 ** 22)),
      y: z.int().check(z.gte(0), z.lt(2 ** 22)),
    }),
    parameterTexts: {
      layer: layerText,
      version: versionText,
      z: { id: 'Tingkat zoom.', en: 'Zoom.' },
      x: { id: 'Kolom.', en: 'Column.' },
      y: { id: 'Baris, dari utara.', en: 'Row, from the north.' },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Ubin.', en: 'The tile.' },
        mediaType: 'application/vnd.mapbox-vector-tile',
      },
      { status: 204, text: { id: 'Tidak ada apa pun di ubin ini.', en: 'Nothing lies in this tile.' } },
    ],
    hasEntityTag: true,
    readsDatabase: false,
    problems: ['badRequest', 'notFound'],
    example: '/tiles/rdtr-contoh/<versi>/14/13509/8260.mvt',
  },
  {
    id: 'tileJson',
    method: 'get',
    path: '/tiles/{layer}/{version}/tile.json',
    title: { id: 'TileJSON satu versi', en: 'TileJSON of one version' },
    description: {
      id: 'TileJSON 3.0.0 untuk program peta; alamat ubinnya lengkap.',
      en: 'TileJSON 3.0.0 for map programs; the address of its tiles is a whole one.',
    },
    params: z.object({ layer, version }),
    query: z.object({}),
    parameterTexts: { layer: layerText, version: versionText },
    answers: [
      {
        status: 200,
        text: { id: 'TileJSON.', en: 'The TileJSON.' },
        name: 'TileJson',
        schema: tileJsonSchema,
      },
    ],
    readsDatabase: false,
    problems: ['notFound'],
    example: '/tiles/rdtr-contoh/<versi>/tile.json',
  },
  {
    id: 'tileArchive',
    method: 'get',
    path: '/tiles/{layer}/{version}/archive.pmtiles',
    title: { id: 'Semua ubin satu versi', en: 'All tiles of one version' },
    description: {
      id: 'Arsip PMTiles 3; tidak pernah berubah. Header Range meminta satu bagian; If-Range menjaga bagian dari berkas yang sama.',
      en: 'PMTiles 3 archive; it never changes. A Range header asks for one part; If-Range keeps parts of the same file together.',
    },
    params: z.object({ layer, version }),
    parameterTexts: { layer: layerText, version: versionText },
    answers: [
      { status: 200, text: { id: 'Seluruh arsip.', en: 'The whole archive.' }, mediaType: archiveType },
      {
        status: 206,
        text: { id: 'Bagian yang diminta.', en: 'The part asked for.' },
        mediaType: archiveType,
      },
      {
        status: 416,
        text: { id: 'Bagian di luar berkas.', en: 'The part lies beyond the end of the file.' },
      },
    ],
    hasEntityTag: true,
    readsDatabase: false,
    problems: ['notFound'],
    example: '/tiles/rdtr-contoh/<versi>/archive.pmtiles',
  },
];
