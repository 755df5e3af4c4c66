import type { CityProfile } from '#domain/city/profile';
import type { Facts, OverlayFact, RoadFact, VersionFact, ZoneFact } from '#domain/zoning/facts';

export const aVersion = (given: Partial<VersionFact> = {}): VersionFact => ({
  layer_id: 'rdtr-uji',
  kind: 'zones',
  theme: null,
  version_id: 'bbbbbbbbbbbbbbbb',
  valid_from: '2026-01-01',
  decree: 'Uji',
  publication_id: 1,
  rules_layer_id: 'rules-uji',
  regulation_id: 'rdtr',
  is_demo: true,
  title: 'RDTR uji',
  plan_scale: 5000,
  imported_at: '2026-01-01T00:00:00Z',
  special_fields: [],
  covers: true,
  ...given,
});

export const aZone = (given: Partial<ZoneFact> = {}): ZoneFact => ({
  version_id: 'bbbbbbbbbbbbbbbb',
  feature_no: 1,
  code: 'R-3',
  kodzon: 'R',
  namzon: 'Zona Perumahan',
  kodszn: 'R-3',
  namszn: 'Kepadatan Sedang',
  namobj: null,
  kodwp: null,
  kodswp: 'I.A',
  kodblk: 'I.A.1',
  kodsbl: null,
  wadmkc: null,
  wadmkd: null,
  remark: null,
  kodunk: null,
  stated_area_ha: null,
  special: {},
  is_demo: true,
  interior: true,
  ...given,
});

export const anOverlay = (given: Partial<OverlayFact> = {}): OverlayFact => ({
  version_id: 'cccccccccccccccc',
  theme: 'banjir',
  level_code: 'tinggi',
  name: 'Rawan banjir tinggi',
  is_demo: true,
  ...given,
});

export const aRoad = (given: Partial<RoadFact> = {}): RoadFact => ({
  version_id: 'dddddddddddddddd',
  name: 'Jalan Contoh',
  road_class: 'lokal',
  row_width_m: 8,
  distance_m: 6,
  from: 'parcel',
  ...given,
});

/** Facts of a point inside one zone and one kelurahan; everything else is empty unless given. */
export const someFacts = (given: Partial<Facts> = {}): Facts => ({
  versions: [
    aVersion(),
    aVersion({
      layer_id: 'admin',
      kind: 'admin',
      version_id: 'eeeeeeeeeeeeeeee',
      rules_layer_id: null,
      regulation_id: null,
    }),
  ],
  admin: [
    { level: 'kelurahan', code: '64.71.06.1003', name: 'Klandasan Ulu', parent_name: 'Balikpapan Kota' },
  ],
  zones: [aZone()],
  rtrw: [],
  nearZones: [],
  setAside: [],
  overlays: [],
  nearOverlays: [],
  zonePieces: [],
  parcels: [],
  parcelZones: [],
  parcelOverlays: [],
  parcelGaps: [],
  roads: [],
  utilities: [],
  sum: null,
  failed: new Set(),
  ...given,
});

export const aCity = (given: Partial<CityProfile> = {}): CityProfile => ({
  id: 'balikpapan',
  name: 'Balikpapan',
  kind: 'kota',
  province: 'Kalimantan Timur',
  code: '64.71',
  bbox: [116.72, -1.29, 117.03, -1.01],
  centre: [116.87, -1.16],
  crs: { metric: 32750, expected: [4326, 32750], utmZone: 50, utmHemisphere: 'S' },
  timeZone: 'Asia/Makassar',
  timeZoneLabel: 'WITA',
  borderToleranceM: 5,
  sliverThresholdM2: 1,
  maxPolygonM2: 2_000_000,
  office: { id: 'DPPR', en: 'DPPR' },
  disclaimer: { id: '', en: '' },
  landDispute: { id: '', en: '' },
  demoNotice: { id: '', en: '' },
  neighbours: [{ name: 'Kabupaten Penajam Paser Utara', bbox: [116.3, -1.6, 116.72, -0.9] }],
  attributions: [],
  ...given,
});
