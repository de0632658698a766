import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Summary } from '../model/api';
import { knows, number, say, speaking, worded } from '../words/words';
import { ask } from '../model/asking';
import { asHere } from '../model/dress';
import { asked, type ConditionWords, type MadeWatch, type Past, type Understood } from './asked';
import { offers, rest, taken, type Offer } from './completing';
import { Keys } from './keys';
import { naming, pastTable, stateOf, when } from './past';

/** What is past is worked out once, in seconds, when the first of all asks for it. */
const MOST_LOOKS = 30;

/** Writes a condition, with words to take, shows what it means and when it would have come true, and makes a watch. */
@customElement('a-composer')
export class Composer extends LitElement {
  @property() election = '';
  @property({ type: Boolean }) grows = false;
  @property({ attribute: false }) all: readonly Summary[] = [];
  @state() private text = '';
  @state() private words?: ConditionWords;
  @state() private offered: Offer[] = [];
  @state() private chosen = 0;
  @state() private cursor = 0;
  /** Where the text is longer than its field, nothing fits behind it. */
  @state() private isLong = false;
  @state() private understood?: Understood;
  @state() private facts?: Past;
  @state() private majorities: readonly Past[] = [];
  @state() private made?: MadeWatch;
  @state() private kind = 'webhook';
  @state() private trouble = '';
  @state() private waits = false;
  private looks = 0;
  private readonly keys = new Keys(this, () =>
    this.canBeTold() ? [{ key: 's', says: say('watch.keyTold'), run: () => this.toTelling() }] : [],
  );

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('election') && this.election) void this.load();
  }

  private async load(): Promise<void> {
    this.understood = undefined;
    this.made = undefined;
    this.looks = 0;
    await this.know();
  }

  /** What there is to write with, and how many watches there are from here; phrases may come a little later. */
  private async know(): Promise<void> {
    const { election } = this;
    const words = await asked<ConditionWords>('GET', `/api/elections/${election}/condition-words`);
    if (election !== this.election) return;
    this.words = words;
    if (this.offered.length) this.offered = offers(this.text, this.cursor, words);
    if (!words.phrases.length && this.isConnected && this.looks++ < MOST_LOOKS)
      setTimeout(() => void this.know().catch(() => undefined), 2000);
  }

  /** Whether the form to be told is there. */
  private canBeTold(): boolean {
    return !!this.understood && this.grows && !this.made;
  }

  private toTelling(): void {
    const first = this.querySelector<HTMLElement>('.tell input');
    first?.scrollIntoView({ block: 'center' });
    first?.focus();
  }

  private readonly name = (election: string, id: string): string => naming(this.all, election, id);

  private readonly typed = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    this.text = field.value;
    this.cursor = field.selectionStart ?? 0;
    this.isLong = field.scrollWidth > field.clientWidth;
    this.offered = this.words ? offers(field.value, this.cursor, this.words) : [];
    this.chosen = 0;
  };

  private readonly key = (event: KeyboardEvent): void => {
    const field = event.target as HTMLInputElement;
    const n = this.offered.length;
    if (event.key === 'Escape' && n) this.offered = [];
    else if (event.key === 'ArrowDown' && n) this.chosen = (this.chosen + 1) % n;
    else if (event.key === 'ArrowUp' && n) this.chosen = (this.chosen + n - 1) % n;
    else if (event.key === 'Tab' && n && !event.shiftKey) this.take(field, this.offered[this.chosen]!);
    else {
      if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) this.moved();
      return;
    }
    event.preventDefault();
  };

  /** What was offered was for where the cursor was. */
  private readonly moved = (): void => {
    this.offered = [];
  };

  private take(field: HTMLInputElement, offer: Offer): void {
    const [text, cursor] = taken(this.text, field.selectionStart ?? this.text.length, offer);
    this.text = text;
    this.offered = [];
    field.value = text;
    field.focus();
    field.setSelectionRange(cursor, cursor);
  }

  private async understand(text: string): Promise<void> {
    this.text = text;
    this.offered = [];
    this.trouble = '';
    this.made = undefined;
    this.waits = true;
    try {
      const { election } = this;
      const told = await asked<Understood>('POST', '/api/conditions/understand', { election, condition: text });
      this.facts = await ask<Past>(election, 'when', { condition: told.understood });
      this.understood = told;
      void this.compare();
    } catch (refused) {
      this.understood = undefined;
      this.trouble = (refused as Error).message;
    } finally {
      this.waits = false;
    }
  }

  /** When a majority of electors had voted in each of them: what the past of a condition is read against. */
  private async compare(): Promise<void> {
    const asking = { election: this.election, condition: 'voted >= majority' };
    const told = await asked<Understood>('POST', '/api/conditions/understand', asking).catch(() => undefined);
    this.majorities = told?.past ?? [];
  }

  private async subscribe(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const said = (name: string): string => String(form.get(name) ?? '').trim();
    const endpoint: Record<string, string> = { kind: this.kind };
    if (this.kind !== 'none') endpoint.address = said('address');
    if (this.kind === 'webhook' && said('contact')) endpoint.contact = said('contact');
    this.trouble = '';
    this.waits = true;
    try {
      this.made = await asked<MadeWatch>('POST', `/api/elections/${this.election}/watches`, {
        condition: this.text,
        endpoint,
        language: speaking(),
        ...(said('steady') ? { steady: said('steady') } : {}),
        ...(form.get('still') ? { still: 'daily' } : {}),
        ...(form.get('changes') ? { already: 'silent' } : {}),
      });
      void this.know();
    } catch (refused) {
      this.trouble = (refused as Error).message;
    } finally {
      this.waits = false;
    }
  }

  override render(): TemplateResult {
    return html`${this.lead()}<div class="sides"><div>${this.writing()}
        <div role="status" aria-live="polite">${
          this.trouble ? html`<p class="trouble"><b>${say('watch.refused')}</b> ${this.trouble}</p>` : nothing
        }</div>
        ${this.understood ? this.meaning(this.understood) : nothing}</div>
      <aside>${this.understood ? this.telling() : this.shelf()}</aside></div>
      ${this.understood ? this.shelf() : nothing}${this.foot()}`;
  }

  private foot(): TemplateResult {
    const here = this.all.find((each) => each.id === this.election);
    const written = html`<span><kbd>Tab</kbd>${say('watch.keyTab')}</span><span><kbd>↑</kbd><kbd>↓</kbd>${say(
      'watch.keyOthers',
    )}</span><span><kbd>Enter</kbd>${say('watch.understand')}</span>`;
    const note = here ? say(this.grows ? 'watch.live' : 'watch.entries', { n: number(here.entries) }) : '';
    return this.keys.foot(written, note);
  }

  /** How the condition stands, once there is one: the heading is the state. */
  private lead(): TemplateResult {
    const { understood, facts } = this;
    const yours = this.named()?.name;
    return html`<section class="lead"><label>${say('watch.election')}
        <select @change=${(event: Event) =>
          this.dispatchEvent(
            new CustomEvent('elected', { detail: (event.target as HTMLSelectElement).value }),
          )}>${this.all
          .toReversed()
          .map((each) => html`<option value=${each.id} ?selected=${each.id === this.election}>${each.year}</option>`)}
        </select></label>
      <h1>${understood && facts ? stateOf(facts, this.name) : say('watch')} <span class="rest">${
        understood
          ? say('watch.yours', { meaning: yours ? say(`watch.meaning.${yours}`) : understood.understood })
          : say('watch.what')
      }</span></h1></section>`;
  }

  private named() {
    return this.words?.meanings.find((each) => each.condition === this.understood?.understood);
  }

  private writing(): TemplateResult {
    return html`<section><h2>${say('watch.ask')} <em>${say('watch.once')}</em></h2>
      <form class="write" @submit=${(event: Event) => {
        event.preventDefault();
        void this.understand(this.text);
      }}>
        <span class="field"><input name="condition" role="combobox" aria-autocomplete="both"
          aria-label=${say('watch.condition')} aria-expanded=${this.offered.length > 0} aria-controls="offered"
          aria-activedescendant=${this.offered.length ? `word-${this.chosen}` : nothing} maxlength="4000"
          placeholder="called by AP and Fox and NBC else in-office by 2029-01-20" required autocomplete="off"
          spellcheck="false" .value=${this.text} @input=${this.typed} @keydown=${this.key} @click=${this.moved} /><span
          class="behind" aria-hidden="true"><span>${this.text}</span>${
            this.isLong ? nothing : rest(this.text, this.cursor, this.offered[this.chosen])
          }</span></span>
        <button ?disabled=${this.waits}>${say('watch.understand')}</button>
        <ul id="offered" role="listbox" aria-label=${say('watch.words')}>${this.offered.map((offer, i) =>
          this.offer(offer, i),
        )}</ul>
      </form></section>`;
  }

  private offer(offer: Offer, i: number): TemplateResult {
    return html`<li id="word-${i}" role="option" aria-selected=${i === this.chosen}
      @mousedown=${(event: Event) => {
        event.preventDefault();
        this.take(this.querySelector<HTMLInputElement>('[name=condition]')!, offer);
      }}><code>${offer.text}</code> <span class="soft">${told(offer)}</span>${
        i === this.chosen ? html` <kbd>Tab</kbd>` : nothing
      }</li>`;
  }

  /** Meanings that have a name, each with who means it so. */
  private shelf(): TemplateResult {
    return html`<section><h2>${say('watch.shelf')}</h2><ul class="shelf">${this.words?.meanings.map(
      (meaning) =>
        html`<li><button type="button" @click=${() => this.understand(meaning.condition)}>${say(
          `watch.meaning.${meaning.name}`,
        )}</button><span class="soft" lang="en">${meaning.source}</span></li>`,
    )}</ul></section>`;
  }

  private meaning(told: Understood): TemplateResult {
    const named = this.named();
    return html`<section><h2>${say('watch.plain')}</h2>
        <p class="plain">${worded(told.plain, told.plainEs)}</p>
        ${named ? html`<p class="soft">${say('watch.meaningSource', { source: named.source })}</p>` : nothing}
        <p class="soft"><code>${told.understood}</code></p></section>
      <section>${pastTable(told.past, this.name, this.majorities)}</section>`;
  }

  private telling(): TemplateResult {
    const told = this.understood!;
    const { watches, mostWatches } = this.words ?? {};
    const room =
      watches === undefined || mostWatches === undefined
        ? nothing
        : html` <em>${say('watch.room', { n: number(watches), most: number(mostWatches) })}</em>`;
    return html`<section><h2>${say('watch.told')}${room}</h2>${
      this.made ? this.once(this.made) : this.canBeTold() ? this.form() : html`<p>${say('watch.over')}</p>`
    }</section>
      <section><h2>${say('watch.canUndo')}</h2><p>${worded(told.canBeUndone, told.canBeUndoneEs)}</p></section>`;
  }

  private form(): TemplateResult {
    const holds = this.facts?.turns?.some((turn) => !turn.until);
    return html`<form class="tell" @submit=${this.subscribe}>
      <fieldset><legend>${say('watch.how')}</legend>${['webhook', 'mail', 'none'].map(
        (kind) => html`<label><input type="radio" name="kind" value=${kind} ?checked=${this.kind === kind}
          @change=${() => (this.kind = kind)} /> ${say(`watch.kind.${kind}`)}</label>`,
      )}</fieldset>
      ${
        this.kind === 'none'
          ? nothing
          : html`<label>${say(`watch.address.${this.kind}`)}
              <input name="address" type=${this.kind === 'mail' ? 'email' : 'url'} required maxlength="2000" /></label>`
      }
      ${
        this.kind === 'webhook'
          ? html`<label>${say('watch.contact')} <input name="contact" type="email" maxlength="254" /></label>`
          : nothing
      }
      <label>${say('watch.steady')} <input name="steady" placeholder="PT10M" pattern="P[0-9DTHMS]+" /></label>
      ${
        holds
          ? html`<label class="check"><input name="changes" type="checkbox" /> ${say('watch.changes')}</label>`
          : nothing
      }
      ${
        this.kind === 'none'
          ? nothing
          : html`<label class="check"><input name="still" type="checkbox" /> ${say('watch.still')}</label>`
      }
      <button ?disabled=${this.waits}>${say('watch.begin')}</button></form>`;
  }

  /** What is told once. */
  private once(made: MadeWatch): TemplateResult {
    return html`<p><b>${say(`watch.state.${made.state}`)}</b> ${made.why ?? ''}</p>
      <p>${say('watch.keep')}</p>
      <p><a href=${asHere(`/watch.html#${made.opens}`)}>${say('watch.page')}</a></p>
      ${made.secret ? html`<p>${say('watch.secret')} <code class="secret">${made.secret}</code></p>` : nothing}`;
  }
}

/** When a phrase came true in the last elections; of a word what it means. */
const told = ({ text, came }: Offer): string => {
  if (came?.length)
    return came
      .map((each) => `${each.implied ? `${say('watch.latest')} ` : ''}${when(each.since, each.about)}`)
      .join(', ');
  const key = `watch.word.${text.replace(/\W+$/, '').replace(/ /g, '-')}`;
  return knows(key) ? say(key) : '';
};
