import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import type { DemoCity } from './demo-city.ts';
import type { Frame } from './frame.ts';
import { layersOf } from './layers.ts';
import { ruleTables } from './rules/rule-tables.ts';

export type Manifest = {
  notice: string;
  seed: number;
  sha256: string;
  files: { name: string; features: number; sha256: string }[];
};

/**
 * Writes the rule tables as CSV (`rules/`, ready for `npm run import -- rules`), and each layer as GeoJSON, one feature per line (EPSG:4326, lon lat, 8 decimals), and a manifest with counts and
 * hashes.
 */
export async function writeCity(
  city: DemoCity,
  frame: Frame,
  notice: string,
  directory: string,
): Promise<Manifest> {
  mkdirSync(directory, { recursive: true });
  const files: Manifest['files'] = [];
  for (const layer of layersOf(city, frame)) {
    const name = `${layer.name}.geojsonl`;
    const out = createWriteStream(`${directory}/${name}`);
    const hash = createHash('sha256');
    let lines: string[] = [];
    const flush = async () => {
      const text = lines.join('');
      lines = [];
      hash.update(text);
      if (!out.write(text)) await once(out, 'drain');
    };
    for (const feature of layer.features) {
      lines.push(`${JSON.stringify(feature)}\n`);
      if (lines.length === 2000) await flush();
    }
    await flush();
    out.end();
    await once(out, 'finish');
    files.push({ name, features: layer.count, sha256: hash.digest('hex') });
  }
  mkdirSync(`${directory}/rules`, { recursive: true });
  for (const [table, text] of ruleTables([...new Set(city.zones.map(({ code }) => code))])) {
    const name = `rules/${table}.csv`;
    writeFileSync(`${directory}/${name}`, text);
    const rows = text.trimEnd().split('\n').length - 1;
    files.push({ name, features: rows, sha256: createHash('sha256').update(text).digest('hex') });
  }
  const manifest: Manifest = { notice, seed: city.seed, sha256: city.sha256, files };
  writeFileSync(`${directory}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
