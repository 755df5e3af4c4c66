import { type PushEvent, workerScope } from './worker-scope.ts';

/** What the server tells a browser: that there is something to read, and where. */
interface News {
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

/** What came cannot be read; a browser that is told must show something all the same. */
const UNREADABLE: News = { title: 'Ada kabar baru', body: 'Ketuk untuk membacanya.', path: '/laporan' };

export async function showNews(data: PushEvent['data']): Promise<void> {
  const { title, body, path } = read(data);
  await workerScope.registration.showNotification(title, {
    body,
    tag: path,
    data: path,
    icon: '/icons/icon-192.png',
  });
}

/** The page in front if it is open already; otherwise a new one. */
export async function openNews(path: unknown): Promise<void> {
  const address = new URL(pathOf(path), workerScope.location.origin);
  const clients = await workerScope.clients.matchAll({ type: 'window' });
  const open = clients.find(({ url }) => new URL(url).pathname === address.pathname);
  if (open === undefined) await workerScope.clients.openWindow(address.href);
  else await open.focus();
}

function read(data: PushEvent['data']): News {
  try {
    const { title, body, path } = (data?.json() ?? {}) as Partial<Record<keyof News, unknown>>;
    if (typeof title !== 'string' || typeof body !== 'string') return UNREADABLE;
    return { title, body, path: pathOf(path) };
  } catch {
    return UNREADABLE;
  }
}

/** A page of ours and nothing else. */
const pathOf = (given: unknown): string =>
  typeof given === 'string' && /^\/(?!\/)[\w/-]*$/.test(given) ? given : UNREADABLE.path;
