import { useEffect, useMemo } from 'react';
import { reachOf } from '#domain/accounts/rights';
import {
  ConsoleContext,
  ConsoleFrame,
  ConsoleLink,
  EmptyState,
  Failure,
  frameTexts,
  goTo,
  Loading,
  matchPath,
  Screen,
  useConsoleAddress,
  useSession,
} from '../features/console-frame/index.ts';
import { useTexts } from '../locale/feature-texts.ts';
import { type Reader, ReaderProvider } from '../locale/reader.tsx';
import { Announcer } from './announcer.tsx';
import type { ConsoleData } from './console-data.ts';
import { CONSOLE_PLACES, CONSOLE_ROUTES } from './console-routes.ts';
import { LatePart } from './late-part.tsx';

/** The application of staff: who is there, which screen the address means, and the frame around it. */
export function ConsoleApp({ data, reader }: { data: ConsoleData; reader: Reader }) {
  return (
    <ReaderProvider reader={reader}>
      <Announcer>
        <Rooms city={data.city} />
      </Announcer>
    </ReaderProvider>
  );
}

function Rooms({ city }: Pick<ConsoleData, 'city'>) {
  const t = useTexts(frameTexts);
  const { session, refresh } = useSession();
  const { path } = useConsoleAddress();
  const member = session.state === 'in' || session.state === 'ended' ? session.member : null;
  const room = useMemo(() => ({ city, member, refresh }), [city, member, refresh]);
  const found = findRoute(path);
  const places = CONSOLE_PLACES.filter(
    ({ actions }) =>
      actions.length === 0 ||
      (member !== null && actions.some((action) => reachOf(member, action).some((reach) => reach !== 'own'))),
  );
  const isNotTheirs =
    member !== null &&
    found !== null &&
    found.route.place !== null &&
    !places.some(({ id }) => id === found.route.place);
  const isOwed = member?.isSecondFactorSet === true && !member.hasSecondFactor;
  const isHalf = isOwed || (member?.isSecondFactorDemanded === true && !member.hasSecondFactor);
  return (
    <ConsoleContext value={room}>
      <ConsoleFrame places={places} current={found?.route.place ?? null}>
        {found === null ? (
          <NotFound />
        ) : found.route.access === 'signedIn' && member === null ? (
          <NobodyHere session={session} onRetry={() => void refresh()} />
        ) : isHalf && found.route.access === 'signedIn' && (isOwed || !path.startsWith('/konsol/akun')) ? (
          <SecondFactorFirst isSet={member.isSecondFactorSet} />
        ) : isNotTheirs && path === '/konsol' ? (
          <FirstPlace href={places[0]?.href ?? '/konsol/akun'} />
        ) : isNotTheirs ? (
          <NotTheirs />
        ) : (
          <>
            {session.state === 'ended' && <SessionEnded />}
            <LatePart
              key={found.route.access === 'open' ? path : `${member?.accountId} ${path}`}
              later={found.route.screen}
              waiting={<Loading />}
              message={t.broken}
            >
              {(Part) => <Part params={found.params} />}
            </LatePart>
          </>
        )}
      </ConsoleFrame>
    </ConsoleContext>
  );
}

function findRoute(path: string) {
  for (const route of CONSOLE_ROUTES) {
    const params = matchPath(route.path, path);
    if (params !== null) return { route, params };
  }
  return null;
}

/** The address of the screen for signing in, which leads back to where somebody wanted to be. */
const signInHref = (): string =>
  `/konsol/masuk?lanjut=${encodeURIComponent(window.location.pathname + window.location.search)}`;

/** The session ended while somebody was at work: the screen stays as it is. */
function SessionEnded() {
  const t = useTexts(frameTexts);
  return (
    <div className="session-ended" role="alert">
      <p>
        <strong>{t.ended}.</strong> {t.endedHelp}
      </p>
      <a className="button" href="/konsol/masuk" target="_blank" rel="noopener">
        {t.signInNewTab}
      </a>
    </div>
  );
}

function NobodyHere({
  session,
  onRetry,
}: {
  session: ReturnType<typeof useSession>['session'];
  onRetry: () => void;
}) {
  if (session.state === 'failed') return <Failure error={session.error} onRetry={onRetry} />;
  if (session.state !== 'out') return <Loading />;
  return <FirstPlace href={signInHref()} />;
}

/** A password was enough to come here, and for nothing else. */
function SecondFactorFirst({ isSet }: { isSet: boolean }) {
  const t = useTexts(frameTexts);
  const way = isSet ? '/konsol/masuk' : '/konsol/akun/dua-langkah';
  const back = encodeURIComponent(window.location.pathname + window.location.search);
  return (
    <Screen title={t.factorFirst} lead={t.factorWhy}>
      <p>
        <ConsoleLink className="button-primary" href={`${way}?lanjut=${back}`}>
          {isSet ? t.factorShow : t.factorSetUp}
        </ConsoleLink>
      </p>
    </Screen>
  );
}

/** Another address is meant: where there is something to do for these roles, or where one signs in first. */
function FirstPlace({ href }: { href: string }) {
  useEffect(() => goTo(href, 'replace'), [href]);
  return <Loading />;
}

function NotTheirs() {
  const t = useTexts(frameTexts);
  return (
    <Screen title={t.notYours}>
      <p>{t.notYoursHelp}</p>
    </Screen>
  );
}

function NotFound() {
  const t = useTexts(frameTexts);
  return (
    <Screen title={t.notFound}>
      <EmptyState icon="search" title={t.notFoundHelp}>
        <ConsoleLink className="button" href="/konsol">
          {t.home}
        </ConsoleLink>
      </EmptyState>
    </Screen>
  );
}
