import { clock, isEndOfDay, longDay } from '../model/moments';
import { spanOf } from '../model/axis';
import type { Standing } from '../model/api';
import type { Scene } from '../model/scene';
import type { Moment } from '../model/telling';
import { CERTIFIED, REPORTED, RUNGS, VOTED } from '../model/stages';
import { worded } from '../words/words';

export interface Decisive {
  stage: number;
  electors: number[];
  majority: boolean;
}

/**
 * The stage that the headline names. The server decides it, and its word is shown as soon as it has answered for this
 * moment; while one moves through the election the story decides it by the same rule.
 */
export function decisive(scene: Scene): Decisive | undefined {
  const { telling, ms } = scene;
  if (!telling) return undefined;
  const moment = telling.at(ms);
  const rows = RUNGS.map((_, i) => rungShown(scene, i) ?? telling.rung(moment, i));
  const answered = scene.standing && Math.abs(scene.standing.atMs - ms) <= 1000 ? scene.standing : undefined;
  const stage = answered ? RUNGS.findIndex((rung) => rung === answered.headline) : decisiveOf(scene, moment, rows);
  if (stage < 0) return undefined;
  return { stage, electors: rows[stage], majority: rows[stage].some((n) => n >= majorityOf(scene)) };
}

/** Of a rung's electors by candidate, those whose stage is only implied. */
export function implied(scene: Scene, rung: number, moment: Moment): number[] {
  return scene.telling!.impliedOf(moment, rung, scene.standing?.ladder.find((r) => r.stage === RUNGS[rung])?.implied);
}

/**
 * The highest stage at which somebody has a majority that is not only implied; where nobody has, the highest that
 * speaks of so many electors that somebody could; before that the one that speaks of most. Leads in the tallies come
 * last; -1 where nothing is known.
 */
function decisiveOf(scene: Scene, moment: Moment, rows: number[][]): number {
  const soft = rows.map((_, i) => (i >= CERTIFIED && i < VOTED ? implied(scene, i, moment) : []));
  const said = rows.map((row, i) => row.reduce((sum, n, c) => sum + n - (soft[i][c] ?? 0), 0));
  const down = [...RUNGS.keys()].reverse().filter((i) => i > REPORTED);
  const least = majorityOf(scene);
  const isSaid = (i: number) => !scene.telling!.majorityAt(RUNGS[i], scene.ms)?.implied;
  const most = Math.max(...down.map((i) => said[i]));
  return (
    down.find((i) => rows[i].some((n) => n >= least) && isSaid(i)) ??
    down.find((i) => said[i] >= least) ??
    down.find((i) => said[i] > 0 && said[i] === most) ??
    (said[REPORTED] ? REPORTED : -1)
  );
}

/** The majority that the law asks for at this moment. */
export const majorityOf = (scene: Scene): number => standingNow(scene)?.electors.majority ?? scene.story!.majority;

/** The standing at hand if it is of the moment shown: while one scrubs or plays, it is of an earlier rest. */
export function standingNow(scene: Scene): Standing | undefined {
  const { standing, ms, following } = scene;
  return standing && (following || Math.abs(standing.atMs - ms) <= 1000) ? standing : undefined;
}

/** The ladder's figures as known then, where the page shows that and the server has answered for this moment. */
export function rungShown(scene: Scene, rung: number): number[] | undefined {
  const { knownThen, standing, story, ms } = scene;
  if (!knownThen || !standing || Math.abs(standing.atMs - ms) > 1000) return undefined;
  const row = standing.ladder.find((r) => r.stage === RUNGS[rung]);
  return story!.candidates.map((c) => row?.electors?.[c] ?? 0);
}

/** Before any state has certified, appointed or sent anything: the night and the weeks after it. */
export function isEarly(scene: Scene): boolean {
  const moment = scene.telling!.at(scene.ms);
  return RUNGS.every((_, i) => i < CERTIFIED || scene.telling!.rung(moment, i).every((n) => !n));
}

/**
 * Whether what a rung lacks is lacking in the record rather than in the world: the record says so, or the election is
 * over and the record never came to a majority there.
 */
