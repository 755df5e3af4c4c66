import type { JSONValue } from 'postgres';
import type { ImportReport } from '#domain/publication/import-report';
import { isCoverage } from '#domain/publication/layer-kind';
import type { DemoCity } from '../../../data/demo/index.ts';
import type { DemoLayer } from './demo-layers.ts';

const nothing = (method: string) => ({ method, count: 0, totalM2: 0, listCap: 0, list: [] });
const BY_CONSTRUCTION = 'partition cut once on a 1 cm grid; checked by tests/golden/demo-city.test.ts';

/** The report that stands with a version of the demo city: it was made here, so there is nothing to set aside. */
export function reportOf(layer: DemoLayer, city: DemoCity, metricCrs: number): JSONValue {
  const crs = `EPSG:${metricCrs}`;
  const partition = isCoverage(layer.kind) ? nothing(BY_CONSTRUCTION) : null;
  const report: ImportReport = {
    schema: 'import-report/1',
    source: {
      name: 'demo-city',
      sha256: city.sha256,
      byteCount: 0,
      format: 'demo',
      layer: layer.layerId,
      crs,
      crsName: crs,
      crsFrom: 'option',
    },
    options: {
      layerId: layer.layerId,
      kind: layer.kind,
      theme: layer.theme,
      isRepairing: false,
      isDemo: layer.isDemo,
    },
    fields: [],
    specialFields: [],
    unusedSources: [],
    counts: { read: layer.featureCount, accepted: layer.featureCount, setAside: 0, repaired: 0 },
    areas: null,
    setAside: { byReason: [], listCap: 0, list: [] },
    repairs: { method: 'none', list: [] },
    overlaps: partition,
    gaps: partition,
    slivers: null,
    duplicates: null,
    codes: null,
    outsideCity: { method: 'cut to the outlines', count: 0, listCap: 0, featureNos: [] },
    texts: { count: 0, listCap: 0, list: [], truncationSuspected: [] },
    notices: layer.isDemo ? [{ code: 'demo', count: layer.featureCount, detail: layer.notice }] : [],
  };
  return JSON.parse(JSON.stringify(report));
}
