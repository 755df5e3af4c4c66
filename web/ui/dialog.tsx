import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react';

/**
 * A question that has to be answered before anything else. The browser keeps the keyboard inside and gives the focus
 * back; Escape is an answer too.
 */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useModal(element);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

/** As long as it stands, nothing behind it can be reached; afterwards the focus is where it was. */
export function useModal(element: RefObject<HTMLDialogElement | null>): void {
  // Closed while it still stands in the page: one that is gone already cannot give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, [element]);
}
