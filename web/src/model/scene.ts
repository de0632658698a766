import type { Entry, Mark, Meta, Standing, Story } from './api';
import { ask, entries, fromFiles, glance, once, standingAt, standingsOf, Refused } from './asking';
import { hasNight, isFresh, isNightOf, usualSpeed, ZOOMS, type Zoom } from './axis';
import { happenings, type Happening } from './events';
import { asAsked, effective, isEndOfDay, parseAsked } from './moments';
import { sidesOf, type Sides } from './people';
import { Telling } from './telling';
import { explained, marksOf } from './turning';

export type Room =
  'start' | 'nowhere' | 'election' | 'elections' | 'challenges' | 'record' | 'law' | 'audit' | 'download' | 'embed';
export type MapKind = 'states' | 'counties' | 'electors';

/** What the browser keeps of a step: whether it opened the drawer. */
interface Step {
  opened: boolean;
}

/** Today's borders fit elections from 1960 on. */
const usualMap = (meta: Meta): MapKind => (meta.year >= 1960 ? 'states' : 'electors');

/** A record of so few entries is told whole at once; of a longer one the moment that was asked for comes first. */
const SHORT = 1_000;

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
  /** Where the electors chose nobody: the ballots of the House and the Senate, in the order of the record. */
  ballots: Entry[] = [];
  /** Whether the server knows of no such election. */
  unknown = false;
  /** Whether the standing of the moment has been asked for and answered. */
  stood = false;
  /** Whether the page is shown on a wall, where nobody moves it. */
  screen = false;
  ms = 0;
  knownThen = false;
  selected = '';
  /** The place that a finger touched last: a phone tells of it in its foot. */
  touched = '';
  map: MapKind = 'states';
  figure = '';
  playing = false;
  /** Seconds of the election in one of the reader's. */
  speed = 86_400;
  zoom: Zoom = 'whole';
  /** Whether the election's first days are told by the clock, so that they can be shown as a night. */
  night = false;
  live = false;
  lost = false;
  /** When the server was last heard from, by the reader's own clock; and the newest entry's own moment. */
  heardAt = 0;
  start = 0;
  end = 0;
  marks: Mark[] = [];
  /** The marks as they are told: what came in one minute together. */
  happened: Happening[] = [];
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
    this.unknown = false;
    this.stood = false;
    if (election !== this.election)
      Object.assign(this, {
        election,
        meta: undefined,
        telling: undefined,
        standing: undefined,
        since: undefined,
        sides: undefined,
        ballots: [],
        selected: '',
        ms: 0,
        zoom: 'whole',
        speed: 86_400,
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
      this.map = (query.get('map') as MapKind) || usualMap(this.meta);
      this.ms = told ?? first.atMs;
      // A published copy has one glance, and its standing is the last.
      const asShown = !this.knownThen && (!fromFiles || told === undefined);
      if (asShown && !fromFiles) {
        this.standing = first.standing;
        this.stood = true;
      }
      if (asShown && this.meta.entries > SHORT) {
        this.take(first.story);
        if (this.night && !query.get('zoom')) this.look('night');
        this.changed();
        await drawn();
        this.begun = true;
        this.changed();
        await drawn();
      }
      const story = await once(`${election} story`, () => ask<Story>(election, 'story'));
      if (story.marks.some((m) => m.kind === 'contingent')) await this.readBallots();
      if (election !== this.election) return;
      this.take(story);
      this.begun = true;
      if (told === undefined) this.ms = Math.min(this.ms, this.end);
      this.shownFirst = this.ms;
      if (!query.get('zoom')) this.look(this.usualZoom);
      this.changed();
      if (!this.standing) await this.fetchStanding();
    } catch (fault) {
      this.fault = (fault as Error).message;
      this.unknown = fault instanceof Refused && fault.status === 404;
      this.changed();
    }
  }

  /** Asks for the ballots once; without an answer the page tells all else. */
  async readBallots(): Promise<void> {
    const { election } = this;
    const found = await once(`${election} ballots`, () => entries(election, { fact: 'contingent-ballot' })).catch(
      () => undefined,
    );
    if (!found || election !== this.election) return;
    const all = found.entries.filter((e) => e.fact === 'contingent-ballot');
    this.ballots = all.sort((a, b) => effective(a.at) - effective(b.at) || a.index - b.index);
  }

  following = false;
  /** The moment at which the page was opened, by which the axis was chosen. */
  private shownFirst = 0;

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
    this.happened = this.story!.brief ? [] : happenings(this.story!, this.marks);
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
    this.night = this.story!.brief ? isNightOf(this.meta!, this.ms) : hasNight(this.story!, this.start);
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
    const zoom = ZOOMS.find((z) => z === query.get('zoom'));
    if (zoom) this.look(zoom);
    else if (this.telling) this.look(this.usualZoom);
    this.figure = query.get('why') ?? '';
    const map = query.get('map');
    if (map === 'states' || map === 'counties' || map === 'electors') this.map = map;
    else if (this.meta) this.map = usualMap(this.meta);
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
    put('map', this.meta && this.map === usualMap(this.meta) ? '' : this.map);
    put('zoom', this.zoom === this.usualZoom ? '' : this.zoom);
    return query;
  }

  go(ms: number, stay = false): void {
    const held = Math.min(Math.max(ms, this.start), this.end);
    if (!stay) this.following = this.live && held >= this.end;
    this.ms = held;
    this.touched = '';
    this.changed();
    this.settle();
  }

  step(direction: 1 | -1): void {
    const all = this.happened;
    const to = direction > 0 ? all.find((h) => h.ms > this.ms) : all.findLast((h) => h.ms < this.ms);
    if (to) this.go(to.ms);
  }

  /** Changes what is looked at. What a reader opens or turns to is a step of its own, so that Back goes back. */
  set(part: Partial<Pick<Scene, 'knownThen' | 'selected' | 'map' | 'figure' | 'speed'>>): void {
    Object.assign(this, part);
    this.stepped();
  }

  /** Shows another part of the axis, at a speed that fits it. */
  turn(zoom: Zoom): void {
    this.look(zoom);
    this.stepped();
  }

  /** Closes the drawer: back to where it was opened, if that was on this page. */
  close(): void {
    if (!this.figure) return;
    if ((history.state as Step | null)?.opened) history.back();
    else this.set({ figure: '' });
  }

  private look(zoom: Zoom): void {
    this.zoom = zoom;
    this.speed = usualSpeed(zoom);
  }

  private get usualZoom(): Zoom {
    return this.night && isFresh(this.shownFirst, this.start) ? 'night' : 'whole';
  }

  private stepped(): void {
    this.changed();
    const { figure } = this;
    const to = this.path();
    if (to !== location.pathname + location.search && !this.playing) {
      const opened = !!figure && !new URLSearchParams(location.search).get('why');
      history.pushState({ opened } satisfies Step, '', to);
    }
    this.settle();
  }

  private path(): string {
    return `${location.pathname}?${this.query()}`.replace(/\?$/, '');
  }

  /** What came about last; of what came about at one moment, a majority that was passed or lost. */
  get event(): Happening | undefined {
    const last = this.happened.findLast((h) => h.ms <= this.ms);
    const turn = this.happened.find((h) => h.ms === last?.ms && (h.kind === 'majority' || h.kind === 'undone'));
    return turn ?? last;
  }

  private timer = 0;
  private asking?: AbortController;

  /** When the moment has come to rest: the address follows and the rest of the standing is fetched. */
  private settle(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.playing) return;
      history.replaceState(history.state, '', this.path());
      void this.fetchStanding();
    }, 90) as unknown as number;
  }

  /** A published copy has the standing of some moments; of others it shows what the story tells, and no more. */
  private async readStanding(): Promise<void> {
    const { election, ms } = this;
    try {
      const moments = await standingsOf(election);
      const standing = moments.includes(ms) ? await standingAt(election, ms) : undefined;
      if (election !== this.election || ms !== this.ms) return;
      this.standing = standing;
      this.stood = true;
      this.changed();
    } catch (fault) {
      this.fault = (fault as Error).message;
      this.changed();
    }
  }

  async fetchStanding(): Promise<void> {
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    // Who follows a running election asks as all others do, so that one answer serves all.
    const at = this.following ? undefined : asAsked(this.ms),
      election = this.election;
    if (fromFiles) return this.readStanding();
    const get = (known?: string) => ask<Standing>(election, 'standing', { at: known ?? at, known }, signal);
    try {
      const [standing, since] = this.knownThen
        ? await Promise.all([get(asAsked(this.ms)), get()])
        : [await get(), undefined];
      if (signal.aborted) return;
      this.standing = standing;
      this.stood = true;
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

/**
 * After some frames: the ladder measures itself before it draws, however slow the machine, or what lies below would be
 * pushed down. A page that nobody sees draws none, and goes on.
 */
const drawn = (frames = 3) =>
  new Promise<void>((done) => {
    const on = setTimeout(done, document.hidden ? 400 : 5_000);
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
