import { locale, say } from '../words/words';

// Days end in Washington: by its own clock since standard time came on 18 November 1883, five hours behind Greenwich
// before.
const STANDARD_TIME = Date.UTC(1883, 10, 18, 17);
const zone = (ms: number) => (ms < STANDARD_TIME ? 'Etc/GMT+5' : 'America/New_York');

const kept = new Map<string, Intl.DateTimeFormat>();
function format(ms: number, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + zone(ms) + JSON.stringify(options);
  if (!kept.has(key)) kept.set(key, new Intl.DateTimeFormat(locale(), { ...options, timeZone: zone(ms) }));
  return kept.get(key)!.format(ms);
}

export const day = (ms: number) =>
  format(ms, { day: 'numeric', month: 'short' }).replace('Sept', 'Sep').replace('.', '');
export const dayAndYear = (ms: number) =>
  format(ms, { day: 'numeric', month: 'short', year: 'numeric' }).replace('Sept', 'Sep');
export const clock = (ms: number) => format(ms, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const clockWithSeconds = (ms: number) =>
  format(ms, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
export const longDay = (ms: number) =>
  format(ms, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(/^(\w+),/, '$1');
export const yearOf = (ms: number) => Number(format(ms, { year: 'numeric' }));
export const isEndOfDay = (ms: number) =>
  format(ms + 1, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }) === '00:00:00';

/** A moment on the axis: the day alone where it is a day's end, the clock as well elsewhere. */
export const brief = (ms: number) => (isEndOfDay(ms) ? day(ms) : `${day(ms)} ${clock(ms)}`);

/** The effective moment of a time as the record gives it. */
export function effective(at: string): number {
  const last = at.slice(at.indexOf('/') + 1);
  return last.includes('T') ? Date.parse(last) : endOfDay(last);
}

export function endOfDay(date: string): number {
  const noon = Date.parse(`${date}T17:00:00Z`);
  const hour = Number(format(noon, { hour: '2-digit', hourCycle: 'h23' }));
  return noon + (24 - hour) * 3_600_000 - 1;
}

/** A time in the words of its source: a day stays a day, "about" stays about, bounds say that they are bounds. */
export function given(at: string, about = false): string {
  const [first, last] = at.split('/');
  if (last) return say('atLatest', { moment: given(last) });
  const ms = effective(first);
  return first.includes('T') ? `${day(ms)} ${about ? '~' : ''}${clock(ms)}` : day(ms);
}

/** As {@link given}, with the year where it is not the election's own winter. */
export function givenInFull(at: string, about = false): string {
  return `${given(at, about)} ${yearOf(effective(at))}`;
}

/** A moment as an address carries it and the server takes it. */
export function asAsked(ms: number): string {
  if (isEndOfDay(ms)) {
    return dateOf(ms);
  }
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The day of a moment in Washington, as 2020-11-03. */
export const dateOf = (ms: number): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone(ms),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(ms);

export function parseAsked(text: string | null): number | undefined {
  if (!text) return undefined;
  const ms = text.includes('T') ? Date.parse(text) : /^\d{4}-\d\d-\d\d$/.test(text) ? endOfDay(text) : NaN;
  return Number.isFinite(ms) ? ms : undefined;
}
