import type { Meta, Standing, Summary } from '../model/api';
import type { Changes, Due, Freeze, Hold, KeptRow, Next, Proposal, Raised, Session } from './answers';
import { hear, look, lookAgain, Refusal } from './asking';

export const ROOMS = ['attention', 'kept', 'papers', 'calls', 'holds', 'people', 'trail', 'rehearse'] as const;
export type Room = (typeof ROOMS)[number];

/** A key that does something on the screen at hand; the foot of the page shows it as a button, too. */
export interface Key {
  key: string;
  says: string;
  run: () => void;
}

const AGAIN = 1_500;
const EVERY = 60_000;

/**
 * What the screens of the desk show: who is signed in, one election, and its lists as they are now. A stream tells how
 * far each list has come, and what has changed is asked for again.
 */
class Desk extends EventTarget {
  session?: Session;
  /** The session is over; what stands on the screen stays until they sign in again. */
  over = false;
  elections: string[] = [];
  election = '';
  room: Room = 'attention';
  number?: number;
  meta?: Meta;
  standing?: Standing;
  proposals: Proposal[] = [];
  kept: KeptRow[] = [];
  alerts: Raised[] = [];
  due: Due[] = [];
  freeze?: Freeze;
  holds: Hold[] = [];
  /** Whether the lists are as they are now. */
  live = false;
  /** What another did last, in words, and when. */
  news = '';
  /** Candidates as the page has them: from the left rail, from the right, then those between. */
  order: string[] = [];
  keys: Key[] = [];
  private seen: Partial<Changes> = {};
  private listening?: AbortController;

  changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  /** Who is signed in, if anybody is. */
  async who(): Promise<void> {
    this.session = await look<Session>('/api/session').catch(() => undefined);
    this.over = false;
    const running = (this.session?.next ?? []).flatMap(({ href }) => /^\/api\/elections\/([^/]+)\//.exec(href ?? ''));
    this.elections = [...new Set(running.filter((each) => each && !each.startsWith('/')))] as string[];
    this.enter();
  }

  /** What somebody may do wherever they are, by its method and the end of its address. */
  may(method: string, end: string): Next | undefined {
    const here = (href: string) => !href.startsWith('/api/elections/') || href.includes(`/${this.election}/`);
    return this.session?.next.find((n) => n.method === method && !!n.href?.endsWith(end) && here(n.href));
  }

  /** The rooms that are open to whoever is signed in. */
  rooms(): Room[] {
    const { election } = this;
    const open: Record<Room, unknown> = {
      attention: election && this.may('GET', '/proposals'),
      kept: election && this.may('GET', '/kept'),
      papers: election && this.may('GET', '/proposals'),
      calls: election && this.may('GET', '/proposals'),
      holds: election && this.may('GET', '/proposals'),
      people: this.may('GET', '/accounts'),
      trail: this.may('GET', '/trail'),
      rehearse: election && this.meta?.rehearsal && (this.may('GET', '/proposals') || this.may('GET', '/accounts')),
    };
    return ROOMS.filter((room) => open[room]);
  }

  /** Shows what the address names. */
  enter(): void {
    const steps = location.pathname.split('/').filter(Boolean).slice(1);
    const named = steps.find((step) => (ROOMS as readonly string[]).includes(step)) as Room | undefined;
    const before = this.election;
    this.election = this.elections.find((id) => id === steps[0]) ?? this.elections[0] ?? '';
    const open = this.rooms();
    this.room = named && open.includes(named) ? named : (open[0] ?? 'attention');
    const last = Number(steps.at(-1));
    this.number = named && Number.isInteger(last) && last > 0 ? last : undefined;
    if (this.session && this.election && (this.election !== before || !this.listening)) void this.open();
    this.changed();
  }

  address(room: Room, number?: number): string {
    const query = location.search;
    return `/desk/${this.election ? `${this.election}/` : ''}${room}${number ? `/${number}` : ''}${query}`;
  }

  go(room: Room, number?: number): void {
    history.pushState(null, '', this.address(room, number));
    this.enter();
    scrollTo(0, 0);
  }

  at(what: string): string {
    return `/api/elections/${this.election}/${what}`;
  }

  private async open(): Promise<void> {
    this.listening?.abort();
    const mine = (this.listening = new AbortController());
    this.seen = {};
    // Whoever signs in again finds what they were at.
    if (this.meta?.id !== this.election)
      Object.assign(this, { meta: undefined, standing: undefined, proposals: [], kept: [], alerts: [], due: [] });
    void look<{ elections: Summary[] }>('/api/elections').then(
      ({ elections }) => {
        this.order = elections.find((each) => each.id === this.election)?.order ?? [];
      },
      () => undefined, // then candidates stand in the order of their electors
    );
    this.meta = await look<Meta>(`/api/elections/${this.election}`).catch(() => undefined);
    this.changed();
    if (!this.may('GET', '/proposals')) return;
    while (!mine.signal.aborted) {
      try {
        await hear<Changes>(this.at('changes'), (now) => void this.take(now), mine.signal);
      } catch (fault) {
        if (fault instanceof Refusal && fault.status === 401) {
          this.ended();
          return;
        }
      }
      if (mine.signal.aborted) return;
      this.live = false;
      this.changed();
      await new Promise((soon) => setTimeout(soon, AGAIN));
      if (!(await this.isStill())) return;
    }
  }

  private async isStill(): Promise<boolean> {
    const here = await lookAgain<Session>('/api/session').catch((fault) => fault as Error);
    if (!(here instanceof Refusal && here.status === 401)) return true;
    this.ended();
    return false;
  }

  /** The session is over: everything stays as it is, and acts are off until somebody signs in. */
  ended(): void {
    this.listening?.abort();
    this.listening = undefined;
    this.live = false;
    this.over = !!this.session;
    this.changed();
  }

  /** Takes in how far the lists have come, and asks for those that have. */
  private async take(now: Changes): Promise<void> {
    const { seen } = this;
    this.seen = now;
    const isNew = (...lists: (keyof Changes)[]) => lists.some((list) => seen[list] !== now[list]);
    const asked: Promise<unknown>[] = [];
    if (isNew('proposals')) asked.push(this.fetchProposals());
    if (isNew('kept')) asked.push(this.fetchKept());
    if (isNew('kept', 'alerts', 'entries')) asked.push(this.fetchAlerts());
    if (isNew('freeze')) asked.push(this.fetchFreeze());
    if (isNew('holds')) asked.push(this.fetchHolds());
    if (isNew('entries')) asked.push(this.fetchStanding());
    await Promise.allSettled(asked);
    this.live = true;
    this.changed();
  }

  private async fetchProposals(): Promise<void> {
    const all: Proposal[] = [];
    let url: string | undefined = this.at('proposals');
    while (url) {
      const some: { items: Proposal[]; more?: string } = await lookAgain(url);
      all.push(...some.items);
      url = some.more;
    }
    const before = new Map(this.proposals.map((each) => [each.id, each.version]));
    const other = all.find((each) => before.size && before.get(each.id) !== each.version && this.isOthers(each));
    // What an act has just answered may be newer than the list that was under way.
    const newest = new Map(this.proposals.map((each) => [each.id, each]));
    this.proposals = all.map((each) => {
      const known = newest.get(each.id);
      return known && known.version > each.version ? known : each;
    });
    if (other) this.dispatchEvent(new CustomEvent('news', { detail: other }));
  }

  private isOthers(proposal: Proposal): boolean {
    return actorOf(proposal) !== this.session?.account;
  }

  async fetchKept(): Promise<void> {
    const [open, claimed] = await Promise.all(
      ['open', 'claimed'].map((state) => lookAgain<{ items: KeptRow[] }>(this.at(`kept?state=${state}`))),
    );
    this.kept = [...open.items, ...claimed.items].sort((a, b) => a.id - b.id);
  }

  private async fetchAlerts(): Promise<void> {
    this.alerts = (await lookAgain<{ items: Raised[] }>(this.at('alerts'))).items;
  }

  async fetchFreeze(): Promise<void> {
    this.freeze = await lookAgain<Freeze>(this.at('freeze'));
    this.changed();
  }

  async fetchHolds(): Promise<void> {
    this.holds = (await lookAgain<{ items: Hold[] }>(this.at('holds'))).items;
    this.changed();
  }

  private async fetchStanding(): Promise<void> {
    const [standing, due] = await Promise.all([
      lookAgain<Standing>(this.at('standing')),
      lookAgain<{ items: Due[] }>(this.at('due')),
    ]);
    this.standing = standing;
    this.due = due.items;
  }

  /** A proposal as an act left it, until the list says so too. */
  put(now: Proposal): void {
    this.proposals = [...this.proposals.filter((each) => each.id !== now.id), now].sort((a, b) => a.id - b.id);
    this.changed();
  }
}

/** Whose act brought a proposal to the state that it is in. */
export function actorOf(proposal: Proposal): number {
  const { state, by, reviewer, second, decider, typist, typists, retyped } = proposal;
  if (state === 'recorded') return decider ?? second ?? by;
  if (state === 'sent-back' || state === 'refused') return reviewer ?? by;
  return typist ?? retyped ?? typists?.at(-1) ?? by;
}

/** Whether something waits for whoever is signed in: to take back or to hold is always open, and waits for nobody. */
export const waitsForMe = ({ next }: Proposal): boolean =>
  next.some(({ act }) => !['withdraw', 'hold', 'unhold'].includes(act));

export const desk = new Desk();
setInterval(() => desk.changed(), EVERY);
