import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AuditPlan, AuditStatus, Paths } from '../model/api';
import { ask } from '../model/asking';
import { asAsked, parseAsked } from '../model/moments';
import { list, number, say } from '../words/words';
import { AnswerPart } from './answerpart';
import { auditMap } from './auditmap';
import { asAnswered, inWords } from './inwords';
import { nameOf } from './marks';
import { command, keysAtFoot } from './letters';
import { fewestVotes, isStillOpen, openPaths, pathsHead, type Given, type Side } from './openpaths';
import { unitName } from './reading';
import { riskCurve, roseIn } from './riskcurve';
import { decimal, percent } from './shares';

/** How many units with evidence are named one by one. */
const MOST = 12;
const WIDE = 240;

/** Letters that lead to a section of the room, each a data-key there. */
const KEYS = ['n', 'w', 's', 'p'];

/** How many open places can be given by a figure. */
const MOST_FIGURES = 9;

/** A place that is given goes to the first of the two, then to the second, then is open again. */
const NEXT: Record<string, Side | undefined> = { open: 'first', first: 'second' };

/**
 * While a majority is open, which ways lead to it; then what evidence there is for it, what more would cost, and what
 * would undo it.
 */
@customElement('an-audit')
export class Audit extends AnswerPart {
  @state() private status?: AuditStatus;
  @state() private plan?: AuditPlan;
  @state() private paths?: Paths;
  /** What is supposed of open places; it holds until another moment is looked at. */
  @state() private given: Given = {};
  /** By whose calls it is asked which ways are open, in place of what has gone furthest. */
  @state() private caller?: string;
  /** The unit that is supposed to be counted whole by hand, and what the plan is then. */
  @state() private counted = '';
  @state() private ifCounted?: AuditPlan;
  private of = '';
  private at?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.keyed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.keyed);
  }

  override render() {
    const { scene, status } = this;
    const asked = parseAsked(new URLSearchParams(location.search).get('at'));
    const at = asked === undefined ? undefined : asAsked(asked);
    if (scene.election && this.of !== `${scene.election} ${at}`) this.learnAll(scene.election, at);
    const { paths } = this;
    if (paths && this.isOfPaths(paths))
      return html`<section class="room audit">${pathsHead(scene, paths)}
        ${openPaths(scene, paths, this.given, this)}${this.keysOfPaths(paths)}</section>`;
    // whether the majority is open decides what is shown, so nothing is before that is known
    const told = paths || this.refusal ? status : undefined;
    return html`<section class="room audit">${this.head(told)}
      ${told ? this.evidence(told) : nothing}
      ${paths ? fewestVotes(scene, paths) : nothing}
      ${told ? this.keys(told) : nothing}</section>`;
  }

  /** Whoever asks by a caller's calls sees the ways, whatever is known from elsewhere. */
  private isOfPaths = (paths: Paths) => isStillOpen(paths) || !!this.caller;

  /** By the next caller's calls, and after the last as it was at first. */
  byNext = () => {
    const { paths, of, at } = this;
    if (!paths?.callers.length) return;
    this.caller = paths.callers[paths.caller ? paths.callers.indexOf(paths.caller) + 1 : 0];
    this.given = {};
    const { caller } = this;
    this.learn(
      `${of} paths ${caller}`,
      () => ask<Paths>(paths.election, 'paths', { at, caller }),
      (answer: Paths) => {
        if (this.of === of && this.caller === caller) this.paths = answer;
      },
    );
  };

  private suppose = (event: Event) => {
    const { of, at, plan } = this;
    const counted = (event.target as HTMLSelectElement).value;
    this.counted = counted;
    this.ifCounted = undefined;
    if (!counted || !plan) return;
    this.learn(
      `${of} plan ${counted}`,
      () => ask<AuditPlan>(plan.election, 'audit/plan', { at, counted }),
      (answer: AuditPlan) => {
        if (this.of === of && this.counted === counted) this.ifCounted = answer;
      },
    );
  };

  give = (unit: string) => {
    const { [unit]: before, ...others } = this.given;
    const next = NEXT[before ?? 'open'];
    this.given = next ? { ...others, [unit]: next } : others;
  };

  takeBack = () => {
    this.given = {};
  };

  private keysOfPaths(paths: Paths): TemplateResult {
    const last = Math.min(MOST_FIGURES, paths.open.length);
    const caller: [string, string][] = paths.callers.length > 1 ? [['c', say('paths.key.c')]] : [];
    return keysAtFoot([[last > 1 ? `1–${last}` : '1', say('paths.key.give')], ['0', say('paths.key.0')], ...caller]);
  }

  private learnAll(election: string, at?: string): void {
    this.of = `${election} ${at}`;
    this.at = at;
    Object.assign(this, { status: undefined, plan: undefined, paths: undefined, given: {}, refusal: '' });
    Object.assign(this, { caller: undefined, counted: '', ifCounted: undefined });
    const learn = <T>(what: string, take: (answer: T) => void) =>
      this.learn(`${this.of} ${what}`, () => ask<T>(election, what, { at }), take);
    learn<AuditStatus>('audit', (answer) => (this.status = answer));
    learn<AuditPlan>('audit/plan', (answer) => (this.plan = answer));
    learn<Paths>('paths', (answer) => (this.paths = answer));
  }

  private keyed = (e: KeyboardEvent) => {
    const key = command(e);
    const { paths } = this;
    if (paths && this.isOfPaths(paths)) {
      if (key === 'c') this.byNext();
      const place = /^[0-9]$/.test(key) ? Number(key) : -1;
      if (place === 0) this.takeBack();
      else if (place > 0 && paths.open[place - 1]) this.give(paths.open[place - 1]);
      return;
    }
    if (!KEYS.includes(key)) return;
    const heading = this.querySelector<HTMLElement>(`h2[data-key=${key}]`);
    heading?.focus();
    heading?.scrollIntoView({ block: 'nearest' });
  };

  private keys(status: AuditStatus): TemplateResult {
    const keys = KEYS.filter((key) => key !== 'w' || this.weakest(status).length > 0);
    return keysAtFoot(keys.map((key) => [key, say(`audit.key.${key}`)]));
  }

  private heading(key: string, what: string, beside: string | typeof nothing = nothing): TemplateResult {
    return html`<h2 tabindex="-1" data-key=${key}>${what} <em>${beside}</em></h2>`;
  }

  private head(status?: AuditStatus): TemplateResult {
    if (!status)
      return html`<h1 class="word">${say('nav.audit')}</h1>${
        this.refusal ? html`<p>${asAnswered(this.refusal)}</p>` : nothing
      }`;
    const cards = status.units.reduce((sum, unit) => sum + unit.cards, 0);
    const head = say(status.confirmed ? 'audit.confirmed' : 'audit.risk', {
      risk: percent(status.risk),
      cards: number(cards),
      alpha: percent(status.alpha),
    });
    const weakest = this.weakest(status)[0];
    return html`<h1 class="word">${head}${
      weakest
        ? html` <span class="rest">${say('audit.weakest', {
            units: this.places(weakest.units),
            n: weakest.electors,
          })}</span>`
        : nothing
    }</h1>`;
  }

  /** Before the first round no set is weaker than another. */
  private weakest = (status: AuditStatus) => (status.rounds ? status.weakest : []);

  private places = (units: string[]) => list(units.map((unit) => this.place(unit)));

  private place = (unit: string) => unitName(this.scene, unit);

  private evidence(status: AuditStatus): TemplateResult {
    const hasSets = this.weakest(status).length > 0;
    return html`<div class="evidence ${hasSets ? 'told' : ''}">
      <div class="onmap">${this.map(status)}</div>
      <div>${this.units(status)}${this.next(status)}</div>
      <div>${this.course(status)}${this.cost()}</div>
      ${hasSets ? html`<div class="onmap broad">${this.sets(status)}</div>` : nothing}
      <div><h2>${say('audit.not.head')}</h2><p class="note">${say('audit.not')}</p></div></div>`;
  }

  private map(status: AuditStatus): TemplateResult {
    const who = nameOf(this.scene, status.winner);
    const n = status.surplusToOverturn;
    const weakest = new Set(this.weakest(status)[0]?.units ?? []);
    const legend = ['ahead', 'hatch', 'solid'].map(
      (fill) =>
        html`<span><svg width="16" height="11" aria-hidden="true"><rect
          class="p ${this.paint(status)}-${fill}" x=".5" y=".5" width="15" height="10"></rect></svg>
          ${say(`audit.fill.${fill}`)}</span> `,
    );
    return html`<h2>${say('audit.map')} <em>${say('audit.map.of', { who })}</em></h2>
      <p class="note legend">${legend}${
        weakest.size
          ? html`<span><svg width="16" height="11" aria-hidden="true"><rect class="heavy" x="1" y="1" width="14"
            height="9"></rect></svg> ${say('audit.fill.weakest')}</span>`
          : nothing
      }${
        status.unauditable.length
          ? html`<span><svg width="16" height="11" aria-hidden="true"><path class="strike" d="M1 10L15 1"></path></svg>
              ${say('audit.fill.struck')}</span>`
          : nothing
      }</p>
      ${auditMap(this.scene, status, weakest)}
      <p>${say('audit.statement', { who, n })} ${say('audit.statement.sets')}</p>
      <p class="note">${say('audit.allowed', { n: n - 1 })} ${
        status.unauditable.length
          ? say('audit.unauditable', { units: this.places(status.unauditable) })
          : say('audit.unauditable.none')
      }</p>`;
  }

  private paint = (status: AuditStatus) =>
    this.scene.sides?.paints[this.scene.story?.candidates.indexOf(status.winner) ?? -1] ?? 'k';

  private units(status: AuditStatus): TemplateResult {
    const weakest = new Set(this.weakest(status)[0]?.units ?? []);
    const told = status.units
      .filter((unit) => unit.state !== 'none' || weakest.has(unit.unit))
      .sort((a, b) => Number(weakest.has(b.unit)) - Number(weakest.has(a.unit)) || b.cards - a.cards);
    const rest = told.slice(MOST);
    return html`${this.heading(
      's',
      say('audit.cards'),
      say(status.rounds ? 'audit.rounds' : 'audit.noRounds', { n: status.rounds }),
    )}
      ${
        told.length
          ? html`<table class="figures"><thead><tr><td></td>${['electors', 'margin', 'cards', 'evidence'].map(
              (column) => html`<th scope="col">${say(`audit.column.${column}`)}</th>`,
            )}</tr></thead><tbody>${told.slice(0, MOST).map((unit) => this.unit(unit, weakest.has(unit.unit)))}
            </tbody></table>`
          : nothing
      }
      ${rest.length ? html`<p class="note">${say('audit.more', { n: rest.length })}</p>` : nothing}
      ${status.leftOut.map(
        (round) =>
          html`<p class="note">${say('audit.leftOut', { n: round.entry ?? 0 })}
            ${inWords(round.why, round.whyEs)}.</p>`,
      )}`;
  }

  private unit(unit: AuditStatus['units'][number], isWeakest: boolean): TemplateResult {
    const special = ['to-count', 'confirmed', 'lost'].includes(unit.state);
    return html`<tr class=${isWeakest ? 'weakest' : ''}><th scope="row">${this.place(unit.unit)}${
      special ? html` <span class="note">${say(`audit.state.${unit.state}`)}</span>` : nothing
    }</th>
      <td>${unit.electors}</td><td>${unit.margin === undefined ? '–' : number(unit.margin)}</td>
      <td>${number(unit.cards)}</td><td>${unit.evidence === undefined ? '–' : decimal(unit.evidence)}</td></tr>`;
  }

  private next(status: AuditStatus): TemplateResult | typeof nothing {
    if (!status.next) return nothing;
    return html`${this.heading('n', say('audit.next'))}
      <p>${say(status.next.count ? 'audit.next.count' : 'audit.next.draw', {
        place: this.place(status.next.unit),
      })}</p>`;
  }

  private course(status: AuditStatus): TemplateResult | typeof nothing {
    if (!status.course.length) return nothing;
    const rose = roseIn(status);
    return html`<h2>${say('audit.course')} <em>${say('audit.course.of')}</em></h2>
      ${riskCurve(status)}
      ${rose ? html`<p class="note">${say('audit.course.rose', { place: this.place(rose) })}</p>` : nothing}`;
  }

  private cost(): TemplateResult | typeof nothing {
    const { plan } = this;
    if (!plan) return nothing;
    const { apart, winnersApart, allButSet, joint } = plan.cards;
    const row = (what: string | TemplateResult, cards?: number, isJoint = false) =>
      cards === undefined
        ? nothing
        : html`<li><span>${what}</span> <b>${number(cards)}</b><svg width=${WIDE} height="6" aria-hidden="true">
            <rect class=${isJoint ? 'bar' : 'cost'} x=".5" y=".5" height="5" width=${Math.max(
              1,
              (WIDE - 1) * (cards / apart),
            )}></rect></svg></li>`;
    return html`${this.heading('p', say('audit.cost'), say('audit.cost.of', { alpha: percent(plan.alpha) }))}
      ${plan.canConfirm ? nothing : html`<p>${say('audit.cannot')}</p>`}
      <ul class="costs">${row(say('audit.apart'), apart)}
        ${row(say('audit.winnersApart', { who: nameOf(this.scene, plan.winner) }), winnersApart)}
        ${row(say('audit.allButSet', { n: plan.surplusToOverturn - 1 }), allButSet)}
        ${row(say('audit.joint'), joint, true)}
        ${row(say('audit.jointCounted', { place: this.place(this.counted) }), this.ifCounted?.cards.joint, true)}</ul>
      ${plan.canConfirm ? this.choice(plan) : nothing}
      <p class="note">${say('audit.whatIf')} ${say('audit.supposed')}</p>`;
  }

  /** Which unit is to be taken as counted whole. */
  private choice(plan: AuditPlan): TemplateResult {
    const units = plan.units.filter((unit) => unit.task === 'sample').map(({ unit }) => unit);
    const named = units.map((unit) => [unit, this.place(unit)]).sort(([, a], [, b]) => a.localeCompare(b));
    return html`<label class="counted">${say('audit.counted')}
      <select @change=${this.suppose}><option value="" ?selected=${!this.counted}>${say('audit.counted.none')}</option
        >${named.map(([unit, name]) => html`<option value=${unit}>${name}</option>`)}</select></label>
      ${this.counted ? html`<p class="note">${say('audit.counted.right')}</p>` : nothing}`;
  }

  private sets(status: AuditStatus): TemplateResult {
    const asked = Math.log(1 / status.alpha);
    const most = Math.max(asked * 1.15, ...status.weakest.map((set) => Math.log(set.product)));
    const x = (evidence: number) => Math.max(0, (evidence / most) * WIDE);
    return html`${this.heading(
      'w',
      say('audit.sets'),
      say('audit.sets.of', { n: status.surplusToOverturn, alpha: percent(status.alpha) }),
    )}
      <table class="figures sums"><tbody>${status.weakest.map(
        (set) =>
          html`<tr><th scope="row">${this.places(set.units)}</th><td>${say('audit.electors', { n: set.electors })}</td>
            <td class="long"><svg viewBox="0 0 ${WIDE} 14" preserveAspectRatio="none" aria-hidden="true">
              <path class="line" d="M0 7H${x(asked)}"></path>
              <rect class="bar" y="3" width=${x(Math.log(set.product))} height="8"></rect>
              <path class="asked" d="M${x(asked)} 0V14"></path></svg></td>
            <td><b>${percent(Math.min(1, 1 / set.product))}</b></td></tr>`,
      )}</tbody></table>`;
  }
}
