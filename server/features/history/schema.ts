import * as z from 'zod/mini';
import { dayParameter } from '../../platform/http/parameters.ts';
import { degreesParameter } from '../lookup/index.ts';

const point = { lon: degreesParameter, lat: degreesParameter };

export const historyQuerySchema = z.object(point);
export const compareQuerySchema = z.object({ ...point, from: dayParameter, to: z.optional(dayParameter) });
