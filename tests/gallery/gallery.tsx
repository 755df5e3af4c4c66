import { Suspense } from 'react';
import { Announcer } from '../../web/app/announcer.tsx';
import { type Reader, ReaderProvider } from '../../web/locale/reader.tsx';
import { SPECIMENS } from './specimens.tsx';
import './gallery.css';

/** Every component that a reader meets, in every state that it can be in, on one page. */
export function Gallery({ reader }: { reader: Reader }) {
  return (
    <ReaderProvider reader={reader}>
      <Announcer>
        <main className="gallery">
          <h1>Components in every state</h1>
          {SPECIMENS.map(({ name, states }) => (
            <section key={name} aria-label={name}>
              <h2>{name}</h2>
              <div className="gallery-states">
                {Object.entries(states).map(([state, element]) => (
                  <figure key={state} className="gallery-state" data-state={`${name}: ${state}`}>
                    <figcaption>{state}</figcaption>
                    <Suspense fallback={<p>…</p>}>{element}</Suspense>
                  </figure>
                ))}
              </div>
            </section>
          ))}
        </main>
      </Announcer>
    </ReaderProvider>
  );
}
