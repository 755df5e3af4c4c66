import * as z from 'zod/mini';
import type { Operation } from '../../platform/http/operation.ts';
import { asOfQuery } from './schema.ts';

const layer = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/));
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
      version: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
      z: z.int().check(z.gte(0), z.lte(22)),
      x: z.int().check(z.gte(0), z.lt(2 ** 22)),
      y: z.int().check(z.gte(0), z.lt(2 ** 22)),
    }),
    parameterTexts: {
      layer: layerText,
      version: { id: 'Id versi.', en: 'Version id.' },
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
];
