import { useCallback, useEffect, useRef, useState } from 'react';
import type { ItemContent } from '#domain/field-round/item';
import type { Round } from '#domain/field-round/round';
import { useReader } from '../../locale/reader.tsx';
import { type KeepFailure, type OutboxItem, outboxItems, wipeOutbox } from '../../offline/outbox.ts';
import { type OutboxSender, startSender } from '../../offline/send-outbox.ts';
import { useConsole } from '../console-frame/index.ts';
import { FIELD_ITEM, messageOf, putIn, sendFieldItem, tryAgain } from './field-outbox.ts';

/** What waits on this device, and the way of it to the server. */
export interface FieldOutbox {
  /** Of this account, the oldest first. */
  readonly items: readonly OutboxItem[];
  /** Items of somebody else that wait on this device. */
  readonly ofOthers: number;
  readonly failure: KeepFailure | null;
  add(round: Pick<Round, 'roundId' | 'subject'>, content: ItemContent, picture?: Blob): Promise<boolean>;
  sendNow(item: OutboxItem): void;
  remove(item: OutboxItem): void;
}

/**
 * Follows the outbox of rounds and sends it by itself.
 * @param onReceived told when the server has something more
 */
export function useFieldOutbox(onReceived: () => void = () => undefined): FieldOutbox {
  const { language } = useReader();
  const { member } = useConsole();
  const accountId = member?.accountId;
  const [all, setAll] = useState<readonly OutboxItem[]>([]);
  const [failure, setFailure] = useState<KeepFailure | null>(null);
  const sender = useRef<OutboxSender | null>(null);
  const latest = useRef({ onReceived, received: new Set<string>() });
  useEffect(() => {
    latest.current.onReceived = onReceived;
  });
  const look = useCallback(async () => {
    const found = (await outboxItems().catch(() => [])).filter(({ kind }) => kind === FIELD_ITEM);
    setAll(found);
    const received = new Set(found.filter(({ state }) => state === 'received').map(({ key }) => key));
    const { received: before } = latest.current;
    latest.current.received = received;
    if ([...received].some((key) => !before.has(key))) latest.current.onReceived();
  }, []);
  useEffect(() => {
    void look();
    const started = startSender({ [FIELD_ITEM]: (item) => sendFieldItem(item, accountId, language) }, () => {
      void look();
    });
    sender.current = started;
    return () => started.stop();
  }, [accountId, language, look]);
  const add: FieldOutbox['add'] = useCallback(
    async ({ roundId, subject }, content, picture) => {
      const at = { kind: subject.kind, roundId, accountId: accountId ?? '' };
      const failed = await putIn(at, content, picture, Date.now());
      setFailure(failed);
      await look();
      void sender.current?.run();
      return failed === null;
    },
    [accountId, look],
  );
  return {
    items: all.filter((item) => messageOf(item).accountId === accountId),
    ofOthers: all.filter((item) => messageOf(item).accountId !== accountId && item.state !== 'received')
      .length,
    failure,
    add,
    sendNow: (item) =>
      void tryAgain(item.key)
        .then(look)
        .then(() => sender.current?.run()),
    remove: (item) => void wipeOutbox(item.key).then(look),
  };
}
