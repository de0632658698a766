import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Majority, Standing } from '../model/api';
import type { Moment } from '../model/telling';
import { brief, day, effective, given } from '../model/moments';
import { narrow, Part } from '../model/part';
import { CALLED, CERTIFIED, REPORTED, RUNGS } from '../model/stages';
import { say, speaking, worded, wordedIn } from '../words/words';
import { bar } from './bar';
import { forkedBar, forkOf, type Tine } from './fork';
import { cause, isOneCause, nameOf } from './marks';
import { nationalCalls, votesBy } from './meanings';
import { decisive, implied as impliedBy, isEarly, lacking, majorityOf, rungShown, unitName, window_ } from './reading';
import './scrubber';
import { strip } from './strip';
import { tools } from './tools';
import { impliedNote, undone } from './undone';

/** The deadline that a rung waits for, by the beginning of its rule's id. */
const WAITS: Record<string, string> = {
  certified: 'CAL.SAFE',
  ascertained: 'CAL.MEET',
  voted: 'CAL.MEET',
  counted: 'CAL.COUNT',
};

/** Where the label of the line stands: above it, unless a candidate's name stands there. */
function beside(line: number, letters: number, width: number, first: string, second: string): number {
  const half = letters * 3.1,
    wide = (name: string) => Math.min(name.length * 6.8 + 8, width * 0.36);
  return Math.max(Math.min(line, width - wide(second) - half), wide(first) + half);
}

/** The emblem of the program: one bar a stage against the line of the majority, and each again over time. */
@customElement('a-ladder')
export class Ladder extends Part {
  /** Where a strip is read off, and on which rung. */
  @state() private peek?: { rung: number; ms: number };

