import type { Language } from '#domain/language';
import {
  type LayerChange,
  type LayerRecord,
  layerRecordSchema,
  type NewLayer,
} from '#domain/release/layer-record';
import { askStaff } from '../../lib/staff-request.ts';

export const LAYERS = '/api/v1/staff/layers';
export const layerPath = (layerId: string): string => `${LAYERS}/${encodeURIComponent(layerId)}`;

/** Makes a layer; it holds nothing until its first release. */
export const createLayer = (layer: Partial<NewLayer>, language: Language): Promise<LayerRecord> =>
  askStaff(LAYERS, layerRecordSchema, language, { method: 'POST', json: layer });

/** Changes a record that is still the one that was read; a refusal with 409 brings what is saved now. */
export const changeLayer = (
  { layerId, revision }: Pick<LayerRecord, 'layerId' | 'revision'>,
  change: LayerChange,
  language: Language,
): Promise<LayerRecord> =>
  askStaff(layerPath(layerId), layerRecordSchema, language, {
    method: 'PATCH',
    json: change,
    headers: { 'if-match': `"r${revision}"` },
  });
