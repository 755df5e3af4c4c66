import type { ReactNode } from 'react';
import { releaseSchema } from '#domain/release/release';
import { askStaff } from '../../lib/staff-request.ts';
import { useReader } from '../../locale/reader.tsx';
import { goTo, ReasonDialog, useAct } from '../console-frame/index.ts';

/** Asks why, makes a release of it, and goes there: a second person decides about it as about any other. */
export function ReleaseDialog({
  title,
  field,
  action,
  path,
  body,
  onClose,
  children,
}: {
  title: string;
  field: { readonly label: string; readonly help?: string; readonly needed: string };
  /** What the button says. */
  action: string;
  /** Where the release is asked for. */
  path: string;
  /** What is sent with the reason. */
  body: Readonly<Record<string, string>>;
  onClose: () => void;
  /** What will happen. */
  children: ReactNode;
}) {
  const { language } = useReader();
  const { isBusy, error, run } = useAct();
  const make = (reason: string): void =>
    void run(async () => {
      const json = { ...body, reason };
      const made = await askStaff(path, releaseSchema, language, { method: 'POST', json, once: true });
      goTo(`/konsol/rilis/${made.releaseId}`);
    });
  return (
    <ReasonDialog
      title={title}
      field={field}
      action={action}
      isBusy={isBusy}
      error={error}
      onSay={make}
      onClose={onClose}
    >
      {children}
    </ReasonDialog>
  );
}
