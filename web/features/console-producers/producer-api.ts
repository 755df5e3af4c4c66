import { type Producer, producerListSchema, producerSchema } from '#domain/accounts/producer';
import type { Language } from '#domain/language';
import { askStaff } from '../../lib/staff-request.ts';
import { useStaffQuery } from '../console-frame/index.ts';

const PATH = '/api/v1/staff/producers';

/** The list of agencies, closed ones at its end. */
export const useProducers = () => useStaffQuery(PATH, producerListSchema);

/** Adds an agency. */
export const addProducer = (producerId: string, name: string, language: Language): Promise<Producer> =>
  askStaff(PATH, producerSchema, language, { method: 'POST', json: { producerId, name } });

/** Changes an agency that is still the one that was read; a refusal with 409 brings what is saved now. */
export const changeProducer = (
  { producerId, revision }: Producer,
  change: { readonly name?: string; readonly isClosed?: boolean },
  language: Language,
): Promise<Producer> =>
  askStaff(`${PATH}/${encodeURIComponent(producerId)}`, producerSchema, language, {
    method: 'PATCH',
    json: change,
    headers: { 'if-match': `"r${revision}"` },
  });
