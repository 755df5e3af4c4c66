import * as z from 'zod/mini';
import type { WorkOrder } from './keep-ready.ts';

const workOrderSchema = z.object({ jobId: z.uuid(), worker: z.uuid(), kind: z.enum(['check', 'publish']) });

/** Waits until the process that started this one says what there is to do. */
export function readWorkOrder(): Promise<WorkOrder> {
  return new Promise((resolve, reject) => {
    process.once('message', (message) => {
      const read = workOrderSchema.safeParse(message);
      if (read.success) resolve(read.data);
      else reject(new Error('this is no job'));
    });
  });
}
