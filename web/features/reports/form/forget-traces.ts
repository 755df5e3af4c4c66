import { deleteAnswers } from '../../../offline/saved-answers.ts';

/**
 * Takes off this device what reports leave beside themselves: the answer for the very place, kept a minute before the report;
 * news that is shown; and the way by which further news would come. Whoever picks the telephone up next would see that and
 * where its owner reported, and without the secret nobody could stop it. The service of the browser then says that it is gone,
 * and the city forgets its address too.
 */
export async function forgetTraces(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  const closeShown = async (): Promise<void> => {
    for (const shown of (await registration?.getNotifications()) ?? []) shown.close();
  };
  const endNews = async (): Promise<void> => {
    await (await registration?.pushManager?.getSubscription())?.unsubscribe();
  };
  // A browser without one of them, or without a network, still forgets the others.
  await Promise.allSettled([deleteAnswers(), closeShown(), endNews()]);
}
