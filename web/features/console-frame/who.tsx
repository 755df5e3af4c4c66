import { useTexts } from '../../locale/feature-texts.ts';
import { frameTexts } from './texts.ts';

/** Who did something: a name, an account that is gone, or the command line. */
export function Who({ person }: { person: { readonly name: string | null } | null }) {
  const t = useTexts(frameTexts);
  return <>{person === null ? t.commandLine : (person.name ?? t.goneAccount)}</>;
}
