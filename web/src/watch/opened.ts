import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { say, worded } from '../words/words';
import { asked, type Logged, type Notice, type WatchState } from './asked';
import { when } from './past';

/** A watch's own page: how it stands, its turns as they come, what was told and tried. */
@customElement('a-opened')
export class Opened extends LitElement {
  @property() secret = '';
  @state() private watch?: WatchState;
  @state() private turns: Notice[] = [];
  @state() private log: Logged[] = [];
  @state() private trouble = '';
  private stream?: EventSource;

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
    const last = this.turns.at(-1);
    const heading = watch.holds.length
      ? say('watch.holds', {
          who: last?.data.name ?? watch.holds.join(', '),
          when: last ? when(last.data.since ?? last.timestamp) : '',
        })
      : say(this.turns.length ? 'watch.undone' : 'watch.notYet');
    return html`<section class="lead"><h1>${heading} <span class="rest">${watch.condition}</span></h1>
        <p class="soft">${say('watch.seen', { seen: watch.seen ?? 0, entries: watch.entries })}</p></section>
      <div class="sides"><section><h2>${say('watch.turns')} <span class="soft">${say('watch.oneId')}</span></h2>
        ${this.turns.length ? nothing : html`<p>${say('watch.noTurns')}</p>`}
        <ol class="turns">${this.turns.toReversed().map((turn) => this.turn(turn))}</ol></section>
      <aside><h2>${say('watch.told')}</h2>
        <p><b>${say(`watch.kind.${watch.kind}`)}</b> ${watch.address ?? ''}<br />
          ${say(`watch.state.${watch.state}`)}${
            watch.failures ? html` ${say('watch.failures', { n: watch.failures })}` : nothing
          }</p>
        ${watch.state === 'ended' ? nothing : this.acts(watch)}
        <h2>${say('watch.log')}</h2>
        ${this.log.length ? html`<table>${this.log.map((each) => this.logged(each))}</table>` : say('watch.noLog')}
      </aside></div>`;
  }

  private turn(turn: Notice): TemplateResult {
    const begins = turn.type.endsWith('.on');
    const entry = turn.data.by ?? turn.data.undoneBy;
    return html`<li><b>${say(begins ? 'watch.on' : 'watch.off', { who: turn.data.name })}</b>
      ${when(turn.timestamp)}<br />
      <span class="soft">${entry === undefined ? say('watch.clock') : say('watch.byEntry', { n: entry })}
        <code>${turn.data.turn}</code></span>
      <details><summary>${say('watch.notice')}</summary><pre>${JSON.stringify(turn, null, 1)}</pre></details>
      ${begins ? html`<span class="soft">${worded(turn.data.canBeUndone, turn.data.canBeUndoneEs)}</span>` : nothing}
    </li>`;
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
    return html`${each.attempts.map(
      (attempt) => html`<tr><td>${when(attempt.at)}</td><td class="num"><b>${attempt.status ?? '-'}</b></td>
        <td class="num">${attempt.millis} ms</td></tr>`,
    )}<tr class="soft"><td colspan="2">${say(`watch.delivery.${each.state}`, {
      when: each.due ? when(each.due) : '',
    })}</td><td>${
      each.state === 'due'
        ? nothing
        : html`<button type="button" @click=${() => this.act('POST', `/deliveries/${each.turn}/resend`)}>
            ${say('watch.resend')}</button>`
    }</td></tr>`;
  }
}
