import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { clock, day, effective, given } from '../model/moments';
import { list, number, say } from '../words/words';
import type { Due, KeptRow, Raised } from './answers';
import { lookAgain } from './asking';
import { feedsOf, type Feed, type Sign } from './feeds';
import { kindName, titleOf, unitName } from './naming';
import { Screen } from './screen';
import { desk, waitsForMe, type Key, type Room } from './store';

/** Something that waits for whoever is signed in. */
interface Waiting {
  title: string;
  says: string;
  since: string;
  room: Room;
  number?: number;
}

const MOST_DUE = 8;

/** The first screen: what could change a winner, what waits for me, what the law wants. */
@customElement('a-attention')
export class Attention extends Screen {
  @state() private at = 0;
  @state() private feeds: Feed[] = [];
  private minute = 0;

  protected override keys(): Key[] {
    const mine = this.mine();
    const open = (i: number) => () => mine[i] && desk.go(mine[i]!.room, mine[i]!.number);
    return [
      ...mine.slice(0, 9).map((each, i) => ({ key: String(i + 1), says: each.title, run: open(i) })),
      { key: 'j', says: say('desk.key.move'), run: () => (this.at = Math.min(mine.length - 1, this.at + 1)) },
      { key: 'k', says: say('desk.key.move'), run: () => (this.at = Math.max(0, this.at - 1)) },
      { key: 'Enter', says: say('desk.key.open'), run: open(this.at) },
    ];
  }

  override render(): TemplateResult {
    return html`${this.head()}
      <section><h2>${say('attention.what')} <em>${say('attention.what.rest')}</em></h2>${this.alerts()}</section>
      <div class="c3"><section>${this.waiting()}</section><section>${this.codes()}</section>
      <section>${this.due()}${this.silent()}</section></div>`;
  }

