import type { ReceivedReport } from '#domain/report/report';

/**
 * Opens a report from the device that keeps its secret. It is sent as a field: a link with it behind `#` would stay in the
 * history of the browser, for whoever takes the telephone next.
 */
export function OpenReport({
  receipt,
  label,
  isMain = false,
}: {
  receipt: Pick<ReceivedReport, 'ticket' | 'secret'>;
  label: string;
  isMain?: boolean;
}) {
  return (
    <form method="post" action={`/laporan/${receipt.ticket}`}>
      <input type="hidden" name="kunci" value={receipt.secret} />
      <button type="submit" className={isMain ? 'button-primary' : 'button'} name="aksi" value="buka">
        {label}
      </button>
    </form>
  );
}
