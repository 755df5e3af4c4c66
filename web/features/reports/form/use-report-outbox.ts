import { useCallback, useEffect, useRef, useState } from 'react';
import { type ReceivedReport, receivedReportSchema } from '#domain/report/report';
import { changeItem, type OutboxItem, outboxItems, wipeOutbox } from '../../../offline/outbox.ts';
import { type OutboxSender, startSender } from '../../../offline/send-outbox.ts';
import { REPORT, sendReport } from '../../../offline/send-report.ts';
import { startUnkept, type UnkeptSender } from '../../../offline/send-unkept.ts';
import { forgetEnded } from './forget-ended.ts';
import { forgetTraces } from './forget-traces.ts';

/** Reports of this device, and their way to the server. */
export interface ReportOutbox {
  /** The oldest first; null until the device has been asked. */
  readonly items: readonly OutboxItem[] | null;
  /** Whether it lies on the device: what does not is gone with its page. */
  isKept(key: string): boolean;
  /** Looks again, and sends what is due. */
  sendDue(): void;
  /** What waits or was refused is tried at once. */
  tryNow(key: string): void;
  /** Back to the form: what was refused is mended there. */
  reopen(key: string): Promise<OutboxItem | null>;
  /** With the last one everything that reports leave on the device goes. */
  remove(key: string): Promise<void>;
  /** Everything of reports off this device, and what they leave beside themselves: a telephone is often shared. */
  wipe(): Promise<void>;
  /** Sends what this device could not keep; what becomes of it is told alone. */
  sendUnkept(item: OutboxItem): void;
}

/** Follows the reports of this device and sends what waits by itself. */
export function useReportOutbox(): ReportOutbox {
  const [kept, setKept] = useState<readonly OutboxItem[] | null>(null);
  const [unkept, setUnkept] = useState<readonly OutboxItem[]>([]);
  const sender = useRef<OutboxSender | null>(null);
  const look = useCallback(async () => {
    const all = (await outboxItems().catch(() => [])).filter(({ kind }) => kind === REPORT);
    setKept(all);
    return all;
  }, []);
  useEffect(() => {
    void look();
    void forgetEnded(Date.now()).then((hasGone) => (hasGone ? look() : null));
    const started = startSender({ [REPORT]: sendReport }, () => void look());
    sender.current = started;
    const { serviceWorker } = navigator;
    // The worker may have sent something while this page waited for its turn.
    const onMessage = ({ data }: MessageEvent): void => {
      if (data === 'outbox') void look();
    };
    serviceWorker?.addEventListener('message', onMessage);
    return () => {
      started.stop();
      serviceWorker?.removeEventListener('message', onMessage);
    };
  }, [look]);
  const sendDue = useCallback((): void => {
    void look();
    void sender.current?.run();
    askWorker();
  }, [look]);
  const unkeptSender = useRef<UnkeptSender | null>(null);
  useEffect(() => {
    const started = startUnkept(sendReport, (item) =>
      setUnkept((before) => [...before.filter(({ key }) => key !== item.key), item]),
    );
    unkeptSender.current = started;
    return started.stop;
  }, []);
  const forget = (keys: (key: string) => boolean): void => {
    for (const { key } of unkept) if (keys(key)) unkeptSender.current?.forget(key);
    setUnkept((before) => before.filter(({ key }) => !keys(key)));
  };
  return {
    items: kept === null ? null : [...kept, ...unkept],
    isKept: (key) => !unkept.some((item) => item.key === key),
    sendDue,
    tryNow: (key) => {
      const one = unkept.find((item) => item.key === key);
      if (one !== undefined) return void unkeptSender.current?.send(one);
      void changeItem(key, (item) =>
        item.state === 'failed' || item.state === 'queued'
          ? { ...item, state: 'queued', notBefore: 0, reason: null }
          : null,
      ).then(sendDue);
    },
    reopen: async (key) => {
      const one = unkept.find((item) => item.key === key);
      forget((other) => other === key);
      if (one !== undefined) return { ...one, state: 'draft', reason: null };
      const opened = await changeItem(key, (item) =>
        item.state === 'failed' || item.state === 'draft' ? { ...item, state: 'draft', reason: null } : null,
      );
      await look();
      return opened;
    },
    remove: async (key) => {
      forget((other) => other === key);
      await wipeOutbox(key).catch(() => undefined);
      const left = [...(await look()), ...unkept.filter((item) => item.key !== key)];
      if (left.length === 0) await forgetTraces();
    },
    wipe: async () => {
      forget(() => true);
      for (const { key } of kept ?? []) await wipeOutbox(key).catch(() => undefined);
      await Promise.all([look(), forgetTraces()]);
    },
    sendUnkept: (item) => void unkeptSender.current?.send(item),
  };
}

interface WithSync {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Where the browser can, its worker sends what waits when there is a network again, also with every page closed. */
function askWorker(): void {
  navigator.serviceWorker?.ready
    .then((registration) => (registration as unknown as WithSync).sync?.register('outbox'))
    .catch(() => undefined);
}

/** Ticket and secret link of a report that has arrived; null before. */
export function receiptOf({ state, receipt }: OutboxItem): ReceivedReport | null {
  if (state !== 'received') return null;
  return receivedReportSchema.safeParse(receipt).data ?? null;
}
