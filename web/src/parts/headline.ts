import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { closingsOf } from '../model/closings';
import { brief, clock, dayAndYear, effective, day, given, isEndOfDay, longDay } from '../model/moments';
import { narrow, Part } from '../model/part';
import { CALLED, CERTIFIED, REPORTED, RUNGS, VOTED } from '../model/stages';
import { knows, pieces, say } from '../words/words';
import { countedEitherWay, either, forkOf, isUndecided } from './fork';
import './freshness';
import { nameOf } from './marks';
import { votesBy } from './meanings';
import { decisive, jurisdictionName, lacking, majorityOf, standingNow, type Decisive } from './reading';
import { inWords } from './inwords';

const MOST_NAMED = 4;

/** Who has how many electors at the highest stage that decides, in words that name the stage. */
@customElement('a-headline')
export class Headline extends Part {
  override render() {
    const { scene } = this;
    if (!scene.telling)
      return html`<section class="head"><div><p class="dateline">${scene.fault || say('waiting')}</p></div></section>`;
    const small = narrow();
    const tab = (then: boolean, key: string) => html`<button type="button" class="tab"
      aria-pressed=${scene.knownThen === then} @click=${() => scene.set({ knownThen: then })}>
      ${say(small ? `${key}.short` : key)}</button>`;
    return html`<section class="head" aria-label=${say('headline')}>
      <div>
        <p class="dateline"><time datetime=${new Date(scene.ms).toISOString()}>${this.when(small)}</time>
          <a-freshness></a-freshness>
          ${
            scene.following
              ? nothing
              : html`<span class="known" role="group" aria-label=${say('knowledge')}>
                  ${tab(false, 'knownNow')} ${tab(true, 'knownThen')}</span>`
          }
        </p>
        <h1>${this.first()} <span class="rest">${this.rest()}</span></h1>
      </div>
      ${this.next()}
    </section>`;
  }

  private when(small: boolean): string {
    const { ms } = this.scene;
    if (!small) return say(isEndOfDay(ms) ? 'whenDay' : 'when', { day: longDay(ms), clock: clock(ms) });
    return isEndOfDay(ms) ? dayAndYear(ms) : `${dayAndYear(ms)}, ${clock(ms)} ${say('washington')}`;
  }

  private first() {
    const { scene } = this;
    const top = decisive(scene);
    if (!top) return html`<span>${say('head.nothing')}</span>`;
    const figures = this.figures(top.stage, top.electors);
    return pieces<unknown>(`head.${RUNGS[top.stage]}`, { figures, caller: scene.meta?.caller ?? '' });
  }

  /** Names stand in the order of the rails, so that one eye finds headline and bars alike. */
  private figures(stage: number, electors: number[]) {
    const { scene } = this;
    const order = scene.sides!.order.filter((c) => electors[c] > 0);
    if (order.length > 2) order.sort((a, b) => electors[b] - electors[a]);
    const kept = order.slice(0, MOST_NAMED);
    const more = order.length - kept.length;
    const open = (e: Event, c: number) => {
      e.preventDefault();
      scene.set({ figure: `${RUNGS[stage]}(${scene.story!.candidates[c]})` });
    };
    const tines = forkOf(scene, stage, electors);
    return html`${kept.map((c, i) => {
      const name = scene.sides!.names[c];
      const link = html`<a class="${scene.sides!.paints[c]}-ink" href="?why" title=${say('why', { n: electors[c] })}
        @click=${(e: Event) => open(e, c)}>${tines ? either(tines, c) : electors[c]}</a>`;
      const end = i < kept.length - 1 || more ? ',' : '.';
      return html`<span class=${name.length < 20 ? 'nw' : nothing}>${name} ${link}${end}</span> `;
    })}${more ? html`<span class="nw">${say('others', { n: more })}.</span>` : nothing}`;
  }

  /** What the figure is not yet. */
  private rest(): string {
    const { scene } = this;
    const top = decisive(scene);
    if (!top) return say('rest.nothing');
    const ended = this.ended(top.stage);
    if (ended.length) return ended.join(' ');
    if (top.stage === REPORTED) return this.onlyTallies();
    if (top.stage === CALLED && !top.majority) return this.night(top.electors);
    const said: string[] = [];
    const sum = top.electors.reduce((a, b) => a + b, 0);
    if (!top.majority && (top.stage >= CERTIFIED || sum >= majorityOf(scene)))
      said.push(say('rest.noMajority', { majority: majorityOf(scene) }));
    if (top.stage === VOTED) said.push(...this.notVoted(top));
    return [...said, this.nextStage(top.stage)].filter(Boolean).join(' ');
  }

