import { useId } from 'react';
import { standing, type Task } from '#domain/field-round/item';
import { TASK_WORDS } from '#domain/field-round/words';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { Bring } from './bring.ts';
import { texts } from './texts.ts';

/** What is to be looked at; each is done, or said to be impossible. The newest word counts. */
export function TaskList({ round, items, add }: Bring) {
  const { language } = useReader();
  const t = useTexts(texts);
  const heading = useId();
  const outcomeOf = (task: Task) =>
    standing(items)
      .map(({ content }) => content)
      .filter((content) => content.kind === 'task')
      .findLast((content) => content.task === task)?.outcome;
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{t.tasks}</h2>
      <ul className="field-tasks">
        {round.tasks.map((task) => {
          const outcome = outcomeOf(task);
          const say = (next: 'done' | 'notPossible'): void =>
            void add(round, { kind: 'task', task, outcome: next, note: null });
          return (
            <li key={task}>
              <span>{TASK_WORDS[task][language]}</span>
              {outcome === undefined && <span className="quiet">{t.notDone}</span>}
              {outcome === 'done' && (
                <Mark tone="good" icon="check">
                  {t.done}
                </Mark>
              )}
              {outcome === 'notPossible' && (
                <Mark tone="warn" icon="forbidden">
                  {t.notPossible}
                </Mark>
              )}
              <span className="field-ways">
                {(['done', 'notPossible'] as const)
                  .filter((next) => next !== outcome)
                  .map((next) => (
                    <button key={next} type="button" className="button" onClick={() => say(next)}>
                      {t[next]}
                      <span className="hidden-visually"> {TASK_WORDS[task][language]}</span>
                    </button>
                  ))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
