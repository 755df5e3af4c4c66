import { exportOutbox, type OutboxItem } from '../../../offline/outbox.ts';

/** Hands reports over as one file, photos too: for a device that keeps nothing, or to be brought to the office by hand. */
export async function saveAsFile(items: readonly OutboxItem[]): Promise<void> {
  const address = URL.createObjectURL(await exportOutbox(items));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'laporan.json';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
