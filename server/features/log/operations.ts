import * as z from 'zod/mini';
import type { Operation } from '../../platform/http/operation.ts';
import { consistencyQuerySchema, consistencySchema, proofQuerySchema } from './schema.ts';

const plainText = 'text/plain';

export const logOperations: readonly Operation[] = [
  {
    id: 'logCheckpoint',
    method: 'get',
    path: '/api/v1/log/checkpoint',
    title: { id: 'Titik periksa log', en: 'Checkpoint of the log' },
    description: {
      id: 'Jumlah catatan dan akar pohon Merkle pada jam ini, satu untuk tiap jam, ditandatangani (C2SP tlog-checkpoint). Simpan salinannya: dengan itu penulisan ulang riwayat akan ketahuan.',
      en: 'How many entries there are and the root of the Merkle tree in this hour, one for each, signed (C2SP tlog-checkpoint). Keep a copy: it is what shows that history was rewritten.',
    },
    query: z.object({}),
    answers: [
      { status: 200, text: { id: 'Catatan bertanda tangan.', en: 'A signed note.' }, mediaType: plainText },
    ],
    example: '/api/v1/log/checkpoint',
  },
  {
    id: 'logProof',
    method: 'get',
    path: '/api/v1/log/proof',
    title: { id: 'Bukti satu catatan', en: 'Proof of one entry' },
    description: {
      id: 'Jalur dari satu catatan ke akar (RFC 6962) dengan titik periksa, sebagai berkas C2SP tlog-proof. Isi catatan tidak ditampilkan.',
      en: 'The path from an entry to the root (RFC 6962) with the checkpoint, as a C2SP tlog-proof file. What the entry says is not shown.',
    },
    query: proofQuerySchema,
    parameterTexts: { index: { id: 'Nomor catatan, mulai dari 0.', en: 'Number of the entry, from 0.' } },
    answers: [{ status: 200, text: { id: 'Berkas bukti.', en: 'The proof file.' }, mediaType: plainText }],
    problems: ['notFound'],
    example: '/api/v1/log/proof?index=0',
  },
  {
    id: 'logConsistency',
    method: 'get',
    path: '/api/v1/log/consistency',
    title: { id: 'Bukti log hanya bertambah', en: 'Proof that the log only grew' },
    description: {
      id: 'Bukti bahwa pohon lama adalah awal dari pohon baru (RFC 6962).',
      en: 'That the earlier tree is the beginning of the later one (RFC 6962).',
    },
    query: consistencyQuerySchema,
    parameterTexts: {
      from: { id: 'Jumlah catatan pada pohon lama.', en: 'Entries in the earlier tree.' },
      to: {
        id: 'Jumlah pada pohon baru; semua bila tidak diisi.',
        en: 'In the later one; all when left out.',
      },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Hash dalam base64.', en: 'Hashes in base64.' },
        name: 'LogConsistency',
        schema: consistencySchema,
      },
    ],
    problems: ['notFound'],
    example: '/api/v1/log/consistency?from=1',
  },
  {
    id: 'logKeys',
    method: 'get',
    path: '/.well-known/tlog-keys',
    title: { id: 'Kunci log', en: 'Keys of the log' },
    description: {
      id: 'Kunci publik yang menandatangani log, satu per baris, yang dipakai sekarang di baris pertama (C2SP signed-note).',
      en: 'The public keys that sign the log, one per line, the one in use first (C2SP signed-note).',
    },
    query: z.object({}),
    answers: [{ status: 200, text: { id: 'Kunci.', en: 'The keys.' }, mediaType: plainText }],
    example: '/.well-known/tlog-keys',
  },
];
