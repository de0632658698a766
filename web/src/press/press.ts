import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { effective, longDay } from '../model/moments';
import { asHere, dress } from '../model/dress';
import { command, keysAtFoot } from '../parts/letters';
import '../parts/masthead';
import { number, say, speaking } from '../words/words';
import { pieces, summary, VERDICTS, type CheckedText, type Finding } from './findings';

/**
 * Check a text: what it says of elections is underlined, and each claim opens what the record says to it. What the
 * server says is in English, as the texts are that it can judge; the page around it is in the reader's language.
 */
@customElement('a-press')
export class Press extends LitElement {
  @state() private text = '';
  @state() private checked?: CheckedText;
  @state() private trouble = '';
  @state() private open = -1;
  @state() private waits = false;
  @state() private ready = false;

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
    this.querySelectorAll<LitElement>('a-masthead').forEach((part) => part.requestUpdate());
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (!this.checked) return;
    const last = this.checked.findings.length - 1;
    const asked = command(event);
    if (asked === 'j') this.show(Math.min(last, this.open + 1));
    else if (asked === 'k') this.show(Math.max(0, this.open - 1));
    else if (asked === 'e') this.querySelector<HTMLElement>('.beside p a')?.focus();
    else if (asked === 'p') window.print();
    else if (event.key === 'Escape') this.open = -1;
  };

  private show(place: number): void {
    this.open = place;
    this.querySelector(`#claim-${place}`)?.scrollIntoView({ block: 'center' });
  }

  private async check(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = String(form.get('text') ?? '');
    const asOf = String(form.get('day') ?? '');
    this.waits = true;
    this.trouble = '';
    try {
      const answer = await fetch('/api/check-text', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Ascertain': '1' },
        body: JSON.stringify(asOf ? { text, asOf } : { text }),
      });
      const told = (await answer.json()) as CheckedText & { detail?: string };
      this.trouble = answer.ok ? (told.refused ?? '') : (told.detail ?? say('press.fault'));
      this.checked = answer.ok && !told.refused ? told : undefined;
      this.text = text;
      this.open = -1;
    } catch {
      this.trouble = say('press.away');
    } finally {
      this.waits = false;
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
        <form @submit=${this.check}>
          <label for="text">${say('press.text')}</label>
          <textarea id="text" name="text" required maxlength="100000" spellcheck="false"></textarea>
          <div class="row">
            <label for="day">${say('press.day')}</label>
            <input id="day" type="date" name="day" min="1788-01-01" />
            <button ?disabled=${this.waits}>${say(this.waits ? 'press.checking' : 'press.check')}</button>
          </div>
        </form>
        <div role="status" aria-live="polite">${
          this.trouble ? html`<p><b>${say('press.refused')}</b> ${inEnglish(this.trouble)}</p>` : nothing
        }</div>
        ${this.checked ? this.findings(this.checked) : nothing}
      </main>`;
  }

  private findings(checked: CheckedText): TemplateResult {
    const { all, withClaims } = checked.sentences;
    const count = (verdict: string) => checked.findings.filter((f) => f.verdict === verdict).length;
    return html`<section class="judged" aria-label=${say('press.findings')}>
      <p class="dateline"><time>${say('press.asOf', { day: dayOf(checked) })}</time>
        <span>${inEnglish(checked.dayFrom ?? '')}</span></p>
      <h2 class="word">${summary(checked)} <span class="rest">${say('press.silent', {
        n: all - withClaims,
        all,
      })}</span></h2>
      <div class="key">${VERDICTS.map(
        (verdict) =>
          html`<span><span class="cl ${verdict}">${say(`verdict.${verdict}`)}</span>
            <b>${count(verdict)}</b></span>`,
      )}<span class="acts">
        <button type="button" class="under" @click=${() => window.print()}>${say('press.print')}</button></span></div>
      <div class="sides"><div class="txt" lang=${checked.language}>${pieces(this.text, checked.findings).map((piece) =>
        piece.place < 0 ? piece.words : this.claim(piece.words, piece.place, checked.findings[piece.place]!),
      )}</div>${this.open >= 0 ? this.drawer(checked.findings[this.open]!, checked) : nothing}</div>
      <section class="report"><h2>${say('press.claims')}</h2>
        <ol>${checked.findings.map(
          (f) =>
            html`<li><b>${say(`verdict.${f.verdict}`)}</b>: “${inEnglish(f.claim)}”. ${inEnglish(f.why)}
              ${entries(f)}</li>`,
        )}</ol>
      </section>${keysAtFoot([
        ['j k', say('press.key.claim')],
        ['e', say('press.key.entries')],
        ['p', say('press.key.print')],
      ])}</section>`;
  }

  private claim(words: string, place: number, finding: Finding): TemplateResult {
    const pressed = this.open === place;
    return html`<span class="cl ${finding.verdict}" id="claim-${place}" tabindex="0" role="button"
      aria-pressed="${pressed}" aria-label="${words}: ${say(`verdict.${finding.verdict}`)}"
      @click=${() => (this.open = place)}
      @keydown=${(e: KeyboardEvent) => {
        if (e.key === 'Enter' || e.key === ' ') {
          e.preventDefault();
          this.open = place;
        }
      }}>${words}<sup>${place + 1}</sup></span>`;
  }

  private drawer(finding: Finding, checked: CheckedText): TemplateResult {
    const today = finding.asOf?.verdict ?? finding.verdict;
    return html`<aside class="beside" aria-label=${say('press.claim', { n: this.open + 1 })}>
      <div class="top"><h2>${say(`verdict.${finding.verdict}`)}</h2>
        <button type="button" class="quiet" @click=${() => (this.open = -1)}>${say('close')}</button></div>
      <p class="note">${say('press.place', { n: this.open + 1, all: checked.findings.length })}</p>
      <blockquote>“${inEnglish(finding.claim)}”</blockquote><p>${inEnglish(finding.why)}</p>
      <h3>${say('press.times')}</h3>
      <p>${dayOf(checked)}: <b>${say(`verdict.${finding.verdict}`)}</b></p>
      <p>${say('press.today')}: <b>${say(`verdict.${today}`)}</b> ${inEnglish(finding.asOf?.why ?? '')}</p>
      <h3>${say('why.entries')}</h3><p>${entries(finding)}</p>
      <h3>${say('press.read')}</h3><p class="mono">${finding.kind}, ${finding.form}; ${finding.election}</p>
    </aside>`;
  }
}

/** What the server says in English only. */
const inEnglish = (text: string): TemplateResult => html`<span lang="en">${text}</span>`;

const dayOf = ({ day }: CheckedText): string => (day ? longDay(effective(day)) : '');

const entries = (finding: Finding): TemplateResult | string =>
  finding.entries.length
    ? html`${finding.entries.map(
        (n) => html`<a class="under" href=${asHere(`/${finding.election}/record?from=${n}`)}>${number(n)}</a> `,
      )}${finding.more ? say('press.more', { n: finding.more }) : ''}`
    : say('press.none');
