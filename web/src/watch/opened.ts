import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Summary } from '../model/api';
import { ask } from '../model/asking';
import { asHere } from '../model/dress';
import { clockWithSeconds, day, effective } from '../model/moments';
import { number, say, worded } from '../words/words';
import { asked, type Logged, type Notice, type Past, type Understood, type WatchState } from './asked';
import { Keys, type Key } from './keys';
import { naming, pastTable, turnsOf, when } from './past';

/**
 * A watch's own page: how it stands, its turns as they come, what was told and tried; as known now, or as known when
 * one of its turns was told.
 */
@customElement('a-opened')
export class Opened extends LitElement {
  @property() secret = '';
  @property({ attribute: false }) all: readonly Summary[] = [];
  @state() private watch?: WatchState;
  @state() private turns: Notice[] = [];
  @state() private log: Logged[] = [];
  @state() private meaning?: Understood;
  @state() private facts?: Past;
  /** The turn at which the page stands still; without it, all that is known now is shown. */
  @state() private then?: Notice;
  @state() private trouble = '';
  private stream?: EventSource;
  private readonly keys = new Keys(this, () => this.acting());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get at(): string {
    return `/api/watches/${this.secret}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read().then(() => this.listen());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stream?.close();
  }

  private async read(): Promise<void> {
    try {
      this.watch = await asked<WatchState>('GET', this.at);
      this.turns = (await asked<{ items: Notice[] }>('GET', `${this.at}/events`)).items;
      this.log = (await asked<{ items: Logged[] }>('GET', `${this.at}/deliveries`)).items;
      const { election, condition } = this.watch;
      this.facts = await ask<Past>(election, 'when', { condition });
      this.meaning ??= await asked<Understood>('POST', '/api/conditions/understand', { election, condition });
    } catch (refused) {
      this.trouble = (refused as Error).message;
    }
  }

  /** A turn that comes while somebody looks is shown at once. */
  private listen(): void {
    if (!this.watch || this.watch.state === 'ended' || !this.isConnected) return;
    this.stream = new EventSource(`${this.at}/events?after=${this.watch.turns}`);
    this.stream.addEventListener('turn', () => void this.read());
  }

  private async act(method: string, path: string): Promise<void> {
    try {
      const told = await asked<{ why?: string }>(method, this.at + path, method === 'POST' ? {} : undefined);
      this.trouble = told.why ?? '';
    } catch (refused) {
      this.trouble = (refused as Error).message;
    }
    const trouble = this.trouble;
    await this.read();
    this.trouble = this.trouble || trouble;
  }

  override render(): TemplateResult {
    const { watch } = this;
    return html`<div role="status" aria-live="polite">${
      this.trouble ? html`<p class="trouble">${this.trouble}</p>` : nothing
    }</div>${watch ? this.page(watch) : nothing}`;
  }

  private page(watch: WatchState): TemplateResult {
    const turns = this.then ? this.turns.filter((each) => each.data.seq <= this.then!.data.seq) : this.turns;
    return html`<section class="lead">${this.knowledge()}
        <h1>${this.heading(watch, turns)} <span class="rest">${watch.condition}</span></h1>
        ${watch.frozen ? html`<p><b>${say('watch.frozen')}</b></p>` : nothing}
        <p class="soft">${say('watch.seen', { seen: watch.seen ?? 0, entries: watch.entries })}</p></section>
      <div class="sides"><section><h2>${say('watch.turns')} <em>${say('watch.oneId')}</em></h2>
        ${turns.length ? nothing : html`<p>${say('watch.noTurns')}</p>`}
        <ol class="turns">${turns.toReversed().map((turn) => this.turn(turn, watch))}</ol>
        ${this.then || !this.facts ? nothing : html`<h2>${say('watch.facts')}</h2>${turnsOf(this.facts, this.name)}`}
        ${this.meaning ? this.means(this.meaning) : nothing}</section>
      <aside><h2>${say('watch.told')}</h2>
        <p><b>${say(`watch.kind.${watch.kind}`)}</b> ${watch.address ?? ''}<br />
          ${say(`watch.state.${watch.state}`)}${
            watch.failures ? html` ${say('watch.failures', { n: watch.failures })}` : nothing
          }</p>
        ${watch.state === 'ended' ? nothing : this.acts(watch)}
        <h2>${say('watch.log')}</h2>
        ${
          this.log.length
            ? html`<table class="log"><thead><tr><th>${say('watch.logTime')}</th><th></th>
                <th class="num">${say('watch.logAnswer')}</th><th class="num">${say('watch.logTook')}</th></tr></thead>
                ${this.log.map((each) => this.logged(each))}</table>`
            : say('watch.noLog')
        }
      </aside></div>
      ${this.keys.foot(nothing, say('watch.seen', { seen: number(watch.seen ?? 0), entries: number(watch.entries) }))}`;
  }

  /** What is done most: the newest turn once more, a test, the newest notice. */
  private acting(): Key[] {
    const { watch } = this;
    const told = this.log.find((each) => each.state !== 'due');
    const newest = this.turns.at(-1);
    const tells = watch && watch.kind !== 'none' && watch.state !== 'ended';
    return [
      ...(told ? [{ key: 'r', says: say('watch.resend'), run: () => this.resend(told) }] : []),
      ...(tells ? [{ key: 't', says: say('watch.test'), run: () => void this.act('POST', '/test') }] : []),
      ...(newest ? [{ key: 'n', says: say('watch.notice'), href: `#notice=${newest.data.turn}` }] : []),
    ];
  }

  private resend(told: Logged): void {
    void this.act('POST', `/deliveries/${told.turn}/resend`);
  }

  private knowledge(): TemplateResult | typeof nothing {
    const last = this.turns.at(-1);
    if (!last) return nothing;
    const tab = (then: Notice | undefined, key: string) => html`<button type="button" class="tab"
      aria-pressed=${!this.then === !then} @click=${() => (this.then = then)}>${say(key)}</button>`;
    return html`<p>${this.then ? html`<b>${when(this.then.timestamp)}</b> ` : nothing}<span role="group"
        aria-label=${say('knowledge')}>${tab(undefined, 'knownNow')} ${tab(this.then ?? last, 'knownThen')}</span></p>`;
  }

  private heading(watch: WatchState, turns: readonly Notice[]): string {
    const last = turns.at(-1);
    const holds = this.then ? this.then.type.endsWith('.on') : watch.holds.length > 0;
    if (!holds) return say(turns.length ? 'watch.undone' : 'watch.notYet');
    return say('watch.holds', {
      who: last?.data.name ?? watch.holds.join(', '),
      when: last ? when(last.data.since ?? last.timestamp) : '',
    });
  }

  /** What the condition means, and its past; of what was known then, no election after this one is. */
  private means(told: Understood): TemplateResult {
    const past = this.then ? told.past.filter((each) => each.election <= told.election) : told.past;
    return html`<h2>${say('watch.plain')}</h2>
      <p class="plain">${worded(told.plain, told.plainEs)}</p>
      <p class="soft">${worded(told.canBeUndone, told.canBeUndoneEs)}</p>
      ${pastTable(past, this.name)}`;
  }

  private readonly name = (election: string, id: string): string => naming(this.all, election, id);

  private turn(turn: Notice, watch: WatchState): TemplateResult {
    const begins = turn.type.endsWith('.on');
    return html`<li><b>${say(begins ? 'watch.on' : 'watch.off', { who: turn.data.name })}</b>
      ${when(turn.timestamp)}<br />
      <span class="soft">${this.cause(turn)}
        <code>${turn.data.turn}</code></span>
      ${
        this.then?.data.turn === turn.data.turn
          ? nothing
          : html`<button type="button" class="tab" @click=${() => (this.then = turn)}>${say('knownThen')}</button> `
      }<a href=${asHere(`/${watch.election.slice(-4)}?at=${encodeURIComponent(turn.timestamp)}&known=then`)}
        >${say('watch.wholePage')}</a>
      <a href="#notice=${turn.data.turn}">${say('notice.page')}</a><br />
      ${begins ? html`<span class="soft">${worded(turn.data.canBeUndone, turn.data.canBeUndoneEs)}</span>` : nothing}
    </li>`;
  }

  private cause({ data }: Notice): string {
    const entry = data.by ?? data.undoneBy;
    if (data.alreadyTrue) return say('watch.already');
    return entry === undefined ? say('watch.clock') : say('watch.byEntry', { n: entry });
  }

  private acts(watch: WatchState): TemplateResult {
    return html`<p class="acts">
      <a href="${this.at}/feed.atom">Atom</a> <a href="${this.at}/calendar.ics">${say('watch.calendar')}</a>
      ${
        watch.kind === 'none'
          ? nothing
          : html`<button type="button" @click=${() => this.act('POST', '/test')}>${say('watch.test')}</button>`
      }
      <button type="button" @click=${() => this.act('DELETE', '')}>${say('watch.end')}</button></p>`;
  }

  private logged(each: Logged): TemplateResult {
    const last = each.attempts.at(-1);
    const wait = last?.asked && each.state !== 'delivered' ? `${say('watch.asked', { n: last.asked })} ` : '';
    const state = say(`watch.delivery.${each.state}`, { when: each.due ? atSecond(each.due) : '' });
    return html`<tbody>${each.attempts.map(
      (attempt, i) => html`<tr><td>${atSecond(attempt.at)}</td>
        <td>${say(i ? 'watch.tryAgain' : 'watch.try', { n: i + 1 })}</td>
        <td class="num"><b>${attempt.status ?? attempt.answer}</b></td>
        <td class="num">${(attempt.millis / 1000).toFixed(1)} s</td></tr>`,
    )}<tr class="soft"><td>${each.seq > 0 ? say('watch.turnNumber', { n: each.seq }) : say('watch.sign')}</td>
      <td colspan="2">${wait}${state}</td><td class="num">${
        each.state === 'due'
          ? nothing
          : html`<button type="button" class="tab" @click=${() => this.resend(each)}>${say('watch.resend')}</button>`
      }</td></tr></tbody>`;
  }
}

/** A try's moment: the next may come seconds later. */
const atSecond = (moment: string): string => {
  const ms = effective(moment);
  return `${day(ms)} ${clockWithSeconds(ms)}`;
};
