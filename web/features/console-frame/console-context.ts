import { createContext, useContext } from 'react';
import type { CityFacts } from '../../app/page-data.ts';
import type { StaffMember } from '../../lib/staff-session.ts';

/** What every screen may know: the city, and who works here. */
export interface Console {
  readonly city: CityFacts;
  /** Null on screens that need nobody to be signed in. */
  readonly member: StaffMember | null;
  /** Asks the server anew who is signed in; screens that sign somebody in or out call it. */
  refresh(): Promise<void>;
}

export const ConsoleContext = createContext<Console | null>(null);

/** The console that a screen stands in. */
export function useConsole(): Console {
  const found = useContext(ConsoleContext);
  if (found === null) throw new Error('A screen stands outside the console.');
  return found;
}
