import type { Mark, Meta, Standing, Story } from './api';
import { ask, fromFiles, glance, once } from './asking';
import { asAsked, effective, isEndOfDay, parseAsked } from './moments';
import { sidesOf, type Sides } from './people';
import { Telling } from './telling';
import { explained, marksOf } from './turning';

export type Room = 'election' | 'elections' | 'challenges' | 'record' | 'law' | 'download' | 'embed';
export type MapKind = 'states' | 'counties' | 'electors';
export const SPEEDS = [3600, 6 * 3600, 86400, 5 * 86400] as const;
/** How much of the axis is shown around the moment, in hours; 0 is the whole election. */
export const SPANS = [0, 24 * 12, 48, 8] as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What every part of the page shows: one election at one moment. Parts listen for `change`. */
export class Scene extends EventTarget {
  room: Room = 'election';
  election = '';
  view = '';
  meta?: Meta;
  telling?: Telling;
  sides?: Sides;
  standing?: Standing;
  /** The same moment with everything known since, while the page shows what was known then. */
  since?: Standing;
  fault = '';
  ms = 0;
  knownThen = false;
  selected = '';
  map: MapKind = 'states';
  figure = '';
  playing = false;
  speed = 2;
  span = 0;
  live = false;
  lost = false;
  start = 0;
  end = 0;
  marks: Mark[] = [];
  /** Whether headline and ladder are on the screen; what lies below waits for that. */
  begun = false;
  /** How many entries of a running election the story at hand has taken in. */
  heard = 0;

  get story(): Story | undefined {
    return this.telling?.story;
  }

  changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  /** Loads an election and the moment its address asks for. */
  async open(election: string, query: URLSearchParams): Promise<void> {
    this.fault = '';
    if (election !== this.election)
      Object.assign(this, {
        election,
        meta: undefined,
        telling: undefined,
        standing: undefined,
        since: undefined,
        sides: undefined,
        selected: '',
        ms: 0,
        span: 0,
      });
    this.read(query);
    this.changed();
    try {
      const told = parseAsked(query.get('at'));
      const first = await glance(election, fromFiles || told === undefined ? undefined : asAsked(told));
      if (election !== this.election) return;
      this.meta = first.about;
      this.live = !!(this.meta.live || this.meta.rehearsal) && !fromFiles;
      this.following = this.live && told === undefined;
      this.map = (query.get('map') as MapKind) || (this.meta.year >= 1960 ? 'states' : 'electors');
      this.ms = told ?? first.atMs;
      // A published copy has one glance, and its standing is the last.
      const asShown = !this.knownThen && (!fromFiles || told === undefined);
      if (asShown) {
        this.take(first.story);
        if (!fromFiles) this.standing = first.standing;
        this.changed();
        await drawn();
        this.begun = true;
        this.changed();
        await drawn();
      }
      const story = await once(`${election} story`, () => ask<Story>(election, 'story'));
      if (election !== this.election) return;
      this.take(story);
      this.begun = true;
      if (told === undefined) this.ms = Math.min(this.ms, this.end);
      this.changed();
      if (!this.standing) await this.fetchStanding();
    } catch (fault) {
      this.fault = (fault as Error).message;
      this.changed();
    }
  }

  following = false;

  take(story: Story): void {
    story.majorities = explained(story);
    story.majority ??= Math.floor(story.entitled / 2) + 1;
    this.telling = new Telling(story);
    this.sides = sidesOf(this.meta!, story);
    this.heard = story.entries;
    this.remark();
  }

  /** Reads the marks and the axis off the story again. */
  remark(): void {
    this.marks = this.story!.brief ? this.story!.marks : marksOf(this.story!);
    this.measure();
  }

  /** Goes with a running election to its latest moment; the address says no moment, and stays. */
  follow(): void {
    this.ms = this.meta!.lastMs ?? this.ms;
    this.changed();
  }

  /**
   * The axis runs from the first thing that any stage saw to some hours after the last, and no farther than the
   * latest entry while it runs.
   */
  measure(): void {
    const { changes } = this.story!;
    const first = changes.find((c) => c[5] || c[4] >= 0)?.[0] ?? this.meta!.firstMs ?? this.ms - HOUR;
    const oath = this.marks.findLast((m) => m.kind === 'oath' || m.kind === 'declared');
    this.start = first - HOUR;
    if (this.live) {
      this.end = this.meta!.lastMs ?? first;
      return;
    }
    const last = oath?.ms ?? this.marks.at(-1)?.ms ?? changes.at(-1)?.[0] ?? this.meta!.lastMs ?? first;
    this.end = Math.max(last + (oath && !isEndOfDay(last) ? DAY / 4 : 0), this.start + 2 * HOUR);
  }

