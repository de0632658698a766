import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { pieces, summary, VERDICTS, type CheckedText, type Finding } from './findings';

/** Check a text: what it says of elections is underlined, and each claim opens what the record says to it. */
@customElement('a-press')
export class Press extends LitElement {
  @state() private text = '';
  @state() private checked?: CheckedText;
  @state() private trouble = '';
  @state() private open = -1;
  @state() private waits = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.key);
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (!this.checked || (event.target as HTMLElement).matches('textarea, input')) return;
    const last = this.checked.findings.length - 1;
    if (event.key === 'j') this.show(Math.min(last, this.open + 1));
    else if (event.key === 'k') this.show(Math.max(0, this.open - 1));
    else if (event.key === 'p') window.print();
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
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(asOf ? { text, asOf } : { text }),
      });
      const told = (await answer.json()) as CheckedText & { detail?: string };
      this.trouble = answer.ok ? (told.refused ?? '') : (told.detail ?? 'The text could not be checked.');
      this.checked = answer.ok && !told.refused ? told : undefined;
      this.text = text;
      this.open = -1;
    } catch {
      this.trouble = 'There is no connection to the server; nothing was sent anywhere else.';
    } finally {
      this.waits = false;
    }
  }

  override render(): TemplateResult {
    return html`<header class="mast"><a href="/"><b>Ascertain</b></a><span>Check a text</span></header>
      <main>
        <form @submit=${this.check}>
          <label>A report, as text or HTML, up to 100 kB. It is not stored.
            <textarea name="text" required maxlength="100000" spellcheck="false"></textarea></label>
          <div class="row">
            <label>Its day, if it does not say so itself<br /><input type="date" name="day" min="1788-01-01" /></label>
            <button ?disabled=${this.waits}>${this.waits ? 'Checking' : 'Check'}</button>
          </div>
        </form>
        <div role="status" aria-live="polite">${
          this.trouble ? html`<p><b>Not judged.</b> ${this.trouble}</p>` : nothing
        }</div>
        ${this.checked ? this.findings(this.checked) : nothing}
      </main>`;
  }

  private findings(checked: CheckedText): TemplateResult {
    const { all, withClaims } = checked.sentences;
    const silent = `${all - withClaims} of ${all} sentences hold no claim we know.`;
    const count = (verdict: string) => checked.findings.filter((f) => f.verdict === verdict).length;
    return html`<p class="dateline">Judged as of ${checked.day} (${checked.dayFrom})</p>
      <h1>${summary(checked)} <span class="rest">${silent}</span></h1>
      <div class="key">${VERDICTS.map(
        ([verdict, title]) =>
          html`<span><span class="cl ${verdict}">${title}</span>
            <b>${count(verdict)}</b></span>`,
      )}<span class="acts">
        <button type="button" @click=${() => window.print()}>Print the report</button></span></div>
      <div class="sides"><div class="txt">${pieces(this.text, checked.findings).map((piece) =>
        piece.place < 0 ? piece.words : this.claim(piece.words, piece.place, checked.findings[piece.place]!),
      )}</div>${this.open >= 0 ? this.drawer(checked.findings[this.open]!, checked) : nothing}</div>
      <section class="report"><h2>Claims</h2>
        <ol>${checked.findings.map(
          (f) => html`<li><b>${title(f.verdict)}</b>: “${f.claim}”. ${f.why} ${entries(f)}</li>`,
        )}</ol>
      </section>`;
  }

  private claim(words: string, place: number, finding: Finding): TemplateResult {
    const pressed = this.open === place;
    return html`<span class="cl ${finding.verdict}" id="claim-${place}" tabindex="0" role="button"
      aria-pressed="${pressed}" aria-label="${words}: ${title(finding.verdict)}"
      @click=${() => (this.open = place)}
      @keydown=${(e: KeyboardEvent) => {
        if (e.key === 'Enter' || e.key === ' ') {
          e.preventDefault();
          this.open = place;
        }
      }}>${words}<sup>${place + 1}</sup></span>`;
  }

  private drawer(finding: Finding, checked: CheckedText): TemplateResult {
    return html`<aside class="drawer" aria-label="Claim ${this.open + 1}">
      <h2>${title(finding.verdict)}</h2>
      <p>${this.open + 1} of ${checked.findings.length}
        <button type="button" @click=${() => (this.open = -1)}>Close</button></p>
      <p>“${finding.claim}”</p><p>${finding.why}</p>
      <h3>At the text’s day, and today</h3>
      <p>${checked.day}: <b>${title(finding.verdict)}</b></p>
      <p>today: <b>${title(finding.asOf?.verdict ?? finding.verdict)}</b> ${finding.asOf?.why ?? ''}</p>
      <h3>Entries</h3><p>${entries(finding)}</p>
      <h3>How it was read</h3><p>${finding.kind}, form ${finding.form}; ${finding.election}</p>
    </aside>`;
  }
}

const title = (verdict: string): string => VERDICTS.find(([word]) => word === verdict)?.[1] ?? verdict;

const entries = (finding: Finding): TemplateResult | string =>
  finding.entries.length
    ? html`${finding.entries.map(
        (n) => html`<a href="/${finding.election}/record?entry=${n}">${n}</a> `,
      )}${finding.more ? `and ${finding.more} more` : ''}`
    : 'It rests on no single entry.';