export function lacking(scene: Scene, rung: number): boolean {
  const { story, live } = scene;
  const row = standingNow(scene)?.ladder.find((r) => r.stage === RUNGS[rung]);
  if (row?.coverage)
    return !scene.telling!.majorityAt(RUNGS[rung], scene.ms) && (row.coverage.extent === 'none' || !!row.unknown);
  const over = !live && story!.declared.length > 0;
  return over && rung < CERTIFIED && !story!.majorities.some((m) => m.stage === RUNGS[rung]);
}

export function unitName(scene: Scene, unit?: string | null): string {
  if (!unit) return '';
  const found = scene.meta?.units.find((u) => u.id === unit);
  return found ? worded(found.name, found.nameEs) : jurisdictionName(scene, unit);
}

export function jurisdictionName(scene: Scene, id: string): string {
  const found = scene.meta?.jurisdictions.find((j) => j.id === id);
  return found ? worded(found.name, found.nameEs) : id;
}

export function electorsOf(scene: Scene, jurisdiction: string): number {
  return scene.meta!.units.filter((u) => u.jurisdiction === jurisdiction).reduce((sum, u) => sum + u.electors, 0);
}

/** The part of the election's time that the axis shows. */
export const window_ = (scene: Scene): { start: number; end: number } => spanOf(scene);

/** Votes counted so far over the whole election by ticket, and what the states counted for nobody named. */
export interface Counted {
  tickets: number[];
  /** Votes for others than the tickets of the record; absent where the story does not tell them. */
  others?: number;
}

export const counted = (scene: Scene): Counted => countedAt(scene, scene.ms);

export function countedAt(scene: Scene, ms: number): Counted {
  const { telling, story } = scene;
  if (!telling || !story) return { tickets: [] };
  const moment = ms === scene.ms ? telling.at(ms) : telling.beside(ms);
  const sums = new Array<number>(story.tickets.length + 1).fill(0);
  story.units.forEach((unit, i) => {
    if (!unit.includes('-')) moment.votes[i]?.forEach((n, t) => (sums[t] += Math.max(n, 0)));
  });
  const others = sums.pop()!;
  return story.others ? { tickets: sums, others } : { tickets: sums };
}

/** All votes counted by a moment; where the others are not told, nothing: a sum of some is not the total. */
export function totalAt(scene: Scene, ms: number): number | undefined {
  const { tickets, others } = countedAt(scene, ms);
  if (others !== undefined) return tickets.reduce((a, b) => a + b, others);
  const vote = standingNow(scene)?.popularVote;
  if (!vote || Math.abs(ms - scene.ms) > 1000) return undefined;
  return typeof vote.total === 'number' ? vote.total : undefined;
}

/** The moment shown, in words; with a sign where what happened then is only known about. */
export function momentInWords(scene: Scene): string {
  if (isEndOfDay(scene.ms)) return longDay(scene.ms);
  const about = scene.marks.some((mark) => mark.ms === scene.ms && mark.about);
  return `${longDay(scene.ms)}, ${about ? '~' : ''}${clock(scene.ms)}`;
}

/** Jurisdictions by how close the tallies of the first two are, those not called yet before all others. */
export function closestFirst(scene: Scene): string[] {
  const { story, telling, ms } = scene;
  const moment = telling!.at(ms);
  const margin = (id: string) => {
    const votes = moment.votes[story!.units.indexOf(id)]?.slice(0, story!.tickets.length).sort((a, b) => b - a);
    return votes && votes.length > 1 && votes[0] > 0 ? (votes[0] - votes[1]) / votes[0] : 2;
  };
  const called = (id: string) => {
    const j = story!.jurisdictions.indexOf(id);
    return RUNGS.some((_, rung) => rung > REPORTED && rung < 6 && telling!.of(moment, rung, j).some((n) => n > 0));
  };
  const key = new Map(story!.jurisdictions.map((id) => [id, margin(id) + (isEarly(scene) && called(id) ? 10 : 0)]));
  return story!.jurisdictions.slice().sort((a, b) => key.get(a)! - key.get(b)! || a.localeCompare(b));
}
