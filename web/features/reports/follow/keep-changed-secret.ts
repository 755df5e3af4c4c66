import { reportSecretSchema } from '#domain/report/report';
import { changeItem, outboxItems } from '../../../offline/outbox.ts';
import { REPORT } from '../../../offline/send-report.ts';

/** A report that lies on this device, and has another secret now, is opened by that from its list. */
export async function keepChangedSecret(told: string): Promise<void> {
  const changed = reportSecretSchema.safeParse(JSON.parse(told)).data;
  if (changed === undefined) return;
  for (const { key, kind, receipt } of await outboxItems())
    if (kind === REPORT && (receipt as { ticket?: unknown } | null)?.ticket === changed.ticket)
      await changeItem(key, (item) => ({
        ...item,
        receipt: { ...(item.receipt as object), ...changed },
      }));
}
