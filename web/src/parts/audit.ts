import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AuditPlan, AuditStatus, Paths } from '../model/api';
import { ask } from '../model/asking';
import { asAsked, parseAsked } from '../model/moments';
import { list, number, say, locale } from '../words/words';
import { AnswerPart } from './answerpart';
import { asAnswered, inWords } from './inwords';
import { nameOf } from './marks';
import { unitName } from './reading';

/** How many units with evidence, and how many sets of each candidate, are named one by one. */
const MOST = 12;
const WIDE = 240;

/** What evidence there is for the majority, what more would cost, and which ways to it are open. */
@customElement('an-audit')
export class Audit extends AnswerPart {
  @state() private status?: AuditStatus;
  @state() private plan?: AuditPlan;
  @state() private paths?: Paths;
  private of = '';

  override render() {
    const { scene } = this;
    const told = parseAsked(new URLSearchParams(location.search).get('at'));
    const at = told === undefined ? undefined : asAsked(told);
    if (scene.election && this.of !== `${scene.election} ${at}`) this.learnAll(scene.election, at);
    return html`<section class="room audit">${this.head()}
      ${
        this.status
          ? html`<div class="halves"><div>${this.evidence(this.status)}</div>
        <div>${this.next(this.status)}${this.cost()}</div></div>`
          : nothing
      }
      ${this.paths ? this.ways(this.paths) : nothing}</section>`;
  }

  private learnAll(election: string, at?: string): void {
    this.of = `${election} ${at}`;
    Object.assign(this, { status: undefined, plan: undefined, paths: undefined, refusal: '' });
    const learn = <T>(what: string, take: (answer: T) => void) =>
      this.learn(`${this.of} ${what}`, () => ask<T>(election, what, { at }), take);
    learn<AuditStatus>('audit', (answer) => (this.status = answer));
    learn<AuditPlan>('audit/plan', (answer) => (this.plan = answer));
    learn<Paths>('paths', (answer) => (this.paths = answer));
  }

  private head(): TemplateResult {
    const { status } = this;
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
    const [weakest] = status.weakest;
    return html`<h1 class="word">${head}${
      weakest
        ? html` <span class="rest">${say('audit.weakest', {
            units: this.places(weakest.units),
            n: weakest.electors,
          })}</span>`
        : nothing
    }</h1>`;
  }

  private places = (units: string[]) => list(units.map((unit) => unitName(this.scene, unit)));

  private evidence(status: AuditStatus): TemplateResult {
    const who = nameOf(this.scene, status.winner);
    const n = status.surplusToOverturn;
    const weakest = new Set(status.weakest.flatMap((set) => set.units));
    const told = status.units.filter((unit) => unit.state !== 'none' || weakest.has(unit.unit));
    return html`<h2>${say('audit.evidence')} <em>${say(status.rounds ? 'audit.rounds' : 'audit.noRounds', {
      n: status.rounds,
    })}</em></h2>
      <p>${say('audit.statement', { who, n })} ${say('audit.statement.sets')}</p>
      <p class="note">${say('audit.allowed', { n: n - 1 })}</p>
      <table class="rows"><thead><tr><th scope="col">${say('where')}</th><th scope="col">${say('audit.electors')}</th>
        <th scope="col">${say('audit.cards')}</th><th scope="col">${say('audit.factor')}</th>
        <th scope="col">${say('audit.state')}</th></tr></thead><tbody>${told.slice(0, MOST).map(
          (unit) =>
            html`<tr><td>${
              weakest.has(unit.unit) ? html`<b>${unitName(this.scene, unit.unit)}</b>` : unitName(this.scene, unit.unit)
            }</td><td class="num">${unit.electors}</td><td class="num">${number(unit.cards)}</td>
              <td class="num">${unit.evidence === undefined ? '–' : decimal(unit.evidence)}</td><td>${[
                say(`audit.state.${unit.state}`),
                ...(weakest.has(unit.unit) ? [say('audit.inWeakest')] : []),
              ].join(', ')}</td></tr>`,
        )}</tbody></table>
      ${told.length > MOST ? html`<p class="note">${say('audit.more', { n: told.length - MOST })}</p>` : nothing}
      ${status.leftOut.map(
        (round) =>
          html`<p class="note">${say('audit.leftOut', { n: round.entry ?? 0 })}
            ${inWords(round.why, round.whyEs)}.</p>`,
      )}
      <p class="note">${say('audit.not')}</p>`;
  }

