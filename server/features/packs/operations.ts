import type { Operation } from '../../platform/http/operation.ts';
import { keySetSchema, packEntrySchema, packListSchema, packParamsSchema } from './schema.ts';

const packText = { id: 'Nama paket: kota, atau kelurahan-<kode>.', en: 'Name: kota, or kelurahan-<code>.' };

export const packOperations: readonly Operation[] = [
  {
    id: 'packs',
    method: 'get',
    path: '/api/v1/packs',
    title: { id: 'Paket luring', en: 'Offline packs' },
    description: {
      id: 'Paket kota dan setiap kelurahan untuk keadaan hari ini: zona, aturan tambahan, batas, jalan, dan aturannya, bertanda tangan Ed25519. `inForce` menyebut semua versi yang berlaku, termasuk aturan, dan sampai kapan.',
      en: 'The pack of the city and of each kelurahan for today: zones, overlays, borders, roads and rules, signed with Ed25519. `inForce` names every version in force, rules too, and until when.',
    },
    answers: [
      {
        status: 200,
        text: { id: 'Daftar paket.', en: 'The packs.' },
        name: 'PackList',
        schema: packListSchema,
      },
    ],
    example: '/api/v1/packs',
  },
  {
    id: 'pack',
    method: 'get',
    path: '/api/v1/packs/{pack}',
    title: { id: 'Satu paket luring', en: 'One offline pack' },
    description: {
      id: 'Menyiapkan paket bila belum ada, lalu memberi tahu ukuran dan alamat berkasnya.',
      en: 'Makes the pack unless it is there, and tells its length and the address of its file.',
    },
    params: packParamsSchema,
    parameterTexts: { pack: packText },
    answers: [
      { status: 200, text: { id: 'Paket.', en: 'The pack.' }, name: 'Pack', schema: packEntrySchema },
    ],
    problems: ['notFound', 'busy'],
    example: '/api/v1/packs/kota',
  },
  {
    id: 'packKeys',
    method: 'get',
    path: '/.well-known/one-map-pack-keys.json',
    title: { id: 'Kunci tanda tangan paket', en: 'Keys that packs are signed with' },
    description: {
      id: 'Kunci publik (JWK Set) untuk memeriksa tanda tangan paket.',
      en: 'The public keys (JWK Set) by which a pack’s signature is checked.',
    },
    answers: [
      { status: 200, text: { id: 'Kunci publik.', en: 'The keys.' }, name: 'PackKeys', schema: keySetSchema },
    ],
    readsDatabase: false,
    example: '/.well-known/one-map-pack-keys.json',
  },
];
