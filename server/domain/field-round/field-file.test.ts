import { describe, expect, it } from 'vitest';
import type { CoordinateContext } from '../geo/parse-coordinate.ts';
import { readFieldFile, swapped } from './field-file.ts';

const city: CoordinateContext = {
  bbox: [116.7289, -1.2823, 117.0227, -1.0133],
  utmZone: 50,
  utmHemisphere: 'S',
};
const read = (text: string) => {
  const file = readFieldFile(text, city);
  if (!file.ok) throw new Error(file.problem);
  return file.value;
};
const faultOf = (text: string): string => {
  const file = readFieldFile(text, city);
  return file.ok ? 'read' : file.problem;
};
const gpx = (inner: string): string =>
  `<?xml version="1.0"?>\n<gpx version="1.1" creator="uji" xmlns="http://www.topografix.com/GPX/1/1">${inner}</gpx>\n`;

describe('a file of another instrument', () => {
  it('GPX: waypoints with their names, tracks and routes, by part', () => {
    const file = read(
      gpx(`<metadata><name>Tur</name></metadata><!-- a remark with <trkpt lat="9"/> -->
        <wpt lat="-1.2456" lon="116.8531"><ele>4</ele><name>Sudut &amp; patok <![CDATA[1]]></name></wpt>
        <wpt lon='116.8532' lat='-1.2456'/>
        <trk><name>Keliling</name>
          <trkseg><trkpt lat="-1.2456" lon="116.8531"><time>2026-11-23T01:00:00Z</time></trkpt>
            <trkpt lat="-1.2457" lon="116.8531"/></trkseg>
          <trkseg><trkpt lat="-1.2458" lon="116.8531"/><trkpt lat="-1.2459" lon="116.8531"/></trkseg></trk>
        <rte><rtept lat="-1.24" lon="116.85"><name>a</name></rtept><rtept lat="-1.241" lon="116.85"/></rte>`),
    );
    expect(file.points.map(({ at }) => at)).toEqual([
      [116.8531, -1.2456],
      [116.8532, -1.2456],
    ]);
    expect(file.points[0]?.label).toBe('1');
    expect(file.tracks.map(({ label, line }) => [label, line.length])).toEqual([
      ['Keliling', 2],
      ['Keliling', 2],
      [null, 2],
    ]);
    expect(file).toMatchObject({ format: 'gpx', isSwapOffered: false, outside: 0 });
  });

  it.each(
    [
      [
        '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><wpt lat="1" lon="2"><name>&x;</name></wpt></gpx>',
        'hasDoctype',
      ],
      ['<gpx><!ENTITY a "aaaa"><wpt lat="1" lon="2"/></gpx>', 'hasDoctype'],
      ['<gpx><wpt lat="-1.2" lon="116.8"></gpx>', 'unreadable'],
      ['<gpx><wpt lat="-1.2"/></gpx>', 'unreadable'],
      ['<gpx><wpt lat="-1,2" lon="116,8"/></gpx>', 'unreadable'],
      ['<kml><wpt lat="-1.2" lon="116.8"/></kml>', 'unreadable'],
      [gpx(''), 'empty'],
      [`${'<gpx>'.repeat(60)}`, 'unreadable'],
      ['<gpx><wpt lat="-1.2" lon="116.8"/></gpx><gpx', 'unreadable'],
      [gpx('<wpt lat="120" lon="10"/>'), 'outOfRange'],
      [gpx('<wpt lat="-1.2" lon="116.8"/>'.repeat(201)), 'tooMany'],
      ['{', 'unreadable'],
      ['[1, 2]', 'unreadable'],
      ['{"type":"Point","coordinates":["116.8","-1.2"]}', 'unreadable'],
      [
        '{"type":"Point","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::32750"}},"coordinates":[485000,9860000]}',
        'otherCrs',
      ],
      ['nama;bujur;lintang\n"a;116.8;-1.2', 'unreadable'],
      ['nama;bujur;lintang\na;116.8;', 'unreadable'],
      ['halo', 'unreadable'],
      ['', 'empty'],
      ['x'.repeat(5_000_001), 'tooLarge'],
    ].map(([text = '', fault = ''], index) => ({ row: index, fault, text })),
  )('row $row is refused as $fault', ({ text, fault }) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('CSV: by the names of its columns in any order, with a decimal comma, in degrees or in metres', () => {
    const degrees = read(
      'nama;Lintang;Bujur;ketelitian\nsudut 1;-1,2456;116,8531;0,5\nsudut 2;-1,2457;116,8531;\n',
    );
    expect(degrees.points).toEqual([
      { at: [116.8531, -1.2456], label: 'sudut 1', accuracyM: 0.5 },
      { at: [116.8531, -1.2457], label: 'sudut 2', accuracyM: null },
    ]);
    const [metres] = read('id,x,y\n1,483651.5,9862317.9\n').points;
    expect(metres?.at[0]).toBeCloseTo(116.8531, 3);
    expect(metres?.at[1]).toBeCloseTo(-1.2456, 3);
    // Without names each line is a coordinate as people write it.
    expect(read('-1.2456, 116.8531\n-1.2457, 116.8531').points).toHaveLength(2);
  });

  it('GeoJSON: points, lines, and an outline as its corners', () => {
    const file = read(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { nama: 'P' },
            geometry: { type: 'Point', coordinates: [116.85, -1.24, 3] },
          },
          {
            type: 'Feature',
            properties: null,
            geometry: {
              type: 'LineString',
              coordinates: [
                [116.85, -1.24],
                [116.86, -1.24],
              ],
            },
          },
          {
            type: 'Feature',
            properties: { name: 'bidang' },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [116.85, -1.24],
                  [116.86, -1.24],
                  [116.86, -1.23],
                  [116.85, -1.24],
                ],
              ],
            },
          },
        ],
      }),
    );
    expect(file.points.map(({ label }) => label)).toEqual(['P', 'bidang 1', 'bidang 2', 'bidang 3']);
    expect(file.tracks).toHaveLength(1);
  });

  it('with its two numbers exchanged is offered, never made', () => {
    const file = read('{"type":"MultiPoint","coordinates":[[-1.2456,116.8531],[-1.2457,116.8532]]}');
    expect(file).toMatchObject({ isSwapOffered: true, outside: 2 });
    expect(file.points[0]?.at).toEqual([-1.2456, 116.8531]);
    expect(swapped(file).points.map(({ at }) => at)).toEqual([
      [116.8531, -1.2456],
      [116.8532, -1.2457],
    ]);
    // One of them lies in the city as it stands: then nobody is asked to exchange all of them.
    expect(faultOf('bujur,lintang\n116.8531,-1.2456\n-1.2457,116.8532')).toBe('outOfRange');
  });
});
