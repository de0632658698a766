import type { Change, Mark, Story } from './api';
import { CALLED } from './stages';

/** What came about at one moment by one kind of fact: one place, or many at once. */
export interface Happening {
  ms: number;
  kind: string;
  /** The mark that tells it, where it is a single one. */
  mark: Mark;
  places: { unit: string; candidate?: string; electors: number }[];
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
  const open = new Map<string, Happening>();
  for (const mark of marks) {
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
    let most: number | undefined;
    gained.forEach((n, c) => {
      if (!n) return;
      const id = story.candidates[c];
      one!.gains[id] = (one!.gains[id] ?? 0) + n;
      if (most === undefined || n > gained[most]) most = c;
    });
    const candidate = most === undefined ? (mark.candidate ?? undefined) : story.candidates[most];
    one.places.push({ unit: mark.unit, candidate, electors: most === undefined ? 0 : gained[most] });
  }
  return told.sort((a, b) => a.ms - b.ms);
}
