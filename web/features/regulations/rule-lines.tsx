import type { OverlayEffect, SetbackRule } from '#domain/rules/rule-set';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { lawMetres, themeTitle } from '../lookup/index.ts';
import { texts } from './texts.ts';

/** A free distance as a row of its article: for which road and zone, how far, from where. */
export function SetbackLine({ setback }: { setback: SetbackRule }) {
  const { t, language } = useReader();
  const own = useTexts(texts);
  return (
    <li>
      {t[`setback.${setback.kind}`]}
      {setback.roadClass !== null && ` · ${t['setback.ofRoad'](setback.roadClass)}`}
      {' · '}
      {setback.zoneCode ?? own.allZones}
      {': '}
      {setback.valueM !== null && (
        <strong>
          {own.setback(lawMetres(setback.valueM, language))} <span lang="id">{setback.referenceLine}</span>
        </strong>
      )}{' '}
      {setback.text !== null && <span lang="id">{setback.text}</span>}
    </li>
  );
}

/** An effect of an overlay as a row of its article. */
export function EffectLine({ effect }: { effect: OverlayEffect }) {
  const { t, language } = useReader();
  const own = useTexts(texts);
  return (
    <li>
      <span className={`effect effect-${effect.effect}`}>{t[`themes.effect.${effect.effect}`]}</span>{' '}
      <strong>{themeTitle({ code: effect.theme, title: effect.theme }, t)}</strong>{' '}
      <span className="quiet">
        {effect.levelCode === '' ? own.allLevels : <span lang="id">{effect.levelCode}</span>}
      </span>{' '}
      {effect.value !== null && (
        <strong>
          {formatNumber(effect.value, language)} {effect.unitAsPrinted ?? ''}
        </strong>
      )}{' '}
      <span lang="id">{effect.body}</span>
    </li>
  );
}
