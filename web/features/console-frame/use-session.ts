import { useCallback, useEffect, useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import { isOffline } from '../../lib/api.ts';
import { watchSignedOut } from '../../lib/staff-request.ts';
import { fetchMember, type StaffMember } from '../../lib/staff-session.ts';
import { useReader } from '../../locale/reader.tsx';
import { forgetRounds, keepMember, keptMember } from '../../offline/kept-rounds.ts';
import { forgetAll } from './use-staff-query.ts';

export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'in'; readonly member: StaffMember }
  /** It ended while somebody was at work: what they wrote stays on the screen until they are back. */
  | { readonly state: 'ended'; readonly member: StaffMember }
  | { readonly state: 'out' }
  | { readonly state: 'failed'; readonly error: Error };

/** Whoever goes out is known to this device where no network is; nobody else is, and nobody who has left. */
async function keepForTheField(member: StaffMember | null): Promise<void> {
  const goesOut = member !== null && reachOf(member, 'application.survey').length > 0;
  await (goesOut ? keepMember(member, Date.now()) : forgetRounds()).catch(() => undefined);
}

/** Who works at this screen; asked at the start, after signing in or out, and when the server no longer knows. */
export function useSession(): { session: Session; refresh: () => Promise<void> } {
  const { language } = useReader();
  const [session, setSession] = useState<Session>({ state: 'asking' });
  const refresh = useCallback(async () => {
    try {
      const member = await fetchMember(language);
      if (member === null) forgetAll();
      setSession(member === null ? { state: 'out' } : { state: 'in', member });
      await keepForTheField(member);
    } catch (error) {
      const kept =
        error instanceof Error && isOffline(error)
          ? await keptMember<StaffMember>(Date.now()).catch(() => null)
          : null;
      if (kept !== null) return setSession({ state: 'in', member: kept });
      setSession({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }, [language]);
  useEffect(() => {
    void refresh();
    const again = (): void => void refresh();
    window.addEventListener('online', again);
    const stop = watchSignedOut(() =>
      setSession((before) => {
        if (before.state !== 'in') return before.state === 'ended' ? before : { state: 'out' };
        return { state: 'ended', member: before.member };
      }),
    );
    return () => {
      window.removeEventListener('online', again);
      stop();
    };
  }, [refresh]);
  const hasEnded = session.state === 'ended';
  useEffect(() => {
    if (!hasEnded) return;
    const lookAgain = async (): Promise<void> => {
      const member = await fetchMember(language).catch(() => null);
      if (member !== null) setSession({ state: 'in', member });
    };
    const onShown = (): void => {
      if (document.visibilityState === 'visible') void lookAgain();
    };
    document.addEventListener('visibilitychange', onShown);
    return () => document.removeEventListener('visibilitychange', onShown);
  }, [hasEnded, language]);
  return { session, refresh };
}
