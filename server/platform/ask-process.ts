import type { ChildProcess } from 'node:child_process';

/**
 * Asks a process beside this one, which answers under the number of the request; while it is asked, it keeps this one
 * alive. One that takes longer is killed.
 * @returns null when it died or hung: that fails this request only, whoever asks next starts another
 */
export function askProcess<Reply extends { readonly number: number }>(
  child: ChildProcess,
  request: { readonly number: number },
  longestMs: number,
): Promise<Reply | null> {
  return new Promise((resolve) => {
    child.channel?.ref();
    const onMessage = (reply: Reply): void => {
      if (reply.number === request.number) end(reply);
    };
    const onEnd = (): void => end(null);
    const end = (reply: Reply | null): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onEnd);
      child.off('error', onEnd);
      child.channel?.unref();
      resolve(reply);
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      onEnd();
    }, longestMs);
    child.on('message', onMessage);
    child.once('exit', onEnd);
    child.once('error', onEnd);
    child.send(request, (error) => {
      if (error !== null) onEnd();
    });
  });
}
