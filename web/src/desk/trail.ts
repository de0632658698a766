import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { givenInFull } from '../model/moments';
import { say } from '../words/words';
import type { TrailLine } from './answers';
import { rawLines } from './asking';
import { firstBroken } from './chain';
import { Screen } from './screen';
import { desk, type Key } from './store';

const PAGE = 50;

/** Who did what, when, as numbers of accounts; the chain of hashes is checked here, line by line. */
@customElement('a-trail')
export class Trail extends Screen {
  @state() private all: TrailLine[] = [];
  @state() private ofPeople = !desk.election;
  /** The last line of the page that is shown. */
  @state() private last = Infinity;
  @state() private broken?: number;
  private seen = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  private address(): string {
    return this.ofPeople ? '/api/trail' : desk.at('trail');
  }

  private async fetch(): Promise<void> {
    this.seen = this.address();
    await this.doing('trail', async () => {
      const sent = await rawLines(this.address());
      this.all = sent.map((line) => JSON.parse(line));
      this.last = Infinity;
      this.broken = await firstBroken(sent);
    });
  }

  protected override willUpdate(): void {
    if (this.seen && this.seen !== this.address()) void this.fetch();
  }

  protected override keys(): Key[] {
    return [
      { key: 'k', says: say('trail.earlier'), run: () => this.turn(-PAGE) },
      { key: 'j', says: say('trail.later'), run: () => this.turn(PAGE) },
    ];
  }

  private turn(by: number): void {
    const end = Math.min(this.last, this.all.length);
    this.last = Math.min(this.all.length, Math.max(Math.min(PAGE, this.all.length), end + by));
  }

  override render(): TemplateResult {
    const end = Math.min(this.last, this.all.length);
    const page = this.all.slice(Math.max(0, end - PAGE), end).reverse();
    return html`${this.head()}
      <h2>${say('trail.of')} <span class="tabs">${
        desk.election
          ? html`<button type="button" class="tab" aria-pressed=${!this.ofPeople} @click=${() => {
              this.ofPeople = false;
            }}>${say('trail.election')}</button>`
          : nothing
      }<button type="button" class="tab" aria-pressed=${this.ofPeople} @click=${() => {
        this.ofPeople = true;
      }}>${say('trail.people')}</button></span></h2>
      ${this.refused('trail')}
      ${globalThis.crypto?.subtle ? nothing : html`<p class="note">${say('trail.insecure')}</p>`}
      <table><thead><tr>${['line', 'at', 'who', 'act', 'object', 'leaf'].map(
        (name) => html`<th>${say(`trail.${name}`)}</th>`,
      )}</tr></thead><tbody>${page.map((line) => this.row(line))}</tbody></table>
      <p class="acts"><button type="button" class="under" @click=${() => this.turn(-PAGE)}>${say(
        'trail.earlier',
      )}</button><button type="button" class="under" @click=${() => this.turn(PAGE)}>${say('trail.later')}</button>
      <a class="under" href=${this.address()} download="trail.jsonl">${say('trail.save')}</a></p>`;
  }

  private head(): TemplateResult {
    if (this.broken !== undefined)
      return this.heading(say('trail.broken', { n: this.broken }), say('trail.broken.rest'));
    return this.all.length
      ? this.heading(say('trail.head', { n: this.all.length }), say('trail.rest'))
      : this.heading(say('trail.none'));
  }

  private row({ id, at, account, act, object, body, leaf }: TrailLine): TemplateResult {
    const beside = Object.entries(body ?? {}).map(([name, value]) => `${name} ${value}`);
    return html`<tr><td>${id}</td><td>${givenInFull(at)}</td><td><b>${account}</b></td><td>${act}</td>
      <td>${object} <small>${beside.join(', ')}</small></td><td class="mono">${leaf.slice(0, 12)}</td></tr>`;
  }
}
