import type { IncomingMessage } from 'node:http';

const PHOTOS = /^\/(?:api\/v1\/[^?]*\/photos?(?:\/|$)|lapor(?:$|\?)|laporan\/)/;

/** Whether a request may bring a photo: telephones on bad networks need longer for one than anything else may take. */
export const mayBringPhotos = ({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean =>
  (method === 'PUT' || method === 'POST') && PHOTOS.test(url);