  override render() {
    const { telling, sides, meta } = this.scene;
    if (!telling || !sides || !meta) return html`<div class="ladder waiting"></div>`;
    const { story } = telling;
    const moment = telling.at(this.scene.ms);
    const rows = RUNGS.map((_, i) => rungShown(this.scene, i) ?? telling.rung(moment, i));
    const base = this.scene.standing?.electors;
    const forks = rows.map((row, i) => forkOf(this.scene, i, row));
    const majority = base?.majority ?? story.majority;
    const of = base?.base ?? (base?.appointed || story.entitled);
    const whole = Math.max(of, ...rows.map((r) => r.reduce((a, b) => a + b, 0)));
    const line = this.line(majority, of, forks.findLast((f) => f)?.[1]);
    const top = decisive(this.scene);
    const small = narrow();
    const width = small ? this.wide : this.wideOf('.c-bar');
    const stripWidth = small ? 0 : this.wideOf('.c-strip');
    if (!width) queueMicrotask(() => this.requestUpdate());
    const [left, right, ...others] = sides.order;
    const { start, end } = window_(this.scene);
    const early = isEarly(this.scene);
    const heights = RUNGS.map((_, i) =>
      small ? (early && i > CALLED ? 9 : 17) : early ? (i > CALLED ? 16 : 44) : 31,
    ).map((h, i) => (forks[i] ? (small ? 28 : 46) : h));
    const stands = RUNGS.map((r) => story.majorities.findLast((m) => m.stage === r && m.untilMs === undefined));
    return html`
    ${
      others.length
        ? html`<ul class="textures">${sides.order.map(
            (c) =>
              html`<li><svg width="22" height="10" aria-hidden="true">
                <rect class="p ${sides.paints[c]}-solid" width="22" height="10"></rect></svg>${sides.names[c]}</li>`,
          )}</ul>`
        : nothing
    }
    <div class="ladder" id="ladder" role="group" aria-label=${say('ladder')}>
      <div class="rung heads" aria-hidden="true">
        <span class="c-name">${say('ladder.name')}</span>
        <span class="c-bar">${
          left === undefined ? nothing : html`<span class="hB ${sides.paints[left]}-ink">${sides.names[left]}</span>`
        }
          <svg class="over" width=${width} height="20"><text class="linehead" x=${beside(
            (majority / whole) * width,
            line.length,
            width,
            sides.names[left] ?? '',
            sides.names[right] ?? '',
          )} y="11" text-anchor="middle">${line}</text></svg>
          ${
            right === undefined
              ? nothing
              : html`<span class="hR ${sides.paints[right]}-ink">${sides.names[right]}</span>`
          }</span>
        <span class="c-cross">${say(early ? 'ladder.short' : 'ladder.cross', { majority })}</span>
        <span class="c-strip" role="status">${
          this.peek
            ? html`<b class="ink">${this.readOff(this.peek.rung, this.peek.ms)}</b>`
            : left !== undefined && right !== undefined
              ? say('ladder.strip', { first: sides.names[left], second: sides.names[right] })
              : nothing
        }</span>
      </div>
      ${
        early && small
          ? html`<p class="thinhead"><span>${RUNGS.slice(CERTIFIED)
              .map((stage) => say(`stage.${stage}`))
              .join(', ')}</span><span>${say('ladder.nobody')}</span></p>`
          : nothing
      }
      ${[...RUNGS.keys()].reverse().map((i) => {
        const stage = RUNGS[i],
          electors = rows[i],
          isTop = top?.stage === i;
        const passed = telling.majorityAt(stage, this.scene.ms);
        const fork = forks[i];
        const empty = electors.every((n) => !n);
        const height = heights[i];
        const drawn = !width
          ? nothing
          : fork
            ? forkedBar({ tines: fork, sides, whole, stage: i, top: isTop, width, height, narrow: small })
            : bar({
                electors,
                sides,
                whole,
                majority,
                stage: i,
                top: isTop,
                width,
                height,
                narrow: small,
                implied: this.implied(i, moment),
                gap: early && i === CALLED && !lacking(this.scene, i) ? this.gap(electors) : undefined,
                lacking: lacking(this.scene, i),
                since: this.later(i),
              });
        return html`<div class="rung ${empty ? 'empty' : ''} ${isTop ? 'now' : ''} ${
          early ? (i > CALLED ? 'thin' : 'tall') : ''
        } ${fork ? 'forked' : ''}">
          <span class="c-name"><b title=${say(`gloss.${stage}`)}>${say(`stage.${stage}`)}</b>
            <span>${this.whose(stage)} ${stage === 'called' ? this.further(i) : nothing}</span></span>
          <span class="c-bar">${this.opens(
            i,
            empty,
            html`<span class="quietly">${this.spoken(i, electors, passed, fork)}</span>
              ${drawn}`,
          )}</span>
          <span class="c-cross">${fork ? this.eachWay(fork) : this.crossing(stage, electors, passed)}</span>
          <span class="c-strip" ?inert=${story.brief} tabindex="0" role="group" aria-label=${say('strip.of', {
            stage: say(`stage.${stage}`),
          })} @pointermove=${(e: PointerEvent) => this.point(e, i)} @pointerdown=${(e: PointerEvent) =>
            this.point(e, i)} @pointerleave=${(e: PointerEvent) => e.pointerType === 'mouse' && this.unread()}
            @blur=${() => this.unread()} @keydown=${(e: KeyboardEvent) => this.keyed(e, i)}>${
              stripWidth && !story.brief
                ? strip({
                    peek: this.peek?.ms,
                    steps: telling.steps(i),
                    sides,
                    whole,
                    stage: i,
                    standing: stands[i],
                    above: stands[i + 1],
                    first: i === 0,
                    now: this.scene.ms,
                    start,
                    end,
                    width: stripWidth,
                    height: heights[i],
                    future: this.seesFuture,
                    leftId: story.candidates[left],
                    undone: story.majorities.filter((m) => m.stage === stage && m.untilMs !== undefined),
                  })
                : nothing
            }</span>
        </div>`;
      })}
      <a-scrubber></a-scrubber>
      ${small ? html`<div class="undone">${undone(this.scene)}${impliedNote(this.scene)}</div>` : nothing}
    </div>
    ${tools(this.scene, 'ladder', () => this.querySelector('#ladder'))}`;
  }

  /** Reads a strip off at the pointer; nothing right of what may be known. */
  private point(e: PointerEvent, rung: number): void {
    const { start, end } = window_(this.scene);
    const { x, width } = (e.currentTarget as Element).getBoundingClientRect();
    const ms = start + (Math.min(Math.max(e.clientX - x, 0), width) / width) * (end - start);
    this.peek = { rung, ms: this.seesFuture ? ms : Math.min(ms, this.scene.ms) };
  }

  /** From change to change of one rung. */
  private keyed(e: KeyboardEvent, rung: number): void {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (e.key === 'Escape') this.unread();
    if (!direction) return;
    e.preventDefault();
    e.stopPropagation();
    const from = this.peek?.rung === rung ? this.peek.ms : this.scene.ms;
    const until = this.seesFuture ? Infinity : this.scene.ms;
    const steps = this.scene.telling!.steps(rung).filter(([ms], i, all) => ms <= until && all[i + 1]?.[0] !== ms);
    const next = direction > 0 ? steps.find(([ms]) => ms > from) : steps.findLast(([ms]) => ms < from);
    if (next) this.peek = { rung, ms: next[0] };
  }

  private unread(): void {
    this.peek = undefined;
  }

  private get seesFuture(): boolean {
    return !this.scene.knownThen && !this.scene.live;
  }

  /** A rung's figures at another moment than the page's. */
  private readOff(rung: number, ms: number): string {
    const { telling, sides } = this.scene;
    const electors = telling!.steps(rung).findLast(([at]) => at <= ms)?.[1] ?? [];
    const figures = sides!.order
      .filter((c, i) => electors[c] || i < 2)
      .map((c) => `${sides!.names[c]} ${electors[c] ?? 0}`);
    return say('strip.read', { moment: brief(ms), stage: say(`stage.${RUNGS[rung]}`), figures: figures.join(', ') });
  }

  /** The majority that is asked for; where a state is counted in the alternative, both. */
  private line(majority: number, base: number, other?: Tine): string {
    return !other || other.base === base
      ? say('ladder.line', { majority, base })
      : say('ladder.line.either', { majority, base, other: other.majority, otherBase: other.base });
  }

  /** Beside a forked bar: of each answer, how many its leader has, and what it rests on. */
  private eachWay(fork: Tine[]) {
    return html`<span class="tines">${fork.map(({ electors, base, majority, told }) => {
      const most = Math.max(...electors);
      const rival = fork[0].base === fork[1].base;
      const who = this.scene.sides!.names[electors.indexOf(most)];
      const beside = rival || narrow() ? told : say('fork.needed', { told, majority });
      const figure = rival ? `${who} ${most}` : say('fork.of', { n: most, base });
      return html`<span><b>${figure}</b> <span title=${beside}>${beside}</span></span>`;
    })}</span>`;
  }

  /** Certified and ascertained may be known only from what came after. */
  private implied(rung: number, moment: Moment): number[] | undefined {
    return rung === 2 || rung === 3 ? impliedBy(this.scene, rung, moment) : undefined;
  }

  private later(rung: number): number[] | undefined {
    const { knownThen, since, story } = this.scene;
    return knownThen && since ? this.figures(since, rung, story!.candidates) : undefined;
  }

  private figures(standing: Standing, rung: number, candidates: string[]): number[] {
    const row = standing.ladder.find((r) => r.stage === RUNGS[rung]);
    return candidates.map((c) => row?.electors?.[c] ?? 0);
  }

  private whose(stage: string): string {
    if (stage !== 'called') return say(`whose.${stage}`);
    return this.scene.meta?.caller ?? this.scene.meta?.callers[0]?.name ?? say('whose.called');
  }

  /** How many callers stand behind the one that is shown. */
  private further(rung: number) {
    const callers = Object.entries(this.scene.standing?.ladder.find((r) => r.stage === 'called')?.callers ?? {})
      .filter(([, n]) => Object.values(n).some((v) => v > 0))
      .map(([id]) => id);
    if (callers.length < 2) return nothing;
    return html`<button type="button" class="count" aria-label=${say('callers.further', {
      n: callers.length - 1,
    })} title=${callers.join(', ')} @click=${() => this.why(rung)}>+${callers.length - 1}</button>`;
  }

  /** A rung with electors opens its evidence; of an empty one there is none. */
  private opens(rung: number, empty: boolean, inside: TemplateResult): TemplateResult {
    return empty
      ? html`<span class="shut">${inside}</span>`
      : html`<button type="button" @click=${() => this.why(rung)}>${inside}</button>`;
  }

  private gap(electors: number[]): string {
    return say('ladder.gap', { n: this.scene.story!.entitled - electors.reduce((a, b) => a + b, 0) });
  }

  private crossing(stage: string, electors: number[], majority?: Majority) {
    const { scene } = this;
    const rung = RUNGS.indexOf(stage as (typeof RUNGS)[number]);
    if (rung === REPORTED && isEarly(scene)) return this.leads();
    if (majority) return this.crossed(majority);
    if (rung === CALLED && isEarly(scene) && !lacking(scene, rung)) return this.short(electors);
    const least = majorityOf(scene);
    const sum = electors.reduce((a, b) => a + b, 0);
    const over = scene.story!.declared.some((d) => d.ms <= scene.ms);
    const due = scene.standing?.deadlines.find((d) => WAITS[stage] && d.rule.startsWith(WAITS[stage]));
    const text =
      (lacking(scene, rung) && (rung === CALLED || !sum)) || (rung === CALLED && !scene.meta!.callers.length)
        ? this.notInRecord(rung, sum)
        : (rung >= CERTIFIED || rung === REPORTED) && sum && (rung === REPORTED || sum >= least) && over
          ? say('nobodyPast', { majority: least })
          : stage === 'declared'
            ? say('afterCount')
            : !due || effective(due.due) < scene.ms
              ? say('notYet')
              : say('due', { day: day(effective(due.due)) });
    return html`<span class="due">${text}</span>`;
  }

  private crossed(majority: Majority) {
    const { since, implied, about, by, byEs } = majority;
    const moment = given(implied ? since.slice(since.indexOf('/') + 1) : since, about);
    const place = isOneCause(this.scene, { ...majority, at: since, ms: majority.sinceMs })
      ? unitName(this.scene, majority.unit)
      : '';
    const beside = implied ? say('implied') : place;
    const told = cause(this.scene, { ...majority, at: since });
    return html`<b>${moment}</b><span lang=${told ? nothing : wordedIn(byEs)} title=${told || worded(by, byEs)}>${
      beside ? html`<span lang=${speaking()}>${beside}</span>` : nothing
    }</span>`;
  }

  /** Of a night: leads are no results, and how many votes they rest on. */
  private leads() {
    const votes = votesBy(this.scene, this.scene.ms);
    return html`<span class="two"><span>${say('leads')}</span><span>${votes}</span></span>`;
  }

  /** How many electors each of the two lacks by calls. */
  private short(electors: number[]) {
    const { sides } = this.scene;
    const least = majorityOf(this.scene);
    return html`<span class="two">${sides!.order
      .slice(0, 2)
      .map(
        (c) =>
          html`<span>${sides!.names[c]} <b class="${sides!.paints[c]}-ink">${Math.max(
            0,
            least - electors[c],
          )}</b></span>`,
      )}</span>`;
  }

  /** What the record says of what it lacks; what a newsroom called for the nation is told all the same. */
  private notInRecord(rung: number, sum: number) {
    const calls = rung === CALLED ? nationalCalls(this.scene) : [];
    const own = calls.find((c) => c.caller === this.scene.meta?.caller) ?? calls[0];
    if (!own) return say(sum ? 'notAllInRecord' : 'notInRecord');
    return say('called.nation', { caller: own.caller, who: nameOf(this.scene, own.candidate), moment: given(own.at) });
  }

  private spoken(rung: number, electors: number[], majority?: Majority, fork?: Tine[]): string {
    const { sides, story } = this.scene;
    const told = (t: Tine | undefined) => {
      const n = t?.electors ?? electors;
      const figures = sides!.order.filter((c) => n[c] || sides!.order.indexOf(c) < 2);
      return `${figures.map((c) => `${sides!.names[c]} ${n[c]}`).join(', ')}${t ? ` (${t.told})` : ''}`;
    };
    const figures = (fork ?? [undefined]).map(told).join('; ');
    return say('rung.spoken', {
      stage: say(`stage.${RUNGS[rung]}`),
      whose: this.whose(RUNGS[rung]),
      figures,
      entitled: story!.entitled,
      majority: majority ? say('majoritySince', { moment: given(majority.since, majority.about) }) : say('noMajority'),
    });
  }

  private why(rung: number): void {
    const { sides, story, telling, ms } = this.scene;
    const electors = telling!.rung(telling!.at(ms), rung);
    const first = sides!.order.slice().sort((a, b) => electors[b] - electors[a])[0];
    if (first !== undefined) this.scene.set({ figure: `${RUNGS[rung]}(${story!.candidates[first]})` });
  }
}
