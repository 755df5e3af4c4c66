import { locationPage } from '../features/lookup/later-parts.ts';
import { MapPage } from '../features/lookup/map-page.tsx';
import { type Reader, ReaderProvider } from '../locale/reader.tsx';
import { Announcer } from './announcer.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { PageData } from './page-data.ts';

/** The whole page of an address, the same on the server and in the browser. */
export function App({ url, data, reader }: { url: string; data: PageData; reader: Reader }) {
  return (
    <ReaderProvider reader={reader}>
      <Announcer>
        <ErrorBoundary message={reader.t['error.broken']}>
          <Page url={url} data={data} />
        </ErrorBoundary>
      </Announcer>
    </ReaderProvider>
  );
}

function Page({ url, data }: { url: string; data: PageData }) {
  const { content, city } = data;
  const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  switch (content.page) {
    case 'map':
      return <MapPage initialAnswer={content.answer} city={city} serverSearch={search} today={data.today} />;
    case 'location': {
      const LocationPage = locationPage.component;
      return (
        LocationPage && (
          <LocationPage
            answer={content.answer}
            city={city}
            path={url}
            today={data.today}
            on={new URLSearchParams(search).get('on')}
          />
        )
      );
    }
  }
}
