import { districtHeldBy, heldBy } from '../model/geography';
import type { Scene } from '../model/scene';
import { CALLED } from '../model/stages';

/** A place that the caller of the ladder has not called. */
export interface Open {
  unit: string;
  electors: number;
  /** How far the one at the left rail is ahead, as a part of both's votes; absent where there is no tally. */
  lead?: number;
}

/** The places that are not called yet, in the law's order. */
export function openPlaces(scene: Scene): Open[] {
  const { meta, story, telling, sides } = scene;
  const votes = telling!.at(scene.ms).votes;
  const [left, right] = [sides!.order[0], sides!.order[1]].map((c) =>
    story!.tickets.findIndex((id) => meta!.tickets.find((t) => t.id === id)?.president === story!.candidates[c]),
  );
  const isCalled = (unit: string) =>
    ((unit.includes('-') ? districtHeldBy(scene, unit) : heldBy(scene, unit))?.stage ?? -1) >= CALLED;
  const leadIn = (unit: string): number | undefined => {
    const tally = votes[story!.units.indexOf(unit)];
    const both = tally ? Math.max(tally[left], 0) + Math.max(tally[right], 0) : 0;
    return both ? (tally![left] - tally![right]) / both : undefined;
  };
  return meta!.units
    .filter(({ id, electors }) => electors > 0 && !isCalled(id))
    .map(({ id, electors }) => ({ unit: id, electors, lead: leadIn(id) }));
}
