import * as z from 'zod/mini';
import { dayParameter } from '../../platform/http/parameters.ts';
import { activityParameter } from '../lookup/index.ts';

export const whereQuerySchema = z.object({ activity: activityParameter, on: z.optional(dayParameter) });
export const activitiesQuerySchema = z.object({ q: activityParameter, on: z.optional(dayParameter) });
