import { useCallback, useMemo, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { type FindingList, findingListSchema } from '#domain/release/finding';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatArea, formatNumber } from '../../lib/format.ts';
import { releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapShape } from '../../map/map-port.ts';
import { FormField } from '../../ui/form-field.tsx';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import {
  EmptyState,
  Failure,
  goTo,
  Loading,
  useConsoleAddress,
  useStaffQuery,
  withQuery,
} from '../console-frame/index.ts';
import { boxAround, nearestTo, StaffMap } from '../console-map/index.ts';
import { FindingLine, SortLine } from './finding-line.tsx';
import { findingsTexts } from './findings-texts.ts';

type Finding = FindingList['findings'][number];
type Sort = FindingList['sorts'][number];

/** Everything that the check found: what blocks first, each with its place. */
export function FindingsPanel({ releaseId }: { releaseId: string }) {
  const t = useTexts(findingsTexts);
  const path = `${releasePath(releaseId)}/findings`;
  const list = useStaffQuery(path, findingListSchema);
  if (list.data === undefined)
    return list.error === null ? <Loading /> : <Failure error={list.error} onRetry={list.refetch} />;
  if (list.data.sorts.length === 0)
    return (
      <EmptyState icon="check" title={t.clear}>
        <p>{t.clearHelp}</p>
      </EmptyState>
    );
  return <Findings list={list.data} path={path} />;
}

const PAGE = 50;

function Findings({ list, path }: { list: FindingList; path: string }) {
  const t = useTexts(findingsTexts);
  const { language } = useReader();
  const announce = useAnnounce();
  const { query } = useConsoleAddress();
  const [shownCount, setShownCount] = useState(PAGE);
  const severity = query.get('tingkat') ?? '';
  const sort = query.get('jenis') ?? '';
  const chosenNo = Number(query.get('temuan') ?? '0');
  const number = (value: number): string => formatNumber(value, language);
  const sorts = list.sorts.filter((one) => severity === '' || one.severity === severity);
  const findings = useMemo(
    () =>
      list.findings.filter(
        (one) => (severity === '' || one.severity === severity) && (sort === '' || keyOf(one) === sort),
      ),
    [list, severity, sort],
  );
  // In the order of their weight, each sort with what is listed of it or, where nothing is, as a whole.
  const lines: readonly (Finding | Sort)[] = sorts
    .filter((one) => sort === '' || keyOf(one) === sort)
    .flatMap((one) =>
      one.listed === 0 || one.code === 'groundLost'
        ? [one, ...findings.filter((finding) => keyOf(finding) === keyOf(one))]
        : findings.filter((finding) => keyOf(finding) === keyOf(one)),
    );
  const chosen = list.findings.find((one) => one.findingNo === chosenNo) ?? null;
  const choose = useCallback(
    (finding: Finding) => {
      goTo(withQuery({ temuan: String(finding.findingNo) }), 'replace');
      announce(`${t.chosen}: ${finding.text[language]}`);
      document.getElementById(`temuan-${finding.findingNo}`)?.scrollIntoView({ block: 'nearest' });
    },
    [announce, language, t],
  );
  const pick = useCallback(
    (place: LngLat, metresPerPixel: number) => {
      const meant = nearestTo(findings, place, metresPerPixel);
      if (meant !== null) choose(meant);
    },
    [findings, choose],
  );
  const shapes = useMemo(() => shapesOf(findings, chosen), [findings, chosen]);
  const chosenAt = chosen?.at ?? null;
  const bbox = useMemo(
    () =>
      chosenAt === null
        ? boxAround(findings.flatMap(({ at }) => (at === null ? [] : [at])))
        : boxAround([chosenAt], 0.001),
    [findings, chosenAt],
  );
  return (
    <>
      <p>{t.summary(number(list.blocks), number(list.warns))}</p>
      <div className="filters">
        <FormField label={t.sort}>
          {(control) => (
            <select
              {...control}
              value={sort}
              onChange={(event) => goTo(withQuery({ jenis: event.target.value, temuan: null }), 'replace')}
            >
              <option value="">{t.all}</option>
              {sorts.map((one) => (
                <option key={keyOf(one)} value={keyOf(one)}>
                  {`${one.text[language]} (${number(one.count)})`}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={t.show}>
          {(control) => (
            <select
              {...control}
              value={severity}
              onChange={(event) =>
                goTo(withQuery({ tingkat: event.target.value, jenis: null, temuan: null }), 'replace')
              }
            >
              <option value="">{t.all}</option>
              <option value="blocks">{t.blocks}</option>
              <option value="warns">{t.warns}</option>
            </select>
          )}
        </FormField>
        <p className="form-actions">
          <a className="button" href={`${path}.csv`} download>
            <StaffIcon name="download" />
            {t.csv}
          </a>
          <a className="button" href={`${path}.geojson`} download>
            <StaffIcon name="download" />
            {t.geojson}
          </a>
        </p>
      </div>
      <div className="evidence">
        <section className="block" aria-label={t.list}>
          <ShownSorts
            sorts={sorts.filter((one) => one.code !== 'groundLost' && (sort === '' || keyOf(one) === sort))}
          />
          <ul className="rows">
            {lines
              .slice(0, shownCount)
              .map((line) =>
                'findingNo' in line ? (
                  <FindingLine
                    key={line.findingNo}
                    finding={line}
                    isChosen={line === chosen}
                    onChoose={() => choose(line)}
                  />
                ) : (
                  <SortLine key={keyOf(line)} sort={line} />
                ),
              )}
          </ul>
          {lines.length > shownCount && (
            <button type="button" className="button" onClick={() => setShownCount(shownCount + PAGE)}>
              {t.more}
            </button>
          )}
        </section>
        <StaffMap label={t.onMap} shapes={shapes} bbox={bbox} onPick={pick} />
      </div>
    </>
  );
}

const keyOf = (one: Pick<Sort, 'layerId' | 'code'>): string => `${one.layerId}.${one.code}`;

/** Exact numbers of each sort, also of what is not listed one by one. */
function ShownSorts({ sorts }: { sorts: readonly Sort[] }) {
  const t = useTexts(findingsTexts);
  const { language } = useReader();
  const number = (value: number): string => formatNumber(value, language);
  const cut = sorts.filter((one) => one.listed > 0 && one.listed < one.count);
  if (cut.length === 0) return null;
  return (
    <ul className="quiet">
      {cut.map((one) => (
        <li key={keyOf(one)}>
          {one.text[language]}: {t.listed(number(one.listed), number(one.count))}
          {one.totalM2 !== null && ` (${formatArea(one.totalM2, language)})`}
        </li>
      ))}
    </ul>
  );
}

function shapesOf(findings: readonly Finding[], chosen: Finding | null): MapShape[] {
  const shapes = findings.flatMap((finding): MapShape[] =>
    finding.at === null || finding === chosen
      ? []
      : [
          {
            kind: 'point',
            coordinates: finding.at,
            look: finding.severity === 'blocks' ? 'forbidden' : 'limited',
          },
        ],
  );
  // The chosen one lies on top, with its number.
  if (chosen?.at != null)
    shapes.push({
      kind: 'point',
      coordinates: chosen.at,
      look: 'accent',
      label: String(chosen.findingNo),
    });
  return shapes;
}
