import { clock, isEndOfDay, longDay } from '../model/moments';
import type { Scene } from '../model/scene';
import { SPANS } from '../model/scene';
import { RUNGS } from '../model/stages';

/**
 * The highest stage at which somebody has a majority; where nobody has, the highest that speaks of so many electors
 * that somebody could; and before that the one that speaks of most.
 */
export function decisive(scene: Scene): { stage: number; electors: number[]; majority: boolean } | undefined {
  const { telling, ms } = scene;
  if (!telling) return undefined;
  const moment = telling.at(ms);
  const rows = RUNGS.map((_, i) => rungShown(scene, i) ?? telling.rung(moment, i));
  const down = [...RUNGS.keys()].reverse();
  const least = scene.standing?.electors.majority ?? telling.story.majority;
  const withMajority = down.find((i) => rows[i].some((n) => n >= least));
  const said = rows.map((row) => row.reduce((a, b) => a + b, 0));
  const stage =
    withMajority ??
    down.find((i) => said[i] >= least) ??
    down.find((i) => said[i] > 0 && said[i] === Math.max(...said));
  return stage === undefined ? undefined : { stage, electors: rows[stage], majority: withMajority !== undefined };
}

/** The ladder's figures as known then, where the page shows that and the server has answered for this moment. */
export function rungShown(scene: Scene, rung: number): number[] | undefined {
  const { knownThen, standing, story, ms } = scene;
  if (!knownThen || !standing || Math.abs(standing.atMs - ms) > 1000) return undefined;
  const row = standing.ladder.find((r) => r.stage === RUNGS[rung]);
  return story!.candidates.map((c) => row?.electors?.[c] ?? 0);
}

export function unitName(scene: Scene, unit?: string | null): string {
  if (!unit) return '';
  return (
    scene.meta?.units.find((u) => u.id === unit)?.name ??
    scene.meta?.jurisdictions.find((j) => j.id === unit)?.name ??
    unit
  );
}

export function jurisdictionName(scene: Scene, id: string): string {
  return scene.meta?.jurisdictions.find((j) => j.id === id)?.name ?? id;
}

/** The part of the election's time that the axis shows. */
export function window_(scene: Scene): { start: number; end: number } {
  const hours = SPANS[scene.span];
  if (!hours) return { start: scene.start, end: scene.end };
  const half = hours * 1_800_000;
  const middle = Math.min(Math.max(scene.ms, scene.start + half), Math.max(scene.end - half, scene.start + half));
  return { start: middle - half, end: middle + half };
}

/** Votes counted so far over the whole election, by ticket. */
export const counted = (scene: Scene): number[] => countedAt(scene, scene.ms);

export function countedAt(scene: Scene, ms: number): number[] {
  const { telling, story } = scene;
  if (!telling || !story) return [];
  const moment = telling.at(ms);
  const sums = story.tickets.map(() => 0);
  story.units.forEach((unit, i) => {
    if (!unit.includes('-'))
      moment.votes[i]?.forEach((n, t) => {
        if (n > 0) sums[t] += n;
      });
  });
  return sums;
}

/** The moment shown, in words; with a sign where what happened then is only known about. */
export function momentInWords(scene: Scene): string {
  if (isEndOfDay(scene.ms)) return longDay(scene.ms);
  const about = scene.marks.some((mark) => mark.ms === scene.ms && mark.about);
  return `${longDay(scene.ms)}, ${about ? '~' : ''}${clock(scene.ms)}`;
}
