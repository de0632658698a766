import shapes from '../generated/states.json';
import type { Scene } from './scene';
import { CERTIFIED, fillOf, type Fill } from './stages';

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
  const nobody: Held = { paint: '', fill: 'ahead', stage: -1, electors: [] };
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
 * A district's elector, as far as it is known: its own certificate, tally or call says whose; where all electors of
 * its state are one person's, so is this one. The stage is its state's once that is official.
 */
export function districtHeldBy(scene: Scene, unit: string): Held | undefined {
  const { telling, sides, story, meta, standing, ms } = scene;
  const place = story!.units.indexOf(unit);
  const whole = heldBy(scene, unit.split('-')[0]);
  const moment = telling!.at(ms);
  const official = whole.stage >= CERTIFIED;
  const stage = Math.max(moment.stage[place] ?? -1, official ? whole.stage : -1);
  if (stage < 0) return undefined;
  const held = (who: number): Held => ({
    paint: sides!.paints[who],
    fill: fillOf(stage),
    who,
    stage,
    electors: whole.electors,
  });
  const ofState = whole.electors.flatMap((n, c) => (n > 0 ? [c] : []));
  if (official && ofState.length === 1) return held(ofState[0]);
  const row = standing && standing.atMs <= ms ? standing.units.find((u) => u.unit === unit) : undefined;
  const votes = moment.votes[place];
  const calls = row?.calls && Object.fromEntries(Object.values(row.calls).map((t) => [t, 1]));
  const figures = row?.certifiedVotes ?? (votes ? undefined : calls);
  const ticket = figures
    ? leader(story!.tickets.map((t) => figures[t] ?? 0))
    : votes
      ? leader(votes.slice(0, story!.tickets.length))
      : undefined;
  if (ticket === undefined) return undefined;
  const person = meta!.tickets.find((t) => t.id === story!.tickets[ticket])?.president;
  const who = person === undefined ? -1 : story!.candidates.indexOf(person);
  return who < 0 ? undefined : held(who);
}

/** Whether every jurisdiction of an election stands on today's map with the borders it had. */
export const onTodaysMap = (scene: Scene): boolean => (scene.meta?.year ?? 0) >= 1960;
