import { useState } from 'react';
import { askStaff, type StaffRequest, tellStaff } from '../../lib/staff-request.ts';
import { useReader } from '../../locale/reader.tsx';
import { useFailureWords } from '../console-frame/index.ts';

interface Schema<T> {
  safeParse(body: unknown): { success: true; data: T } | { success: false };
}

/** One thing at a time that a form sends: whether it is on its way, and why it was refused, in words. */
export function useSending() {
  const { language } = useReader();
  const words = useFailureWords();
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setIsSending(true);
    setFailure(null);
    try {
      return await work();
    } catch (error) {
      setFailure(words(error instanceof Error ? error : new Error(String(error))));
      return undefined;
    } finally {
      setIsSending(false);
    }
  };
  return {
    isSending,
    failure,
    /** The answer; undefined when it was refused. */
    ask: <T>(path: string, schema: Schema<T>, request: StaffRequest) =>
      run(() => askStaff(path, schema, language, request)),
    /** True once it was done. */
    tell: async (path: string, request: StaffRequest): Promise<boolean> =>
      (await run(() => tellStaff(path, language, request))) !== undefined,
  };
}
