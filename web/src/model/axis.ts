import { dateOf, endOfDay, isEndOfDay } from './moments';
import type { Meta, Story } from './api';

/** How much of the axis is shown: the night around the moment, the weeks of canvass and courts, or everything. */
export type Zoom = 'night' | 'weeks' | 'whole';
export const ZOOMS: readonly Zoom[] = ['night', 'weeks', 'whole'];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NIGHT = 8 * HOUR;
const WEEKS = 42 * DAY;
/** How long after its beginning an election is still shown as a night. */
const FRESH = 2 * DAY;
/** So many counts by the clock make a night; an archive of days alone has none. */
const BY_CLOCK = 20;

/** Seconds of the election that pass in one of the reader's. */
export const SPEEDS: Record<Zoom, readonly number[]> = {
  night: [60, 300, 900],
  weeks: [3600, 6 * 3600],
  whole: [86_400, 5 * 86_400],
};
export const usualSpeed = (zoom: Zoom): number => SPEEDS[zoom][zoom === 'night' ? 1 : 0];

interface Timed {
  zoom: Zoom;
  ms: number;
  start: number;
  end: number;
}

/** Whether a story tells its first days by the clock. */
export function hasNight(story: Story, start: number): boolean {
  let n = 0;
  for (const [ms] of story.changes) {
    if (ms > start + FRESH || n >= BY_CLOCK) break;
    if (!isEndOfDay(ms)) n++;
  }
  return n >= BY_CLOCK;
}

/** The same by the day alone, before the story is there: where hours of polls are known, counts come by the clock. */
export function isNightOf(meta: Meta, ms: number): boolean {
  const first = Math.min(...meta.closings.map((closing) => closing.firstMs));
  return meta.closings.length > 0 && ms < first + FRESH;
}

export const isFresh = (ms: number, start: number): boolean => ms < start + FRESH;

/** The part of the election's time that is shown: the evening from 18:00 to 02:00, else as long around the moment. */
export function spanOf({ zoom, ms, start, end }: Timed): { start: number; end: number } {
  if (zoom === 'whole') return { start, end };
  if (zoom === 'night') {
    const from = endOfDay(dateOf(start)) + 1 - 6 * HOUR;
    return ms <= from + NIGHT ? within(ms, from, NIGHT) : around(ms, NIGHT);
  }
  return end - start <= WEEKS ? { start, end } : within(ms, start, WEEKS);
}

const around = (ms: number, length: number) => ({ start: ms - length / 2, end: ms + length / 2 });

/** A window that begins at {@code from} as long as the moment lies in it, and goes along with it beyond. */
function within(ms: number, from: number, length: number) {
  if (ms < from) return { start: ms, end: ms + length };
  return ms <= from + length ? { start: from, end: from + length } : { start: ms - length, end: ms };
}
