import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface MailServer {
  readonly url: string;
  /** Every mail that was taken, as it came. */
  readonly taken: string[];
  /** What it answers to the end of a mail: `250`, another code, or null to say nothing until told. */
  answer: string | null;
  /** True: nobody may log in. */
  refusesLogin: boolean;
  /** Resolves when a whole mail has come in, answered or not. */
  nextMail(): Promise<void>;
  close(): Promise<void>;
}

/** A mail server that speaks as much of SMTP (RFC 5321) as a client needs, and does what the test wants at the end. */
export async function aMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  let waiting: (() => void)[] = [];
  const taken: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that is killed in the middle of a sentence.
    socket.on('error', () => socket.destroy());
    let buffer = '';
    let mail: string | null = null;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('220 uji ESMTP');
    socket.on('data', (part) => {
      buffer += part.toString('utf8');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (mail === null) {
          mail = line === 'DATA' ? '' : null;
          if (line.startsWith('EHLO')) say('250-uji\r\n250 AUTH PLAIN');
          else if (line.startsWith('AUTH')) say(handle.refusesLogin ? '535 5.7.8 not you' : '235 welcome');
          else say(line === 'DATA' ? '354 go on' : line === 'QUIT' ? '221 bye' : '250 ok');
        } else if (line === '.') {
          if (handle.answer?.startsWith('2')) taken.push(mail);
          if (handle.answer !== null) say(handle.answer);
          mail = null;
          for (const tell of waiting) tell();
          waiting = [];
        } else mail += `${line}\n`;
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const handle: MailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    taken,
    answer: '250 taken',
    refusesLogin: false,
    nextMail: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return handle;
}
