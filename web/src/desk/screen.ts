import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { clock, longDay } from '../model/moments';
import { say } from '../words/words';
import { Refusal } from './asking';
import { desk, type Key } from './store';

/** A screen of the desk: its heading says what is so, its keys stand at the foot, its refusals where the act was. */
export abstract class Screen extends LitElement {
  @state() private refusals: Record<string, Refusal> = {};
  @state() protected busy = '';
  private readonly redraw = () => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    desk.addEventListener('change', this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    desk.removeEventListener('change', this.redraw);
    desk.keys = [];
  }

  /** What keys do here. */
  protected keys(): Key[] {
    return [];
  }

  protected override updated(): void {
    const before = desk.keys.map((each) => each.key + each.says).join();
    desk.keys = this.keys();
    if (desk.keys.map((each) => each.key + each.says).join() !== before) desk.dispatchEvent(new Event('keys'));
  }

  /** Does something once at a time; why it was not done is told at its place, and nothing typed is lost. */
  protected async doing(place: string, work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = place;
    try {
      await work();
      const { [place]: _, ...others } = this.refusals;
      this.refusals = others;
      return true;
    } catch (fault) {
      const refusal = fault instanceof Refusal ? fault : new Refusal(0, '', say('desk.away'));
      if (refusal.status === 401 && desk.session) desk.ended();
      this.refusals = { ...this.refusals, [place]: refusal };
      return false;
    } finally {
      this.busy = '';
    }
  }

  protected refusalAt(place: string): Refusal | undefined {
    return this.refusals[place];
  }

  /** Why an act was not done, in the server's words. */
  protected refused(place: string): TemplateResult {
    const refusal = this.refusals[place];
    return html`<p class="refusal" role="alert">${
      refusal
        ? html`${refusal.message} ${refusal.advice ?? nothing}
            ${refusal.code ? html`<small>${refusal.code}</small>` : nothing}`
        : nothing
    }</p>`;
  }

  /** The state in a sentence: what is so, then what it does or does not do. */
  protected heading(bold: unknown, light: unknown = nothing, beside: unknown = nothing): TemplateResult {
    const now = desk.meta?.rehearsal && desk.standing ? desk.standing.atMs : Date.now();
    return html`<header class="head"><div>
      <p class="dateline"><time>${say('desk.now', { day: longDay(now), clock: clock(now) })}</time>
        <span>${beside}</span></p>
      <h1 tabindex="-1">${bold} <span class="rest">${light}</span></h1></div></header>`;
  }
}

/** What a form holds, as texts. */
export const typed = (event: Event): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, String(value).trim()]),
  );

/** All values of one name in a form. */
export const chosen = (event: Event, name: string): string[] =>
  new FormData(event.target as HTMLFormElement).getAll(name).map(String);

/** One's own password once more, for what is grave; where only some of it is, the stylesheet shows it then. */
export const passwordAgain = (when = ''): TemplateResult =>
  html`<label class="again ${when}">${say('people.again')}
    <input name="password" type="password" autocomplete="current-password" /></label>`;

/** The password as it is sent, where one was given. */
export function again(event: Event): { password?: string } {
  const password = String(new FormData(event.target as HTMLFormElement).get('password') ?? '');
  return password ? { password } : {};
}
