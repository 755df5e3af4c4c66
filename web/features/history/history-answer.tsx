import type { History, PlaceComparison } from '#domain/zoning/history';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Change, GROUPS, groupOf, saidWords, subjectWords } from './change-words.ts';
import { texts } from './texts.ts';

/** Everything that was in force at the place, the newest first. */
export function Timeline({ history }: { history: History }) {
  const { t, language } = useReader();
  const own = useTexts(texts);
  if (history.events.length === 0) return <p className="unknown-block">{own.none}</p>;
  return (
    <ol className="timeline">
      {history.days.toReversed().map((day) => (
        <li key={day}>
          <h3>
            <time dateTime={day}>{formatDay(day, language)}</time>
          </h3>
          <ul className="timeline-events">
            {history.events
              .filter((event) => event.from === day)
              .map((event) => (
                <li key={event.layerId}>
                  <strong>{own[`kind.${event.kind}`]}</strong>: <span lang="id">{event.title}</span>
                  {event.versionId === null && <> · {own.withdrawn}</>}
                  <p className="quiet">
                    <span lang="id">{event.decree}</span>
                    {' · '}
                    {event.until === null
                      ? own.from(formatDay(event.from, language))
                      : own.between(formatDay(event.from, language), formatDay(event.until, language))}
                    {event.isHere !== null && event.versionId !== null && (
                      <> · {event.isHere ? own.here : own.notHere}</>
                    )}
                    {event.isDemo && ` · ${t['versions.demo']}`}
                  </p>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** What two days say differently, in plain words, grouped; a mere change of citation is counted and listed on request. */
export function ChangeList({ comparison }: { comparison: PlaceComparison }) {
  const reader = useReader();
  const own = useTexts(texts);
  const { changes, sameCount, isComplete } = comparison;
  const said = changes.filter((change) => change.change !== 'citation');
  const citations = changes.filter((change) => change.change === 'citation');
  return (
    <div className="changes">
      {!isComplete && (
        <p className="unknown-block">
          <Icon name="warning" />
          {own.incomplete}
        </p>
      )}
      <p>
        <strong>
          {changes.length === 0
            ? own.same(sameCount)
            : own.summary(said.length, sameCount + citations.length)}
        </strong>
      </p>
      {GROUPS.map((group) => {
        const here = said.filter((change) => groupOf(change) === group);
        if (here.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`perubahan-${group}`}>
            <h3 id={`perubahan-${group}`}>{own[`group.${group}`]}</h3>
            <ul className="change-list">
              {here.map((change) => (
                <ChangeRow key={change.key} change={change} />
              ))}
            </ul>
          </section>
        );
      })}
      {citations.length > 0 && (
        <details className="quiet-details">
          <summary>
            {own.citationOnly(citations.length)}
            <Icon name="down" />
          </summary>
          <ul className="plain-list">
            {citations.map((change) => (
              <li key={change.key}>
                {subjectWords(change, reader, own)}
                <p className="quiet">
                  <Basis side={change.before} /> → <Basis side={change.after} />
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const reader = useReader();
  const own = useTexts(texts);
  const kind = change.change === 'citation' ? 'changed' : change.change;
  return (
    <li className={`change change-${kind}`}>
      <p>
        <span className="change-kind">{own[kind]}</span>{' '}
        <strong lang={change.subject.kind === 'activity' ? 'id' : undefined}>
          {subjectWords(change, reader, own)}
        </strong>
      </p>
      <dl>
        {change.before !== null && (
          <div>
            <dt>{own.before}</dt>
            <dd>
              {saidWords(change, change.before, reader, own)} <Basis side={change.before} />
            </dd>
          </div>
        )}
        {change.after !== null && (
          <div>
            <dt>{own.after}</dt>
            <dd>
              {saidWords(change, change.after, reader, own)} <Basis side={change.after} />
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

function Basis({ side }: { side: Change['before'] }) {
  const own = useTexts(texts);
  if (side?.basis == null) return null;
  return (
    <span className="quiet" lang="id">
      {own.basis(side.basis.article, side.basis.regulationTitle)}
    </span>
  );
}
