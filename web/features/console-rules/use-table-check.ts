import { useEffect, useState } from 'react';
import { useReader } from '../../locale/reader.tsx';
import { checkTables, type RuleFinding } from './rules-api.ts';
import type { EditedTables } from './table-edits.ts';

/** Somebody has stopped typing. */
const REST_MS = 600;

/**
 * What is wrong with the tables as they stand now, asked once nobody types any more; what was found before stays until
 * then. The server's own checks say it, so that nothing passes here that an import would refuse.
 */
export function useTableCheck(tables: EditedTables) {
  const { language } = useReader();
  const [state, setState] = useState<{
    findings: readonly RuleFinding[];
    error: Error | null;
    of: EditedTables | null;
  }>({ findings: [], error: null, of: null });
  useEffect(() => {
    const abort = new AbortController();
    const check = async (): Promise<void> => {
      try {
        const { findings } = await checkTables(tables, language, abort.signal);
        setState({ findings, error: null, of: tables });
      } catch (failure) {
        if (abort.signal.aborted) return;
        const error = failure instanceof Error ? failure : new Error(String(failure));
        setState((before) => ({ ...before, error, of: tables }));
      }
    };
    const timer = setTimeout(() => void check(), REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [tables, language]);
  return { findings: state.findings, error: state.error, isChecking: state.of !== tables };
}