  private next(status: AuditStatus): TemplateResult | typeof nothing {
    if (!status.next) return nothing;
    const place = unitName(this.scene, status.next.unit);
    return html`<h2>${say('audit.next')}</h2>
      <p>${say(status.next.count ? 'audit.next.count' : 'audit.next.draw', { place })}</p>`;
  }

  private cost(): TemplateResult | typeof nothing {
    const { plan } = this;
    if (!plan) return nothing;
    const { apart, winnersApart, joint } = plan.cards;
    const rows: [string, number | undefined][] = [
      [say('audit.apart'), apart],
      [say('audit.winnersApart', { who: nameOf(this.scene, plan.winner) }), winnersApart],
      [say('audit.joint'), joint],
    ];
    return html`<h2>${say('audit.cost')} <em>${say('audit.cost.of', { alpha: percent(plan.alpha) })}</em></h2>
      ${plan.canConfirm ? nothing : html`<p>${say('audit.cannot')}</p>`}
      <ul class="costs">${rows.map(([what, cards]) =>
        cards === undefined
          ? nothing
          : html`<li><span>${what}</span> <b>${number(cards)}</b><svg width=${WIDE} height="6" aria-hidden="true">
              <rect class="cost" x=".5" y=".5" height="5" width=${Math.max(1, (WIDE - 1) * (cards / apart))}></rect>
            </svg></li>`,
      )}</ul>
      <p class="note">${say('audit.whatIf')} ${say('audit.supposed')}</p>`;
  }

  private ways(paths: Paths): TemplateResult {
    return html`${paths.open.length ? this.open(paths) : nothing}${this.fewest(paths)}`;
  }

  private open(paths: Paths): TemplateResult {
    const all = 2n ** BigInt(paths.open.length);
    const lead = Object.entries(paths.ways).map(([candidate, n]) =>
      say('audit.ways.to', { who: nameOf(this.scene, candidate), n: number(Number(n)) }),
    );
    return html`<h2>${say('audit.ways', { n: number(Number(all)) })} <em>${
      paths.caller ? say('audit.by', { caller: paths.caller }) : nothing
    }</em></h2>
      <p>${list([...lead, say('audit.ties', { n: number(Number(paths.ties)) })])}.</p>
      <ul class="sets">${paths.smallest.map(
        (smallest) =>
          html`<li><b>${nameOf(this.scene, smallest.candidate)}</b> ${say('audit.smallest', {
            n: number(Number(smallest.number)),
            size: smallest.size,
          })} ${smallest.sets
            .slice(0, MOST)
            .map((set) => this.places(set))
            .join('; ')}</li>`,
      )}</ul>
      <h3 class="sub">${say('audit.decides')}</h3>
      <ul class="sets">${paths.decides.map(
        ({ unit, settings }) =>
          html`<li>${unitName(this.scene, unit)} <b>${number(Number(settings))}</b> ${
            settings === '0' ? say('audit.decides.none') : ''
          }</li>`,
      )}</ul>
      <p class="note">${say('audit.notWeighed')}</p>`;
  }

  private fewest(paths: Paths): TemplateResult | typeof nothing {
    if (!paths.fewestVotes) return nothing;
    const { votes, units } = paths.fewestVotes;
    return html`<h2>${say('audit.fewest')}</h2>
      <p>${say(paths.fewestVotes.majority ? 'audit.fewest.of' : 'audit.fewest.tie', {
        votes: number(votes),
        units: this.places(units),
      })}${paths.tipping ? html` ${say('audit.tipping', { place: unitName(this.scene, paths.tipping) })}` : nothing}</p>
      ${
        paths.noMargin.length
          ? html`<p class="note">${say('audit.noMargin', { units: this.places(paths.noMargin) })}</p>`
          : nothing
      }`;
  }
}

const decimal = (n: number) =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(n);

const percent = (share: number) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumSignificantDigits: 2 }).format(share);
