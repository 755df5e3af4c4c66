import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Building } from '#domain/building/building';
import type { Proposal } from '#domain/building/proposal';
import type { LngLat } from '#domain/geo/lng-lat';
import { useAnnounce } from '../../app/announcer.tsx';
import { ApiFailure } from '../../lib/api.ts';
import { askBuilding, askBuildingInFile, type GroundQuestion } from '../../lib/building-api.ts';
import { useQuery } from '../../lib/query.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BuildingView, ProposalForm, roundArea, verdictWords, wordsOf } from '../building/index.ts';
import type { ToolProps } from '../map-tool/index.ts';
import { applyAddress } from './apply-address.ts';
import { boxAround, shapesOf } from './building-shapes.ts';
import { DrawOutline } from './draw-outline.tsx';
import { groundAlone } from './ground-alone.ts';
import { outlineOf, readGround, writeGround } from './ground-choice.ts';
import { GroundWays } from './ground-ways.tsx';
import { toolTexts } from './tool-texts.ts';
import '../../ui/styles/building.css';

/** “What can be built?” on the map: choose the ground, read what it allows, see the volume, try a building. */
export function BuildingTool(props: ToolProps) {
  const { on, state, keep } = props;
  const { language } = useReader();
  const t = useTexts(toolTexts);
  const [ground, setGround] = useState<GroundQuestion | null>(() => readGround(state));
  const [fileState, setFileState] = useState<'none' | 'reading' | Error>('none');
  const choose = useCallback(
    (next: GroundQuestion) => {
      setGround(next);
      keep(writeGround(next), 'push');
    },
    [keep],
  );
  // Back and forward change the address under the tool. An outline too long for the address stays.
  const written = ground === null ? '' : writeGround(ground);
  useEffect(() => {
    if (state !== written && (state !== '' || written !== '')) setGround(readGround(state));
  }, [state, written]);
  const readFile = async (file: File): Promise<void> => {
    setFileState('reading');
    try {
      const { ground: found } = await askBuildingInFile(file, on, language);
      setFileState('none');
      choose({ geometry: { type: 'MultiPolygon', coordinates: found.outline } });
    } catch (error) {
      setFileState(error instanceof Error ? error : new Error(String(error)));
    }
  };
  if (ground === null) {
    return (
      <>
        {fileState === 'reading' && <p role="status">{t.reading}</p>}
        {fileState instanceof Error && <Failure error={fileState} />}
        <GroundWays props={props} onGround={choose} onFile={(file) => void readFile(file)} />
      </>
    );
  }
  const other = (): void => {
    setGround(null);
    keep('', 'push');
  };
  return <Result key={JSON.stringify(ground)} {...props} ground={ground} onOther={other} />;
}

function Result({
  port,
  city,
  on,
  ground,
  onOther,
}: ToolProps & { ground: GroundQuestion; onOther: () => void }) {
  const { language } = useReader();
  const t = useTexts(toolTexts);
  const announce = useAnnounce();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [house, setHouse] = useState<readonly LngLat[] | null>(null);
  const [isDrawing, setIsDrawing] = useState(false);
  const [isTilted, setIsTilted] = useState(false);
  const body = JSON.stringify({
    ...ground,
    ...(on === null ? {} : { on }),
    ...(proposal === null ? {} : { proposal }),
    ...(house === null ? {} : { building: outlineOf(house).geometry }),
  });
  const ask = useCallback((signal: AbortSignal) => askBuilding(body, language, signal), [body, language]);
  const query = useQuery(`building ${language} ${body}`, ask);
  // Only of the same day: figures of another one must not stand under this one.
  const last = useRef<{ on: string | null; building: Building } | null>(null);
  if (query.data !== undefined) last.current = { on, building: query.data };
  const kept = last.current?.on === on ? last.current.building : undefined;
  const building = useMemo(() => query.data ?? (kept && groundAlone(kept)), [query.data, kept]);

  const fitted = useRef(false);
  useEffect(() => {
    if (building === undefined) return;
    port.showShapes('building', shapesOf(building));
    if (!fitted.current) port.fitTo(boxAround(building));
    fitted.current = true;
  }, [port, building]);
  useEffect(
    () => () => {
      port.showShapes('building', []);
      port.tilt(false);
    },
    [port],
  );
  const asked = query.data;
  const address = applyAddress(ground);
  useEffect(() => {
    if (asked === undefined) return;
    announce(
      asked.check === null
        ? t.ready(roundArea(asked.ground.areaM2, language))
        : verdictWords(asked, wordsOf(language)),
    );
  }, [announce, asked, language, t]);

  return (
    <div className="building-tool">
      <div className="actions">
        <button type="button" className="button" onClick={onOther}>
          {t.other}
        </button>
        {port.kind === 'drawn' && building !== undefined && (
          <button
            type="button"
            className="button"
            aria-pressed={isTilted}
            onClick={() => {
              port.tilt(!isTilted);
              setIsTilted(!isTilted);
            }}
          >
            {isTilted ? t.flat : t.tilt}
          </button>
        )}
        {building?.ground.nib != null && (
          <a className="button" href={`/bangun?nib=${building.ground.nib}${on === null ? '' : `&on=${on}`}`}>
            <Icon name="page" />
            {t.page}
          </a>
        )}
        {address !== null && (
          <a className="button" href={address}>
            <Icon name="page" />
            {t.apply}
          </a>
        )}
      </div>
      {building === undefined && query.isFetching && <p role="status">{t.computing}</p>}
      {query.error !== null && !query.isFetching && <Failure error={query.error} retry={query.refetch} />}
      {building !== undefined && (
        <BuildingView
          building={building}
          on={on}
          form={
            <>
              <ProposalForm given={proposal} isBusy={query.isFetching} onAsk={setProposal} />
              {isDrawing ? (
                <>
                  <DrawOutline
                    port={port}
                    city={city}
                    onDrawn={(corners) => {
                      setHouse(corners);
                      setIsDrawing(false);
                    }}
                  />
                  <button type="button" className="button" onClick={() => setIsDrawing(false)}>
                    {t.cancel}
                  </button>
                </>
              ) : (
                <button
                  type="button"
                  className="button"
                  onClick={() => (house === null ? setIsDrawing(true) : setHouse(null))}
                >
                  {house === null ? t.drawBuilding : t.removeBuilding}
                </button>
              )}
            </>
          }
        />
      )}
    </div>
  );
}

function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const t = useTexts(toolTexts);
  const isOffline = error instanceof ApiFailure && error.kind === 'offline';
  const detail = error instanceof ApiFailure && error.kind === 'problem' ? error.detail : null;
  return (
    <div role="alert">
      <Notice title={t.failed}>
        {isOffline && <p>{t.offline}</p>}
        {detail !== null && <p>{detail}</p>}
        {retry !== undefined && (
          <button type="button" className="button" onClick={retry}>
            {t.retry}
          </button>
        )}
      </Notice>
    </div>
  );
}