  /** Of an election that is over: who was chosen where the electors chose nobody, and since when he is in office. */
  private ended(stage: number): string[] {
    const { scene } = this;
    const said: string[] = [];
    const chosen = standingNow(scene)?.outcome.president;
    if (RUNGS[stage] === 'declared' || RUNGS[stage] === 'counted') {
      if (chosen?.verdict === 'determined' && chosen.by && chosen.by !== 'electors') {
        const key = knows(`rest.by.${chosen.by}`) ? `rest.by.${chosen.by}` : 'rest.by';
        said.push(say(key, { who: nameOf(scene, chosen.candidate), by: chosen.by }));
      }
      if (chosen?.verdict === 'alternatives') said.push(say('rest.alternatives'));
      said.push(...this.eitherWay());
    }
    const office = scene.story!.majorities.findLast((m) => m.stage === 'in-office' && m.sinceMs <= scene.ms);
    if (office)
      said.push(
        say('rest.office', { who: nameOf(scene, office.candidate), moment: given(office.since, office.about) }),
      );
    return said;
  }

  /** A state that Congress counted "with or without", and whether it mattered. */
  private eitherWay(): string[] {
    const { scene } = this;
    const { place, n } = countedEitherWay(scene) ?? {};
    if (!place || !n) return [];
    const { candidate, alternatives = [] } = standingNow(scene)?.outcome.president ?? {};
    const people = new Set(candidate ? [candidate] : alternatives.map((a) => a.candidate));
    const [who] = people;
    return people.size === 1
      ? [say('rest.either', { place, n, who: nameOf(scene, who) })]
      : [say('rest.eitherNone', { place, n })];
  }

  /** Leads without a call: leads, with the votes they rest on. */
  private onlyTallies(): string {
    const { scene } = this;
    const votes = votesBy(scene, scene.ms);
    const calls = lacking(scene, CALLED) || !scene.meta!.callers.length ? '' : say('rest.none.called');
    return [votes ? say('rest.votes', { votes }) : '', calls].filter(Boolean).join(' ');
  }

  /** What is not called, and beside it, in another tone, who is ahead in the count. */
  private night(called: number[]): string {
    const { scene } = this;
    const open = scene.story!.entitled - called.reduce((a, b) => a + b, 0);
    const leads = scene.telling!.rung(scene.telling!.at(scene.ms), REPORTED);
    const { order, names } = scene.sides!;
    const figures = order.filter((c) => leads[c] > 0).map((c) => `${names[c]} ${leads[c]}`);
    const said = lacking(scene, CALLED) ? [say('rest.partlyInRecord')] : [say('rest.notCalled', { n: open })];
    if (figures.length) said.push(say('rest.ahead', { figures: figures.join(', ') }));
    return said.join(' ');
  }

  /** Electors that a lower rung has and this one has not yet. */
  private notVoted(top: Decisive): string[] {
    const { scene } = this;
    const moment = scene.telling!.at(scene.ms);
    const of = (rung: number, j: number) => scene.telling!.of(moment, rung, j).reduce((a, b) => a + b, 0);
    const left = scene
      .story!.jurisdictions.map((id, j) => ({ id, n: of(top.stage, j) ? 0 : Math.max(of(1, j), of(2, j), of(3, j)) }))
      .filter((l) => l.n > 0 && !isUndecided(scene, l.id));
    if (left.length === 1) return [say('rest.one', { place: jurisdictionName(scene, left[0].id), n: left[0].n })];
    const n = left.reduce((a, l) => a + l.n, 0);
    return n ? [say('rest.left', { n })] : [];
  }

  private nextStage(stage: number): string {
    const { scene } = this;
    const next = stage + 1;
    if (next >= RUNGS.length) return say('rest.term');
    const moment = scene.telling!.at(scene.ms);
    const n = scene.telling!.rung(moment, next).reduce((a, b) => a + Math.max(b, 0), 0);
    return n ? say(`rest.partly.${RUNGS[next]}`, { n }) : say(`rest.none.${RUNGS[next]}`);
  }

  private next() {
    const { scene } = this;
    const polls = scene.night ? closingsOf(scene.meta!).find((c) => c.ms > scene.ms) : undefined;
    const due = (scene.standing?.deadlines ?? [])
      .map((d) => ({ ...d, ms: effective(d.due) }))
      .filter((d) => d.ms > scene.ms)
      .sort((a, b) => a.ms - b.ms)
      .slice(0, polls ? 2 : 3);
    if (!due.length) return nothing;
    const closing = polls && { n: polls.electors, places: polls.places.slice(0, MOST_NAMED).join(', ') };
    return html`<div class="next"><span>${say('dueNext')}</span><ul>${
      closing
        ? html`<li><b>${brief(polls.ms)}</b><span>${say(
            polls.places.length > MOST_NAMED ? 'due.polls' : 'due.polls.in',
            closing,
          )}</span></li>`
        : nothing
    }${due.map((d) => {
      const key = `due.${d.rule.split('.').slice(0, 2).join('.')}`;
      const what = knows(key) ? say(key) : inWords(d.what, d.whatEs);
      return html`<li><b>${day(d.ms)}</b><span title=${d.rule}>${what}</span></li>`;
    })}</ul></div>`;
  }
}
