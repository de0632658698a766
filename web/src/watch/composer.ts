import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Summary } from '../model/api';
import { say, speaking, worded } from '../words/words';
import { asked, type ConditionWords, type MadeWatch, type Understood } from './asked';
import { completions, taken } from './completing';
import { naming, pastTable } from './past';

/** Writes a condition, with words to take, shows what it means and when it would have come true, and makes a watch. */
@customElement('a-composer')
export class Composer extends LitElement {
  @property() election = '';
  @property({ type: Boolean }) grows = false;
  @property({ attribute: false }) all: readonly Summary[] = [];
  @state() private text = '';
  @state() private words?: ConditionWords;
  @state() private offered: string[] = [];
  @state() private chosen = 0;
  @state() private understood?: Understood;
  @state() private made?: MadeWatch;
  @state() private kind = 'webhook';
  @state() private trouble = '';
  @state() private waits = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('election') && this.election) void this.load();
  }

  private async load(): Promise<void> {
    this.understood = undefined;
    this.words = await asked<ConditionWords>('GET', `/api/elections/${this.election}/condition-words`);
  }

  private readonly name = (election: string, id: string): string => naming(this.all, election, id);

  private readonly typed = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    this.text = field.value;
    this.offered = completions(field.value, field.selectionStart ?? 0, this.words?.words ?? []);
    this.chosen = 0;
  };

  private readonly key = (event: KeyboardEvent): void => {
    const field = event.target as HTMLInputElement;
    const n = this.offered.length;
    if (event.key === 'Escape' && n) this.offered = [];
    else if (event.key === 'ArrowDown' && n) this.chosen = (this.chosen + 1) % n;
    else if (event.key === 'ArrowUp' && n) this.chosen = (this.chosen + n - 1) % n;
    else if (event.key === 'Tab' && n && !event.shiftKey) this.take(field, this.offered[this.chosen]!);
    else return;
    event.preventDefault();
  };

  private take(field: HTMLInputElement, word: string): void {
    const [text, cursor] = taken(this.text, field.selectionStart ?? this.text.length, word);
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
      this.understood = await asked<Understood>('POST', '/api/conditions/understand', {
        election: this.election,
        condition: text,
      });
    } catch (refused) {
      this.understood = undefined;
      this.trouble = (refused as Error).message;
    } finally {
      this.waits = false;
    }
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
      });
    } catch (refused) {
      this.trouble = (refused as Error).message;
    } finally {
      this.waits = false;
    }
  }

  override render(): TemplateResult {
    return html`<section><h2>${say('watch.ask')}</h2>
        <form class="write" @submit=${(event: Event) => {
          event.preventDefault();
          void this.understand(this.text);
        }}>
          <input name="condition" role="combobox" aria-autocomplete="list" aria-label=${say('watch.condition')}
            aria-expanded=${this.offered.length > 0} aria-controls="offered" autocomplete="off" spellcheck="false"
            aria-activedescendant=${this.offered.length ? `word-${this.chosen}` : nothing} maxlength="4000"
            placeholder="called by AP and Fox and NBC else in-office by 2029-01-20" required
            .value=${this.text} @input=${this.typed} @keydown=${this.key} />
          <button ?disabled=${this.waits}>${say('watch.understand')}</button>
          <ul id="offered" role="listbox" aria-label=${say('watch.words')}>${this.offered.map(
            (word, i) => html`<li id="word-${i}" role="option" aria-selected=${i === this.chosen}
              @mousedown=${(event: Event) => {
                event.preventDefault();
                this.take(this.querySelector<HTMLInputElement>('[name=condition]')!, word);
              }}><code>${word}</code>${i === this.chosen ? html` <kbd>Tab</kbd>` : nothing}</li>`,
          )}</ul>
        </form>
        <div class="shelf">${this.words?.meanings.map(
          (meaning) => html`<button type="button" class="quiet" title=${meaning.source}
            @click=${() => this.understand(meaning.condition)}>${meaning.title}</button>`,
        )}</div></section>
      <div role="status" aria-live="polite">${
        this.trouble ? html`<p class="trouble"><b>${say('watch.refused')}</b> ${this.trouble}</p>` : nothing
      }</div>
      ${this.understood ? this.meaning(this.understood) : nothing}`;
  }

  private meaning(told: Understood): TemplateResult {
    return html`<section><h2>${say('watch.plain')}</h2>
        <p class="plain">${worded(told.plain, told.plainEs)}</p>
        <p class="soft">${worded(told.canBeUndone, told.canBeUndoneEs)}</p>
        <p class="soft"><code>${told.understood}</code></p></section>
      <section>${pastTable(told.past, this.name)}</section>
      <section><h2>${say('watch.told')}</h2>${
        this.made ? this.once(this.made) : this.grows ? this.form() : html`<p>${say('watch.over')}</p>`
      }</section>`;
  }

  private form(): TemplateResult {
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
      <p><a href="/watch.html#${made.opens}">${say('watch.page')}</a></p>
      ${made.secret ? html`<p>${say('watch.secret')} <code class="secret">${made.secret}</code></p>` : nothing}`;
  }
}
