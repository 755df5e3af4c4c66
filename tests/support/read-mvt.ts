import { PbfReader } from 'pbf';

export interface DecodedFeature {
  readonly id: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Rings or lines in tile units; rings without their repeated last point. */
  readonly paths: readonly (readonly (readonly [x: number, y: number])[])[];
}

export interface DecodedLayer {
  readonly name: string;
  readonly extent: number;
  readonly version: number;
  readonly features: readonly DecodedFeature[];
}

interface RawFeature {
  id: number;
  tags: number[];
  geometry: number[];
}

/** Reads a vector tile by the letter of its specification 2.1, apart from the writer that is under test. */
export function readMvt(bytes: Uint8Array): DecodedLayer[] {
  const layers: DecodedLayer[] = [];
  new PbfReader(bytes).readFields((field, _none, pbf) => {
    if (field === 3) layers.push(readLayer(pbf));
  }, undefined);
  return layers;
}

function readLayer(pbf: PbfReader): DecodedLayer {
  const raw = {
    name: '',
    extent: 4096,
    version: 1,
    features: [] as RawFeature[],
    keys: [] as string[],
    values: [] as string[],
  };
  pbf.readMessage((field, layer, reader) => {
    if (field === 15) layer.version = reader.readVarint();
    else if (field === 1) layer.name = reader.readString();
    else if (field === 5) layer.extent = reader.readVarint();
    else if (field === 3) layer.keys.push(reader.readString());
    else if (field === 2)
      layer.features.push(reader.readMessage(readFeature, { id: 0, tags: [], geometry: [] }));
    else if (field === 4) layer.values.push(reader.readMessage(readText, { text: '' }).text);
  }, raw);
  const { keys, values, features, ...rest } = raw;
  return {
    ...rest,
    features: features.map(({ id, tags, geometry }) => ({
      id,
      tags: Object.fromEntries(
        Array.from({ length: tags.length / 2 }, (_, i) => [keys[tags[2 * i]!]!, values[tags[2 * i + 1]!]!]),
      ),
      paths: readGeometry(geometry),
    })),
  };
}

function readText(field: number, value: { text: string }, pbf: PbfReader): void {
  if (field === 1) value.text = pbf.readString();
}

function readFeature(field: number, feature: RawFeature, pbf: PbfReader): void {
  if (field === 1) feature.id = pbf.readVarint();
  else if (field === 2) pbf.readPackedVarint(feature.tags);
  else if (field === 4) pbf.readPackedVarint(feature.geometry);
}

function readGeometry(commands: readonly number[]): [number, number][][] {
  const paths: [number, number][][] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < commands.length; ) {
    const command = commands[i]! & 7;
    const count = commands[i++]! >> 3;
    for (let n = 0; n < count && command !== 7; n++) {
      x += unzigzag(commands[i++]!);
      y += unzigzag(commands[i++]!);
      if (command === 1) paths.push([]);
      paths.at(-1)!.push([x, y]);
    }
  }
  return paths;
}

const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1);