  /** Feeds come and go by the minute: they are asked for no more often. */
  protected override willUpdate(): void {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute === this.minute || !desk.election) return;
    this.minute = minute;
    void lookAgain<{ items: Sign[] }>(desk.at('intakes')).then(
      ({ items }) => {
        this.feeds = feedsOf(items, Date.now());
      },
      () => undefined,
    );
  }

  private silent(): unknown {
    if (!this.feeds.length) return nothing;
    return html`<h2>${say('attention.feeds')} <em>${say('attention.feeds.rest')}</em></h2>
      <table><tbody>${this.feeds.map(
        ({ label, last, usual, isSilent }) => html`<tr class=${isSilent ? '' : 'soft'}><td><b>${label}</b></td>
          <td>${given(new Date(last).toISOString())}</td>
          <td class="num">${usual === undefined ? nothing : say('attention.feeds.usual', { n: minutes(usual) })}
            ${isSilent ? html`<b>${say('attention.feeds.silent')}</b>` : nothing}</td></tr>`,
      )}</tbody></table>`;
  }

  private open(): Raised[] {
    const rank = (alert: Raised) => (alert.unit === 'US' ? 0 : alert.could === 'change' ? 1 : 2);
    return desk.alerts.filter((each) => !each.cleared).sort((a, b) => rank(a) - rank(b));
  }

  private head(): TemplateResult {
    const { freeze } = desk;
    const rest = say('attention.rest', { kept: desk.kept.length, mine: this.mine().length });
    const grave = this.open().filter((each) => each.could === 'change' && each.unit !== 'US');
    const nation = this.open().find((each) => each.unit === 'US' && each.could !== 'not change');
    const who = list(grave.map((each) => unitName(each.unit)));
    const frozen = freeze?.frozen
      ? html`<b>${say('attention.frozen', { clock: clock(Date.parse(freeze.since!)) })}</b>`
      : nothing;
    if (nation && grave.length) return this.heading(say('attention.nation', { who }), rest, frozen);
    if (grave.length) return this.heading(say('attention.grave', { n: grave.length, who }), rest, frozen);
    return this.heading(say('attention.quiet'), rest, frozen);
  }

  private alerts(): TemplateResult {
    const open = this.open();
    if (open.length) return html`${open.map((each, i) => this.alert(each, i === 0))}`;
    const last = desk.alerts.find((each) => each.cleared);
    return html`<p class="note">${say('attention.none')} ${
      last ? say('attention.last', { when: given(last.cleared!), why: last.why }) : nothing
    }</p>`;
  }

  private alert(alert: Raised, isFirst: boolean): TemplateResult {
    const margin =
      alert.margin === undefined
        ? say('attention.margin.no')
        : `${say('attention.margin')} ${number(Math.abs(alert.margin))}`;
    return html`<div class="alert-row ${isFirst ? 'grave' : ''}" role=${isFirst ? 'alert' : nothing}>
      <span class="u"><b>${unitName(alert.unit)}</b> <small>${margin}</small></span>
      <span class="pic">${picture(alert)}</span>
      <span class="v"><b>${say(`could.${alert.could}`)}</b><br /><small>${alert.why}</small></span></div>`;
  }

  /** Claimed by me, open to me, oldest first within what is grave. */
  private mine(): Waiting[] {
    const proposals = desk.proposals.filter(waitsForMe).map((each): Waiting => ({
      title: titleOf(each),
      says: say(`state.${each.state}`),
      since: each.changed,
      room: each.paper ? 'papers' : 'calls',
      number: each.id,
    }));
    const units = new Map<string, KeptRow[]>();
    for (const row of desk.kept.filter((each) => each.next.length && !each.overtaken))
      units.set(row.unit ?? '', [...(units.get(row.unit ?? '') ?? []), row]);
    const kept = [...units].map(([unit, rows]): Waiting => ({
      title: say('attention.keptRows', { unit: unitName(unit), n: rows.length }),
      says: [...new Set(rows.flatMap((row) => row.findings.slice(0, 1).map((each) => each.code)))].join(', '),
      since: String(rows[0]!.fact?.at ?? ''),
      room: 'kept',
      number: rows[0]!.id,
    }));
    return [...kept, ...proposals.sort((a, b) => a.since.localeCompare(b.since))];
  }

  private waiting(): TemplateResult {
    const mine = this.mine();
    return html`<h2>${say('attention.mine')} <em>${say('attention.mine.rest')}</em></h2>
      ${mine.length ? nothing : html`<p class="note">${say('attention.mine.none')}</p>`}
      <ol class="rows-of">${mine.map(
        (each, i) => html`<li ?data-at=${i === this.at}><a class="to" href=${desk.address(each.room, each.number)}>
          <b>${each.title}</b><span>${each.since ? given(each.since) : nothing}</span>
          <small>${each.says}</small></a></li>`,
      )}</ol>`;
  }

  private codes(): TemplateResult {
    const codes = new Map<string, { says: string; n: number }>();
    for (const { findings } of desk.kept) {
      const worst = findings[0];
      if (worst) codes.set(worst.code, { says: worst.says, n: (codes.get(worst.code)?.n ?? 0) + 1 });
    }
    return html`<h2>${say('attention.codes')} <em>${say('attention.codes.rest', { n: desk.kept.length })}</em></h2>
      <table><tbody>${[...codes]
        .sort(([, a], [, b]) => b.n - a.n)
        .map(
          ([code, { says, n }]) =>
            html`<tr><td><b>${code}</b></td><td>${says}</td><td class="num"><b>${n}</b></td></tr>`,
        )}</tbody></table>`;
  }

  private due(): TemplateResult {
    const { due, meta } = desk;
    const late = [...due].sort((a, b) => Number(b.overdue) - Number(a.overdue));
    const more = late.length - MOST_DUE;
    return html`<h2>${say('attention.due')}
        <em>${meta ? say('attention.due.rest', { year: String(meta.year) }) : nothing}</em></h2>
      ${due.length ? nothing : html`<p class="note">${say('attention.due.none')}</p>`}
      <table><tbody>${late.slice(0, MOST_DUE).map(dueRow)}</tbody></table>
      ${more > 0 ? html`<p class="note">${say('attention.due.more', { n: more })}</p>` : nothing}`;
  }
}

const minutes = (ms: number): string => (ms / 60_000).toFixed(1);

const dueRow = ({ unit, what, due, overdue, rule, who }: Due): TemplateResult =>
  html`<tr><td><b>${day(effective(due))}</b><br /><small>${overdue ? say('attention.overdue') : nothing}</small></td>
    <td>${unitName(unit)}: ${kindName(what)}<br /><small>${rule} ${who ?? nothing}</small></td></tr>`;

/** The margin as a bar from even, and as far as what waits could move it, dashed. */
function picture({ margin, kept, outstanding, atStake }: Raised): unknown {
  if (margin === undefined) return nothing;
  const moves = kept + (outstanding ?? 0) + (atStake ?? 0);
  const whole = Math.max(Math.abs(margin), moves, 1) * 1.1;
  const share = (n: number) => `${(100 * n) / whole}%`;
  return svg`<svg width="100%" height="20" aria-hidden="true">
    <rect class="t-tinted" x="0" y="4" width=${share(Math.abs(margin))} height="12"></rect>
    <line class="t-ink" x1=${share(Math.abs(margin))} x2=${share(Math.abs(margin))} y1="0" y2="20"></line>
    <line class="t-ink" stroke-dasharray="4 3" x1="0" x2=${share(moves)} y1="10" y2="10"></line>
    <circle class="ring" cx=${share(moves)} cy="10" r="4"></circle></svg>`;
}
