import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { mailFolder, removeMailFiles } from './mail-channel.ts';
import { mailsAbout } from './queries.ts';

/** Takes away mails to somebody who is forgotten that lie as files, where no mail server is set. */
export async function forgetMailFiles(
  { dataDirectory }: Partial<Pick<Deps, 'dataDirectory'>>,
  tx: Queryable,
  keysBegin: string,
): Promise<void> {
  if (dataDirectory === undefined) return;
  await removeMailFiles(mailFolder(dataDirectory), await mailsAbout(tx, keysBegin));
}
