import shapes from '../generated/states.json';
import type { Scene } from './scene';
import { fillOf, type Fill } from './stages';

export interface Shape {
  d: string;
  at: number[];
}
export const SHAPES = shapes as Record<string, Shape>;
export const MAP_WIDTH = 1090;
export const MAP_HEIGHT = 620;

/** Who has an area's electors at its highest stage, and how official that is; split areas have several. */
export interface Held {
  paint: string;
  fill: Fill;
  who?: number;
  stage: number;
  electors: number[];
}

const leader = (figures: ArrayLike<number>): number | undefined => {
  let best: number | undefined,
    tie = false;
  for (let i = 0; i < figures.length; i++)
    if (figures[i] > 0 && (best === undefined || figures[i] > figures[best])) {
      best = i;
      tie = false;
    } else if (best !== undefined && figures[i] === figures[best]) tie = true;
  return tie ? undefined : best;
};

export function heldBy(scene: Scene, jurisdiction: string): Held {
  const { telling, sides, story, ms } = scene;
  const place = story!.jurisdictions.indexOf(jurisdiction);
  const nobody: Held = { paint: '', fill: 'outline', stage: -1, electors: [] };
  if (place < 0) return nobody;
  const moment = telling!.at(ms);
  for (let stage = 5; stage >= 0; stage--) {
    const electors = telling!.of(moment, stage, place);
    const who = leader(electors);
    if (electors.some((n) => n > 0))
      return {
        paint: who === undefined ? '' : sides!.paints[who],
        fill: fillOf(stage),
        who,
        stage,
        electors: Array.from(electors),
      };
  }
  return nobody;
}

/**
 * A district's elector: for whom its own tally, certificate or call speaks, at the stage of its jurisdiction once
 * that is official.
 */
export function districtHeldBy(scene: Scene, unit: string): Held {
  const { telling, sides, story, meta, standing, ms } = scene;
  const place = story!.units.indexOf(unit);
  const whole = heldBy(scene, unit.split('-')[0]);
  const moment = telling!.at(ms);
  const stage = Math.max(moment.stage[place] ?? -1, whole.stage >= 2 ? whole.stage : -1);
  if (stage < 0) return { ...whole, paint: '', who: undefined, stage: -1 };
  const row = standing?.units.find((u) => u.unit === unit);
  const votes = moment.votes[place];
  const figures =
    row?.certifiedVotes ??
    (votes ? undefined : row?.calls && Object.fromEntries(Object.values(row.calls).map((t) => [t, 1])));
  const ticket = figures ? leader(story!.tickets.map((t) => figures[t] ?? 0)) : votes ? leader(votes) : undefined;
  const person =
    ticket === undefined ? undefined : meta!.tickets.find((t) => t.id === story!.tickets[ticket])?.president;
  const who = person === undefined ? undefined : story!.candidates.indexOf(person);
  return {
    paint: who === undefined ? '' : sides!.paints[who],
    fill: fillOf(stage),
    who,
    stage,
    electors: whole.electors,
  };
}

/** Whether every jurisdiction of an election stands on today's map with the borders it had. */
export const onTodaysMap = (scene: Scene): boolean => (scene.meta?.year ?? 0) >= 1960;
