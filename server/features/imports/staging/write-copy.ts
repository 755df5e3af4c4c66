import type { Writable } from 'node:stream';

const CHUNK_CHARACTERS = 65_536;

/**
 * Writes lines into a COPY stream and waits until the server has taken all of them. One chunk is under way at a time:
 * the driver throws out of any later, buffered write when the connection has gone, where nobody can catch it.
 * @throws the driver's error when the connection is lost, or what the lines throw: the COPY is then given up
 */
export async function writeCopy(copy: Writable, lines: AsyncIterable<string>): Promise<void> {
  guardDestroy(copy);
  const lost = new Promise<never>((_resolve, reject) => {
    copy.on('error', reject);
    copy.once('close', () => reject(connectionLost()));
  });
  lost.catch(() => {});
  const write = (chunk: string): Promise<void> =>
    new Promise((resolve, reject) => {
      copy.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  const send = async (chunk: string): Promise<void> => {
    try {
      await Promise.race([write(chunk), lost]);
    } catch (error) {
      // Without its socket the driver fails with a TypeError; what happened is that the connection went.
      throw error instanceof TypeError ? connectionLost() : error;
    }
  };
  try {
    let chunk = '';
    for await (const line of lines) {
      chunk += line;
      if (chunk.length < CHUNK_CHARACTERS) continue;
      await send(chunk);
      chunk = '';
    }
    if (chunk !== '') await send(chunk);
    await Promise.race([new Promise<void>((resolve) => copy.end(resolve)), lost]);
  } catch (error) {
    // Ends the COPY at the server; an open one would refuse the rollback that comes next.
    copy.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** The driver says goodbye on a socket that may be gone, and throws where only the process would notice. */
function guardDestroy(copy: Writable): void {
  const destroy = copy._destroy.bind(copy);
  copy._destroy = (error, done) => {
    try {
      destroy(error, done);
    } catch {
      // It has called `done` before it reached for the socket.
    }
  };
}

const connectionLost = (): Error =>
  Object.assign(new Error('the database connection was lost'), { code: 'CONNECTION_CLOSED' });
