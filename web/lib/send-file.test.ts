import { describe, expect, test } from 'vitest';
import { LostConnection, OtherOffset, sendFile, UploadGone, type UploadPort } from './send-file.ts';

/** A server in memory that keeps what arrives, and fails when it is told to. */
function aServer(has = '') {
  const state = { has, asked: 0, faults: [] as ('before' | 'after' | 'other')[] };
  const port: UploadPort = {
    offset: async () => {
      state.asked += 1;
      return state.has.length;
    },
    append: async (at, piece) => {
      const fault = state.faults.shift();
      if (fault === 'before') throw new LostConnection();
      if (fault === 'other' || at !== state.has.length) throw new OtherOffset();
      state.has += await piece.text();
      if (fault === 'after') throw new LostConnection();
      return state.has.length;
    },
  };
  return Object.assign(state, { port });
}

const file = new Blob(['0123456789']);
const send = (port: UploadPort, signal = new AbortController().signal) => {
  const progress: string[] = [];
  const waits: number[] = [];
  const sending = sendFile(port, file, {
    pieceBytes: 4,
    signal,
    onProgress: (bytes, state) => progress.push(`${state} ${bytes}`),
    wait: async (seconds) => void waits.push(seconds),
  });
  return { sending, progress, waits };
};

describe('a file that comes in pieces', () => {
  test('arrives whole, and its progress is what the server has', async () => {
    const server = aServer();
    const { sending, progress } = send(server.port);
    await sending;
    expect(server.has).toBe('0123456789');
    expect(progress).toEqual(['sending 0', 'sending 4', 'sending 8', 'sending 10']);
    expect(server.asked).toBe(1);
  });

  test('goes on where the server is, after a reload', async () => {
    const server = aServer('012345');
    const { sending, progress } = send(server.port);
    await sending;
    expect(server.has).toBe('0123456789');
    expect(progress[0]).toBe('sending 6');
  });

  test('a piece that arrived before the connection broke is not sent twice', async () => {
    const server = aServer();
    server.faults = ['after', 'before'];
    const { sending, progress, waits } = send(server.port);
    await sending;
    expect(server.has).toBe('0123456789');
    expect(progress).toContain('waiting 0');
    expect(waits).toEqual([1, 2]);
  });

  test('the server’s offset wins, but not for ever', async () => {
    const server = aServer();
    server.faults = ['other'];
    await send(server.port).sending;
    expect(server.has).toBe('0123456789');
    server.has = '';
    server.faults = Array.from({ length: 9 }, () => 'other' as const);
    await expect(send(server.port).sending).rejects.toBeInstanceOf(OtherOffset);
  });

  test('pausing keeps what arrived, and an upload that is gone says so', async () => {
    const server = aServer();
    const pause = new AbortController();
    const { sending } = send(
      {
        ...server.port,
        append: async (at, piece, signal) => {
          const now = await server.port.append(at, piece, signal);
          pause.abort();
          return now;
        },
      },
      pause.signal,
    );
    await expect(sending).rejects.toThrow();
    expect(server.has).toBe('0123');
    await expect(send({ ...server.port, offset: async () => null }).sending).rejects.toBeInstanceOf(
      UploadGone,
    );
  });
});
