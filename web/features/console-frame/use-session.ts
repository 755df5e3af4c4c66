import { useCallback, useEffect, useState } from 'react';
import { watchSignedOut } from '../../lib/staff-request.ts';
import { fetchMember, type StaffMember } from '../../lib/staff-session.ts';
import { useReader } from '../../locale/reader.tsx';
import { forgetAll } from './use-staff-query.ts';

export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'in'; readonly member: StaffMember }
  | { readonly state: 'out' }
  | { readonly state: 'failed'; readonly error: Error };

/** Who works at this screen; asked at the start, after signing in or out, and when the server no longer knows. */
export function useSession(): { session: Session; refresh: () => Promise<void> } {
  const { language } = useReader();
  const [session, setSession] = useState<Session>({ state: 'asking' });
  const refresh = useCallback(async () => {
    try {
      const member = await fetchMember(language);
      if (member === null) forgetAll();
      setSession(member === null ? { state: 'out' } : { state: 'in', member });
    } catch (error) {
      setSession({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }, [language]);
  useEffect(() => {
    void refresh();
    return watchSignedOut(() => {
      forgetAll();
      setSession({ state: 'out' });
    });
  }, [refresh]);
  return { session, refresh };
}
