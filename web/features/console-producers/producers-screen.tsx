import { useState } from 'react';
import type { Producer } from '#domain/accounts/producer';
import { may } from '#domain/accounts/rights';
import { useTexts } from '../../locale/feature-texts.ts';
import { Mark } from '../../ui/mark.tsx';
import { EmptyState, Failure, Loading, Screen, useConsole } from '../console-frame/index.ts';
import { useProducers } from './producer-api.ts';
import { ProducerDialog } from './producer-dialog.tsx';
import { texts } from './texts.ts';

/** The agencies that layers and people name, kept by the walidata. */
export function ProducersScreen() {
  const t = useTexts(texts);
  const { member } = useConsole();
  const list = useProducers();
  const [isAdding, setIsAdding] = useState(false);
  const mayKeep = member !== null && may(member, 'producer.keep', {});
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      actions={
        mayKeep && (
          <button type="button" className="button-primary" onClick={() => setIsAdding(true)}>
            {t.add}
          </button>
        )
      }
    >
      {isAdding && (
        <ProducerDialog producer={undefined} onClose={() => setIsAdding(false)} onSaved={list.refetch} />
      )}
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {list.data === undefined ? (
        list.error === null && <Loading />
      ) : list.data.producers.length === 0 ? (
        <EmptyState icon="people" title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      ) : (
        <Producers producers={list.data.producers} mayKeep={mayKeep} onChanged={list.refetch} />
      )}
    </Screen>
  );
}

function Producers({
  producers,
  mayKeep,
  onChanged,
}: {
  producers: readonly Producer[];
  mayKeep: boolean;
  onChanged: () => void;
}) {
  const t = useTexts(texts);
  const [changedId, setChangedId] = useState<string | null>(null);
  const changed = producers.find(({ producerId }) => producerId === changedId);
  return (
    <>
      {changed !== undefined && (
        <ProducerDialog producer={changed} onClose={() => setChangedId(null)} onSaved={onChanged} />
      )}
      <ul className="rows">
        {producers.map((one) => (
          <li key={one.producerId} className="row-plain">
            <div>
              <p className="row-title">{one.name}</p>
              <p className="row-facts">
                <span>{one.producerId}</span>
                <span>{t.layers(one.layerCount)}</span>
                <span>{t.people(one.peopleCount)}</span>
                {one.isClosed && (
                  <Mark tone="bad" icon="forbidden">
                    {t.closed}
                  </Mark>
                )}
              </p>
            </div>
            {mayKeep && (
              <button
                type="button"
                className="button"
                aria-label={t.changeLabel(one.name)}
                onClick={() => setChangedId(one.producerId)}
              >
                {t.change}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