  read(query: URLSearchParams): void {
    this.knownThen = query.get('known') === 'then';
    this.selected = query.get('of') ?? '';
    this.figure = query.get('why') ?? '';
    const map = query.get('map');
    if (map === 'states' || map === 'counties' || map === 'electors') this.map = map;
    const told = parseAsked(query.get('at'));
    if (told !== undefined && this.telling) {
      this.ms = told;
      this.following = false;
    }
  }

  /** The address that shows exactly this. */
  query(): URLSearchParams {
    const query = new URLSearchParams(location.search);
    const put = (name: string, value: string) => (value ? query.set(name, value) : query.delete(name));
    put('at', this.following ? '' : asAsked(this.ms));
    put('known', this.knownThen ? 'then' : '');
    put('of', this.selected);
    put('why', this.figure);
    put('map', this.map === (this.meta && this.meta.year < 1960 ? 'electors' : 'states') ? '' : this.map);
    return query;
  }

  go(ms: number, stay = false): void {
    const held = Math.min(Math.max(ms, this.start), this.end);
    if (!stay) this.following = this.live && held >= this.end;
    this.ms = held;
    this.changed();
    this.settle();
  }

  step(direction: 1 | -1): void {
    const mark = direction > 0 ? this.marks.find((m) => m.ms > this.ms) : this.marks.findLast((m) => m.ms < this.ms);
    if (mark) this.go(mark.ms);
  }

  set(part: Partial<Pick<Scene, 'knownThen' | 'selected' | 'map' | 'figure' | 'speed' | 'span'>>): void {
    Object.assign(this, part);
    this.changed();
    this.settle();
  }

  /** Last event at or before the moment. */
  get event(): Mark | undefined {
    const last = this.marks.findLast((m) => m.ms <= this.ms);
    return (last && this.marks.find((m) => m.ms === last.ms && (m.kind === 'majority' || m.kind === 'undone'))) ?? last;
  }

  private timer = 0;
  private asking?: AbortController;

  /** When the moment has come to rest: the address follows and the rest of the standing is fetched. */
  private settle(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.playing) return;
      history.replaceState(null, '', `${location.pathname}?${this.query()}`.replace(/\?$/, ''));
      void this.fetchStanding();
    }, 90) as unknown as number;
  }

  async fetchStanding(): Promise<void> {
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    // Who follows a running election asks as all others do, so that one answer serves all.
    const at = this.following ? undefined : asAsked(this.ms),
      election = this.election;
    const get = (known?: string) => ask<Standing>(election, 'standing', { at: known ?? at, known }, signal);
    try {
      const [standing, since] = this.knownThen
        ? await Promise.all([get(asAsked(this.ms)), get()])
        : [await get(), undefined];
      if (signal.aborted) return;
      standing.atMs ??= effective(standing.at);
      this.standing = fromFiles ? asOf(standing, this.ms) : standing;
      this.since = since;
      this.lost = false;
      this.changed();
    } catch (fault) {
      if (signal.aborted) return;
      this.lost = fault instanceof TypeError;
      if (!this.lost) this.fault = (fault as Error).message;
      this.changed();
    }
  }
}

/** A published copy has the last standing only: of an earlier moment it gives what does not depend on later entries. */
function asOf(last: Standing, ms: number): Standing {
  if (ms >= last.atMs) return last;
  const challenges = (last.challenges ?? [])
    .filter((c) => effective(c.filed) <= ms)
    .map((c) => {
      const rulings = c.rulings.filter((r) => effective(r.at) <= ms);
      return { ...c, rulings, open: !rulings.length };
    });
  return {
    ...last,
    units: [],
    popularVote: undefined,
    challenges,
    deadlines: last.deadlines.map((d) => ({ ...d, met: [], missed: [], unknown: [], open: [] })),
    outcome: { president: { verdict: 'not-yet' }, vicePresident: { verdict: 'not-yet' } },
  };
}

/** After some frames: the ladder measures itself before it draws. A page that nobody sees draws none, and goes on. */
const drawn = (frames = 3) =>
  new Promise<void>((done) => {
    const on = setTimeout(done, 400);
    const frame = (left: number) => {
      if (left) requestAnimationFrame(() => frame(left - 1));
      else {
        clearTimeout(on);
        setTimeout(done);
      }
    };
    frame(frames);
  });

export const scene = new Scene();
