import type { Change, Mark, Story } from './api';
import { CALLED } from './stages';

/** A place, whose electors it brought, and how many; nobody's where rival returns leave it open. */
export interface Place {
  unit: string;
  candidate?: string;
  electors: number;
}

/** What came about at one moment by one kind of fact: one place, or many at once. */
export interface Happening {
  ms: number;
  kind: string;
  /** The mark that tells it, where it is a single one. */
  mark: Mark;
  places: Place[];
  /** Electors that the rung gained by it, by candidate; losses are negative. */
  gains: Record<string, number>;
}

const ownRung = (change: Change): number => (change[5] ? Math.max(...Object.keys(change[5]).map(Number)) : -1);

/** What each entry changed of the rung that is its own: electors by candidate, in the story's order. */
export function gainsOf(story: Story): Map<number, number[]> {
  const now = new Map<string, number[]>();
  const gains = new Map<number, number[]>();
  for (const change of story.changes) {
    const rung = ownRung(change);
    if (rung < CALLED || change[2] < 0 || !change[5]) continue;
    const figures = change[5][String(rung)];
    const key = `${rung} ${story.units[change[2]].split('-')[0]}`;
    const before = now.get(key);
    const gained = figures.map((n, c) => n - (before?.[c] ?? 0));
    gains.set(change[1], gains.get(change[1])?.map((n, c) => n + gained[c]) ?? gained);
    now.set(key, figures);
  }
  return gains;
}

/**
 * Marks as they are told: what one kind of fact brought in one minute, by one newsroom where it is a call, is told as
 * one, in order of time. A majority that is passed or lost stays a happening of its own.
 */
export function happenings(story: Story, marks: Mark[]): Happening[] {
  const gains = gainsOf(story);
  const told: Happening[] = [];
  // Whose announcement passes the line is told with it, and the announcement not a second time.
  const passing = new Set(marks.filter((m) => m.kind === 'majority' && m.fact === 'declared').map((m) => m.entry));
  const open = new Map<string, Happening>();
  /** What each place gained in all: of rival returns the second takes back what the first gave. */
  const nets = new Map<Happening, Map<string, number[]>>();
  for (const mark of marks) {
    if (mark.kind === 'declared' && passing.has(mark.entry)) continue;
    const minute = Math.floor(mark.ms / 60_000);
    const key =
      mark.kind === 'stage' ? `${minute} ${mark.fact}` : `${mark.ms} ${mark.entry} ${mark.kind} ${mark.stage}`;
    let one = open.get(key);
    if (!one) {
      one = { ms: mark.ms, kind: mark.kind, mark, places: [], gains: {} };
      open.set(key, one);
      told.push(one);
    }
    one.ms = mark.ms;
    if (mark.kind !== 'stage' || !mark.unit) continue;
    const gained = gains.get(mark.entry) ?? [];
    gained.forEach((n, c) => {
      if (n) one!.gains[story.candidates[c]] = (one!.gains[story.candidates[c]] ?? 0) + n;
    });
    const net = nets.get(one) ?? new Map<string, number[]>();
    nets.set(one, net);
    const before = net.get(mark.unit);
    net.set(mark.unit, before ? gained.map((n, c) => n + (before[c] ?? 0)) : gained);
    const place = placeOf(story, mark, net.get(mark.unit)!, !!before);
    const at = one.places.findIndex((p) => p.unit === mark.unit);
    if (at < 0) one.places.push(place);
    else one.places[at] = place;
  }
  for (const { gains: all } of told) for (const id of Object.keys(all)) if (!all[id]) delete all[id];
  return told.sort((a, b) => a.ms - b.ms);
}

function placeOf(story: Story, mark: Mark, net: number[], again: boolean): Place {
  let most: number | undefined;
  net.forEach((n, c) => {
    if (n && (most === undefined || n > net[most])) most = c;
  });
  if (most !== undefined) return { unit: mark.unit!, candidate: story.candidates[most], electors: net[most] };
  return { unit: mark.unit!, candidate: again ? undefined : (mark.candidate ?? undefined), electors: 0 };
}
