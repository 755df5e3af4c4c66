import { useTexts } from '../../locale/feature-texts.ts';
import { ReasonDialog } from '../console-frame/index.ts';
import { decisionTexts } from './decision-texts.ts';

/** Why a release ends here: whoever made it reads it. */
export function ReasonForm({
  title,
  help,
  isBusy,
  error,
  onSay,
  onClose,
}: {
  title: string;
  help: string;
  isBusy: boolean;
  error: Error | null;
  onSay: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useTexts(decisionTexts);
  return (
    <ReasonDialog
      title={title}
      field={{ label: t.reason, needed: t.required }}
      action={title}
      isBusy={isBusy}
      error={error}
      onSay={onSay}
      onClose={onClose}
    >
      <p>{help}</p>
    </ReasonDialog>
  );
}
