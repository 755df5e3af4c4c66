/** Where somebody who has a number asks for what stands behind it; the number goes into the address as `tiket`. */
export function TicketForm({
  action,
  typed = '',
  texts: t,
}: {
  /** Address of the page that knows these numbers. */
  action: string;
  /** The number as it was asked for before. */
  typed?: string;
  texts: { readonly ticket: string; readonly help: string; readonly see: string };
}) {
  return (
    <form className="correction" action={action}>
      <div className="correction-field">
        <label htmlFor="tiket">{t.ticket}</label>
        <p className="quiet" id="tiket-help">
          {t.help}
        </p>
        <input
          id="tiket"
          name="tiket"
          defaultValue={typed}
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          aria-describedby="tiket-help"
        />
      </div>
      <button type="submit" className="button-primary">
        {t.see}
      </button>
    </form>
  );
}
