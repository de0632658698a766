import type { Change, Majority, Story } from './api';

/** Everything that scrubbing needs at one moment: tallies, stages and electors, without asking the server again. */
export interface Moment {
  votes: (number[] | undefined)[];
  stage: Int8Array;
  /** Electors by rung, jurisdiction and candidate. */
  electors: Int16Array;
  /** Electors by rung and candidate: the ladder. */
  ladder: Int16Array;
  /** Whether a rung of a jurisdiction is known only because it is on a higher one: at the latest then. */
  implied: Uint8Array;
  /** How many changes lie at or before the moment. */
  upTo: number;
}

const EVERY = 400;
const DECLARED = 6;

/**
 * A story that can be asked for any moment. It keeps a copy of the state every few hundred changes and plays on from
 * there.
 */
export class Telling {
  private copies: Moment[] = [];
  /** The state after the last change. */
  private latest: Moment;
  private readonly rungs: number;
  private readonly people: number;
  private current: Moment;

  constructor(readonly story: Story) {
    this.rungs = story.stages.length;
    this.people = story.candidates.length;
    this.current = this.empty();
    this.latest = this.empty();
    this.copies.push(copyOf(this.latest));
    this.playOn();
  }

  private playOn(): void {
    const { changes } = this.story;
    while (this.latest.upTo < changes.length) {
      this.apply(this.latest, changes[this.latest.upTo]);
      if (this.latest.upTo % EVERY === 0) this.copies.push(copyOf(this.latest));
    }
  }

  /**
   * Takes in more changes of a running election.
   *
   * @param kept how many of the changes at hand still stand; the others fall, as by a correction. Where it is more
   *   than there are, some were missed, and the whole story tells them
   */
  take(more: Change[], kept = this.story.changes.length): void {
    const { changes } = this.story;
    const rewritten = kept < changes.length;
    this.others.clear();
    changes.length = Math.min(kept, changes.length);
    changes.push(...more);
    if (rewritten || more.some((change) => change[5])) this.stepsOf = undefined;
    if (rewritten) {
      this.copies.length = Math.min(this.copies.length, Math.floor(kept / EVERY) + 1);
      this.latest = copyOf(this.copies[this.copies.length - 1]);
      if (this.current.upTo > kept) this.current = copyOf(this.latest);
    }
    this.playOn();
  }

  /** Who has a majority on each rung after the last change. */
  holders(): number[] {
    return this.story.stages.map((_, rung) => this.rung(this.latest, rung).findIndex((n) => n >= this.story.majority));
  }

  at(ms: number): Moment {
    const target = this.countUpTo(ms);
    if (target < this.current.upTo || target > this.current.upTo + EVERY) {
      const from = this.copies[Math.min(Math.floor(target / EVERY), this.copies.length - 1)];
      if (target < this.current.upTo || from.upTo > this.current.upTo) this.current = copyOf(from);
    }
    while (this.current.upTo < target) this.apply(this.current, this.story.changes[this.current.upTo]);
    return this.current;
  }

  /** Electors of a rung, by candidate, at a moment found by {@link at}. */
  rung(moment: Moment, rung: number): number[] {
    return Array.from(moment.ladder.subarray(rung * this.people, (rung + 1) * this.people));
  }

  of(moment: Moment, rung: number, jurisdiction: number): Int16Array {
    const start = (rung * this.story.jurisdictions.length + jurisdiction) * this.people;
    return moment.electors.subarray(start, start + this.people);
  }

  /**
   * Of a rung's figures by candidate, those that are implied; of a story in brief, the standing tells for which
   * jurisdictions.
   */
  impliedOf(moment: Moment, rung: number, told?: string[]): number[] {
    const sums = new Array<number>(this.people).fill(0);
    this.story.jurisdictions.forEach((id, j) => {
      const implied = this.story.brief
        ? told?.includes(id)
        : moment.implied[rung * this.story.jurisdictions.length + j];
      if (implied)
        this.of(moment, rung, j).forEach((n, c) => {
          sums[c] += n;
        });
    });
    return sums;
  }

  /** The steps of a rung's figures over time, for a strip: moments and electors by candidate. */
  steps(rung: number): [number, number[]][] {
    this.stepsOf ??= this.allSteps();
    return this.stepsOf[rung];
  }

  majorityAt(rung: string, ms: number): Majority | undefined {
    return this.story.majorities.findLast(
      (m) => m.stage === rung && m.sinceMs <= ms && (m.untilMs === undefined || m.untilMs > ms),
    );
  }

  /** The same of a moment beside the one that is shown; each is found once, for it is asked for frame by frame. */
  beside(ms: number): Moment {
    const found = this.others.get(ms) ?? copyOf(this.at(ms));
    this.others.set(ms, found);
    return found;
  }

  private readonly others = new Map<number, Moment>();
  private stepsOf?: [number, number[]][][];

  private allSteps(): [number, number[]][][] {
    const steps: [number, number[]][][] = this.story.stages.map(() => []);
    const playing = this.empty();
    this.story.declared.forEach((d) => steps[DECLARED]?.push([d.ms, d.electors]));
    for (const change of this.story.changes) {
      this.apply(playing, change);
      if (!change[5]) continue;
      for (const key of Object.keys(change[5])) {
        const rung = Number(key);
        if (rung !== DECLARED) steps[rung].push([change[0], this.rung(playing, rung)]);
      }
    }
    return steps;
  }

  private countUpTo(ms: number): number {
    const { changes } = this.story;
    let low = 0,
      high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle][0] <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private empty(): Moment {
    const { units, jurisdictions } = this.story;
    return {
      votes: units.map(() => undefined),
      stage: new Int8Array(units.length).fill(-1),
      electors: new Int16Array(this.rungs * jurisdictions.length * this.people),
      ladder: new Int16Array(this.rungs * this.people),
      implied: new Uint8Array(this.rungs * jurisdictions.length),
      upTo: 0,
    };
  }

  private apply(state: Moment, [ms, , unit, votes, stage, rungs, implied]: Change): void {
    state.upTo++;
    if (unit >= 0 && votes) state.votes[unit] = votes;
    if (unit >= 0 && stage >= 0) state.stage[unit] = stage;
    if (unit >= 0 && rungs) {
      const jurisdiction = this.jurisdictionOf(unit);
      for (const [rung, electors] of Object.entries(rungs)) {
        this.put(state, Number(rung), jurisdiction, electors);
        state.implied[Number(rung) * this.story.jurisdictions.length + jurisdiction] = implied?.includes(Number(rung))
          ? 1
          : 0;
      }
    }
    if (unit < 0) {
      const told = this.story.declared.findLast((d) => d.ms <= ms);
      if (told) state.ladder.set(told.electors, DECLARED * this.people);
    }
  }

  private put(state: Moment, rung: number, jurisdiction: number, electors: number[]): void {
    const there = this.of(state, rung, jurisdiction);
    for (let c = 0; c < this.people; c++) {
      state.ladder[rung * this.people + c] += electors[c] - there[c];
      there[c] = electors[c];
    }
  }

  private places?: Int16Array;
  private jurisdictionOf(unit: number): number {
    this.places ??= Int16Array.from(this.story.units, (id) => this.story.jurisdictions.indexOf(id.split('-')[0]));
    return this.places[unit];
  }
}

const copyOf = (state: Moment): Moment => ({
  votes: state.votes.slice(),
  stage: state.stage.slice(),
  electors: state.electors.slice(),
  ladder: state.ladder.slice(),
  implied: state.implied.slice(),
  upTo: state.upTo,
});
