import { UNKNOWN_ROAD_CLASS } from '../publication/road-class.ts';

/**
 * Whether a rule for a class of roads speaks about a road: `yes` for the class itself and for one that it takes in (arteri:
 * arteri primer), `maybe` where the road's class is not known so closely (a road of class arteri, a rule for arteri primer).
 */
export function fitOfRoadClass(ruleClass: string | null, roadClass: string): 'yes' | 'maybe' | 'no' {
  if (ruleClass === null || ruleClass === roadClass || roadClass.startsWith(`${ruleClass} `)) return 'yes';
  return roadClass === UNKNOWN_ROAD_CLASS || ruleClass.startsWith(`${roadClass} `) ? 'maybe' : 'no';
}
