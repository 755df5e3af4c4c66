import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { writePackFile } from '#domain/pack/container';
import type { PackManifest } from '#domain/pack/manifest';
import { ShapeWriter } from '#domain/pack/shapes';
import { aCity } from './some-facts.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
/** The key that {@link aPack} is signed with, and one that signed nothing. */
export const packKey = { ...publicKey.export({ format: 'jwk' }), kid: 'k1' };
export const strangeKey = {
  ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
  kid: 'k2',
};

/**
 * The file of a pack of one square kelurahan without a plan.
 *
 * @param name BARAT, or TIMUR, which lies beside it
 */
export function aPack(
  state = '0123456789abcdef',
  change: Partial<PackManifest> = {},
  name: 'BARAT' | 'TIMUR' = 'BARAT',
): Uint8Array {
  const writer = new ShapeWriter();
  const [west, code] = name === 'BARAT' ? [116.8, '1'] : [116.81, '2'];
  const [left, right] = [Math.round(west * 1e7), Math.round((west + 0.01) * 1e7)];
  const corners = [left, -12000000, right, -12000000, right, -11900000, left, -11900000];
  writer.add([{ kind: 'shell', xy: Int32Array.from(corners) }]);
  const names = [{ level: 'kelurahan', name, point: [west + 0.005, -1.195] }];
  const facts = {
    city: aCity(),
    onlyIn: name,
    legend: { on: '2026-01-01', isDemo: true, layers: [], extent: null, names },
    layers: [
      {
        kind: 'admin',
        versionId: '1000000000000002',
        drawn: { layerId: 'admin', sourceLayer: 'admin', minZoom: 0, maxZoom: 18, tags: { name: 'name' } },
        rows: [{ feature_no: Number(code), level: 'kelurahan', code, name, parent_name: null }],
      },
    ],
  };
  const parts = [
    JSON.stringify(facts),
    writer.bytes(),
    JSON.stringify({ ruleSets: [], kbli: [], words: [] }),
  ];
  const pressed = parts.map((part) => new Uint8Array(gzipSync(part)));
  const version = {
    layer_id: 'admin',
    kind: 'admin' as const,
    theme: null,
    version_id: '1000000000000002',
    valid_from: '2026-01-01',
    decree: 'CONTOH',
    publication_id: 1,
    rules_layer_id: null,
    regulation_id: null,
    is_demo: true,
    title: 'Batas',
    plan_scale: null,
    imported_at: '2026-01-01',
    special_fields: [],
    covers: true,
  };
  const manifest: PackManifest = {
    schema: 'pack/1',
    packId: `kelurahan-${code}`,
    kind: 'kelurahan',
    title: name,
    cityId: 'balikpapan',
    state,
    inForceFrom: '2026-01-01',
    validUntil: '2027-01-01',
    recordedAt: '2026-01-01T00:00:00Z',
    isDemo: true,
    bbox: [west, -1.2, west + 0.01, -1.19],
    versions: [version],
    parts: pressed.map((bytes, index) => ({
      name: (['facts', 'shapes', 'rules'] as const)[index] ?? 'rules',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    ...change,
  };
  const signed = new TextEncoder().encode(JSON.stringify(manifest));
  return writePackFile(signed, new Uint8Array(sign(null, signed, privateKey)), pressed);
}
