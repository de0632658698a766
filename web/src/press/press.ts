import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { dress } from '../model/dress';
import { command, keysAtFoot } from '../parts/letters';
import '../parts/masthead';
import { say, speaking } from '../words/words';
import { compared, inEnglish, key } from './compared';
import { dayOf, drawer, report } from './drawer';
import { pieces, summary, type CheckedText, type CheckedTexts, type CountedClaim, type Finding } from './findings';
import { bytesOf, MOST_BYTES, MOST_TEXTS, question, readFile, type Handed } from './handed';
import { isMarkup, withoutMarkup } from './markup';

/** What was asked, and what the server said to it. */
interface Judged {
  handed: Handed[];
  day: string;
  all: CheckedTexts;
}

const EMPTY: Handed = { text: '', file: '' };

/** Instead of one of the texts: how they compare. */
const COMPARED = -1;

/**
 * Check a text, or several: what they say of elections is underlined, and each claim opens what the record says to
 * it. What the server says is in English, as the texts are that it can judge; the page around it is in the reader's
 * language.
 */
@customElement('a-press')
export class Press extends LitElement {
  @state() private texts: Handed[] = [EMPTY];
  @state() private judged?: Judged;
  @state() private trouble = '';
  /** Which text is shown, or how they compare; and which of its claims is open. */
  @state() private shown = 0;
  @state() private open = -1;
  @state() private waits = false;
  @state() private ready = false;
  /** Whether the texts are in sight, to be changed. */
  @state() private handing = true;
  @state() private isOver = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.key);
    addEventListener('chosen', this.dressed);
    void this.dressed();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.key);
    removeEventListener('chosen', this.dressed);
  }

  private readonly dressed = async (): Promise<void> => {
    await dress();
    document.title = `${say('press')} - Ascertain`;
    this.ready = true;
    this.requestUpdate();
    this.querySelectorAll<LitElement>('a-masthead, a-resting').forEach((part) => part.requestUpdate());
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (!this.judged) return;
    const { texts } = this.judged.all;
    const last = (texts[this.shown]?.findings.length ?? 0) - 1;
    const asked = command(event);
    if (asked === 'j' && last >= 0) this.show(Math.min(last, this.open + 1));
    else if (asked === 'k' && last >= 0) this.show(Math.max(0, this.open - 1));
    else if (asked === 'e') this.querySelector<HTMLElement>('a-resting a')?.focus();
    else if (asked === 'p') window.print();
    else if (asked === 'm') void this.takeReview();
    else if (texts.length > 1 && /^[0-9]$/.test(asked) && Number(asked) <= texts.length) this.turn(Number(asked) - 1);
    else if (event.key === 'Escape') this.close();
  };

  private turn(shown: number): void {
    this.shown = shown;
    this.open = -1;
  }

  private show(place: number): void {
    this.open = place;
    this.querySelector(`#claim-${this.shown}-${place}`)?.scrollIntoView({ block: 'nearest' });
  }

  /** Opens a claim where one of the texts makes it. */
  private readonly openFrom = async (text: number, { claim, verdict }: CountedClaim): Promise<void> => {
    const findings = this.judged?.all.texts[text - 1]?.findings ?? [];
    this.turn(text - 1);
    await this.updateComplete;
    this.show(findings.findIndex((each) => each.claim === claim && each.verdict === verdict));
  };

  /** Who opened a claim by its words goes on there. */
  private close(): void {
    if (this.open < 0) return;
    this.querySelector<HTMLElement>(`#claim-${this.shown}-${this.open}`)?.focus();
    this.open = -1;
  }

  private change(place: number, text: string): void {
    this.texts = this.texts.map((each, i) => (i === place ? { ...each, text } : each));
  }

  private takeOut(place: number): void {
    this.texts = this.texts.filter((_, i) => i !== place);
  }

  /** Takes files in, into empty places first. */
  private async take(files: Iterable<File>): Promise<void> {
    const unread: string[] = [];
    const read: Handed[] = [];
    for (const file of files) {
      const text = await readFile(file);
      if (text) read.push(text);
      else unread.push(file.name);
    }
    const texts = [...this.texts.filter(({ text }) => text.trim()), ...read];
    this.trouble =
      texts.length > MOST_TEXTS
        ? say('press.tooMany', { n: MOST_TEXTS })
        : unread.map((name) => say('press.unread', { name })).join(' ');
    if (read.length) this.texts = texts.slice(0, MOST_TEXTS);
  }

  private async check(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const day = String(new FormData(event.target as HTMLFormElement).get('day') ?? '');
    const handed = this.texts.map(({ text, file }) => ({ text: text.trim(), file })).filter(({ text }) => text);
    const bytes = bytesOf(handed);
    this.trouble = !handed.length
      ? say('press.nothing')
      : bytes > MOST_BYTES
        ? say('press.tooLong', { n: bytes, most: MOST_BYTES })
        : '';
    if (this.trouble) return;
    this.waits = true;
    try {
      const answer = await this.ask(handed, day);
      const told = (await answer.json()) as CheckedTexts & { detail?: string };
      const refused = handed.length === 1 && answer.ok ? told.texts[0]?.refused : undefined;
      this.trouble = answer.ok ? (refused ?? '') : (told.detail ?? say('press.fault'));
      this.judged = answer.ok && !refused ? { handed, day, all: told } : undefined;
      this.handing = !this.judged;
      this.turn(handed.length > 1 ? COMPARED : 0);
      await this.updateComplete;
      this.querySelector('.judged')?.scrollIntoView({ block: 'start' });
    } catch {
      this.trouble = say('press.away');
    } finally {
      this.waits = false;
    }
  }

  private ask(handed: Handed[], day: string, type = 'application/json'): Promise<Response> {
    return fetch('/api/check-text', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: type, 'X-Ascertain': '1' },
      body: question(handed, day, type !== 'application/json'),
    });
  }

  /** Has what was found told as ClaimReview, and gives it to the reader as a file. */
  private async takeReview(): Promise<void> {
    if (!this.judged) return;
    try {
      const answer = await this.ask(this.judged.handed, this.judged.day, 'application/ld+json');
      if (!answer.ok) throw new Error();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await answer.blob());
      link.download = 'claim-review.jsonld';
      link.click();
      URL.revokeObjectURL(link.href);
    } catch {
      this.trouble = say('press.away');
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.ready) return nothing;
    return html`<a-masthead role="banner" class="mast"></a-masthead>
      <main aria-busy=${this.waits}>
        <div class="lead">
          <h1>${say('press')}</h1>
          <p>${say('press.what')}</p>
          ${speaking() === 'en' ? nothing : html`<p class="note">${say('press.english')}</p>`}
        </div>
        <details class="handed" .open=${this.handing} @toggle=${(e: Event) =>
          (this.handing = (e.target as HTMLDetailsElement).open)}>
          <summary ?hidden=${!this.judged}>${say('press.given', { n: this.judged?.handed.length ?? 0 })}</summary>
          ${this.form()}
        </details>
        <div role="status" aria-live="polite">${
          this.trouble
            ? html`<p class="trouble"><b>${say('press.refused')}</b> ${inEnglish(this.trouble)}</p>`
            : nothing
        }</div>
        ${this.judged ? this.findings(this.judged) : nothing}
      </main>`;
  }

  private form(): TemplateResult {
    const areSeveral = this.texts.length > 1;
    const over = (isOver: boolean) => (e: DragEvent) => {
      e.preventDefault();
      this.isOver = isOver;
    };
    return html`<form class=${this.isOver ? 'over' : ''} @submit=${this.check} @dragover=${over(true)}
      @dragleave=${over(false)} @drop=${(e: DragEvent) => {
        over(false)(e);
        void this.take([...(e.dataTransfer?.files ?? [])]);
      }}>
      <p class="note">${say('press.text')}</p>
      ${this.texts.map(
        ({ text, file }, place) =>
          html`<div class="one"><div class="top"><label for="text-${place}">${say('press.nth', {
            n: place + 1,
          })}${file ? `: ${file}` : ''}</label>${
            areSeveral
              ? html`<button type="button" class="quiet" aria-label=${say('press.takeOut', {
                  n: place + 1,
                })} @click=${() => this.takeOut(place)}>${say('press.out')}</button>`
              : nothing
          }</div>
          <textarea id="text-${place}" class=${areSeveral ? 'short-one' : ''} spellcheck="false" .value=${text}
            @input=${(e: Event) => this.change(place, (e.target as HTMLTextAreaElement).value)}></textarea></div>`,
      )}
      <div class="row">
        <button type="button" class="under" ?disabled=${this.texts.length >= MOST_TEXTS} @click=${() =>
          (this.texts = [...this.texts, EMPTY])}>${say('press.another')}</button>
        <label class="under file">${say('press.open')}<input class="quietly" type="file" multiple
          accept=".txt,.md,.html,.htm,text/plain,text/html" @change=${(e: Event) => {
            const input = e.target as HTMLInputElement;
            void this.take([...(input.files ?? [])]);
            input.value = '';
          }} /></label>
        <span class="note">${say('press.drop')}</span>
      </div>
      <div class="row">
        <label for="day">${say('press.day')}</label>
        <input id="day" type="date" name="day" min="1788-01-01" />
        <button class="main" ?disabled=${this.waits}>${say(this.waits ? 'press.checking' : 'press.check')}</button>
      </div>
    </form>`;
  }

  private findings({ handed, all }: Judged): TemplateResult {
    const names = handed.map(({ file }, place) => file || say('press.nth', { n: place + 1 }));
    const areSeveral = all.texts.length > 1;
    const tab = (place: number, words: string, title = ''): TemplateResult =>
      html`<button type="button" class="tab" aria-pressed="${this.shown === place}" title=${title}
        @click=${() => this.turn(place)}>${words}</button>`;
    const seen = (place: number): string => (this.shown === place ? '' : 'unshown');
    const acts = html`<span class="acts">
      <button type="button" class="under" @click=${() => void this.takeReview()}>${say('press.review')}</button>
      <button type="button" class="under" @click=${() => window.print()}>${say('press.print')}</button></span>`;
    return html`<section class="judged" aria-label=${say('press.findings')}>
      <div class="bar">${
        areSeveral
          ? html`<nav class="texts" aria-label=${say('press.texts')}>${tab(COMPARED, say('press.compare'))}${names.map(
              (name, place) => tab(place, say('press.nth', { n: place + 1 }), name),
            )}</nav>`
          : nothing
      }${acts}</div>
      ${areSeveral ? html`<section class=${seen(COMPARED)}>${compared(all, names, this.openFrom)}</section>` : nothing}
      ${all.texts.map(
        (text, place) =>
          html`<section class=${seen(place)}>${
            areSeveral ? html`<h2 class="name">${place + 1}. ${names[place]}</h2>` : nothing
          }${this.one(text, handed[place]!.text, place)}</section>`,
      )}
      ${keysAtFoot([
        ['j k', say('press.key.claim')],
        ['e', say('press.key.entries')],
        ...(areSeveral ? ([['0 1 …', say('press.key.text')]] as [string, string][]) : []),
        ['m', say('press.key.review')],
        ['p', say('press.key.print')],
      ])}</section>`;
  }

  private one(checked: CheckedText, text: string, place: number): TemplateResult {
    if (checked.refused)
      return html`<p class="trouble"><b>${say('press.refused')}</b> ${inEnglish(checked.refused)}</p>`;
    const { all, withClaims } = checked.sentences;
    const count = (verdict: string) => checked.findings.filter((f) => f.verdict === verdict).length;
    const open = this.shown === place ? checked.findings[this.open] : undefined;
    const shown = isMarkup(text) ? withoutMarkup : (words: string): string => words;
    return html`<p class="dateline"><time>${say('press.asOf', { day: dayOf(checked) })}</time>
        <span>${inEnglish(checked.dayFrom ?? '')}</span></p>
      <h2 class="word">${summary(checked)} <span class="rest">${say('press.silent', {
        n: all - withClaims,
        all,
      })}</span></h2>
      <div class="key">${key(count)}</div>
      <div class="sides"><div class="txt" lang=${checked.language}>${pieces(text, checked.findings).map((piece) =>
        piece.place < 0
          ? shown(piece.words)
          : this.claim(shown(piece.words), place, piece.place, checked.findings[piece.place]!),
      )}</div>${open ? drawer(open, this.open, checked, () => this.close()) : nothing}</div>
      ${report(checked)}`;
  }

  private claim(words: string, text: number, place: number, finding: Finding): TemplateResult {
    const pressed = this.shown === text && this.open === place;
    const show = (): void => this.show(place);
    return html`<span class="cl ${finding.verdict}" id="claim-${text}-${place}" tabindex="0" role="button"
      aria-pressed="${pressed}" aria-description=${say(`verdict.${finding.verdict}`)}
      @click=${show}
      @keydown=${(e: KeyboardEvent) => {
        if (e.key === 'Enter' || e.key === ' ') {
          e.preventDefault();
          show();
        }
      }}>${words}<sup aria-hidden="true">${place + 1}</sup></span>`;
  }
}
