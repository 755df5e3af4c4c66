import type { Building, BuildingPart } from '#domain/building/building';
import { checkProposal } from '#domain/building/check-proposal';
import { composeEnvelope, footprintOf, type GroundDoubt } from '#domain/building/envelope';
import type { Proposal } from '#domain/building/proposal';
import { BuildingView, ProposalForm } from '../../web/features/building/index.ts';
import { aFigure, anAnswer, aPart } from '../support/an-answer.ts';
import type { Specimen } from './specimen.ts';
import '../../web/ui/styles/building.css';

type Place = [number, number];
const AREA_M2 = 222;
/** 10 × 22 m, as far as five decimals go. */
const CORNERS: readonly Place[] = [
  [116.8312, -1.2745],
  [116.83129, -1.2745],
  [116.83129, -1.2743],
  [116.8312, -1.2743],
];
const ring = (corners: readonly Place[]): Place[] => [...corners, corners[0] as Place];
const INNER: readonly Place[] = [
  [116.83121, -1.27445],
  [116.83128, -1.27445],
  [116.83128, -1.27432],
  [116.83121, -1.27432],
];
const ROLES = ['front', 'side', 'rear', 'side'] as const;

function placed(doubts: GroundDoubt[]): BuildingPart {
  const part = aPart({
    areaM2: AREA_M2,
    sharePct: 100,
    setbacks: [],
    figures: [
      aFigure({ measure: 'kdb', computedM2: AREA_M2 * 0.6 }, 60),
      aFigure({ measure: 'klb', computedM2: AREA_M2 * 1.8 }, 1.8),
      aFigure({ measure: 'kdh', operator: 'min', computedM2: AREA_M2 * 0.2 }, 20),
      aFigure({ measure: 'height_m' }, 12),
      aFigure({ measure: 'floors' }, 3),
    ],
  });
  const envelope = composeEnvelope(part, { outline: [[ring(INNER)]], areaM2: 112 }, [], doubts, null);
  const { layerId, versionId, featureNo, zone, isSliver, figures } = part;
  return {
    layerId,
    versionId,
    featureNo,
    zone,
    isSliver,
    figures,
    outline: [[ring(CORNERS)]],
    areaM2: AREA_M2,
    overlays: part.overlays,
    sharePct: 100,
    footprint: footprintOf(part, envelope),
    setbacks: [],
    envelope,
  };
}

export function aBuilding(proposal: Proposal | null, doubts: GroundDoubt[] = []): Building {
  const { themes, sources, versions } = anAnswer();
  const parts = [placed(doubts)];
  return {
    schema: 'building/1',
    cityId: 'balikpapan',
    asOf: '2026-11-21',
    coverage: 'inside',
    plan: 'found',
    ground: {
      nib: 'CONTOH-0000017',
      outline: [[ring(CORNERS)]],
      point: [116.83125, -1.2744],
      areaM2: AREA_M2,
      perimeterM: 64.2,
      kelurahan: ['Klandasan Ulu'],
      edges: ROLES.map((role, index) => ({
        number: index + 1,
        role,
        lengthM: index % 2 === 0 ? 10 : 22.1,
        line: [CORNERS[index] as Place, CORNERS[(index + 1) % 4] as Place],
        roads: [],
      })),
      roads: doubts.length === 0 ? 'known' : 'incomplete',
    },
    roads: [],
    parts,
    withoutPlanM2: 0,
    themes,
    storeyHeightM: null,
    check:
      proposal === null
        ? null
        : checkProposal(parts, { areaM2: AREA_M2, withoutPlanM2: 0, doubts }, proposal, null),
    drawn: null,
    sources,
    versions,
    isDemo: true,
    isComplete: true,
  };
}

const shown = (proposal: Proposal | null, doubts?: GroundDoubt[]) => (
  <BuildingView building={aBuilding(proposal, doubts)} on={null} form={<ProposalForm given={proposal} />} />
);

export const BUILDING_SPECIMENS: readonly Specimen[] = [
  {
    name: 'Building',
    states: {
      'not asked': shown(null),
      pass: shown({ footprintM2: 90, floors: 2, greenM2: 60, heightM: 8, floorAreaM2: 180 }),
      fail: shown({ footprintM2: 190, floors: 5 }),
      'cannot say': shown({ heightM: 8 }, ['roadsIncomplete']),
    },
  },
];
