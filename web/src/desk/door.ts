import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { say } from '../words/words';
import type { Person, Provider } from './answers';
import { act, lookAgain } from './asking';
import { Screen, typed } from './screen';
import { desk } from './store';

const INVITATION = /^#invitation=([A-Za-z0-9_-]+)$/;

/** How whoever went to the provider came back in vain. */
const WAY = /^#way=(late|failed|untied)$/;

/** Where people come in: by name and password, or by an invitation that sets them. */
@customElement('a-door')
export class Door extends Screen {
  /** Somebody was signed in and is no more; what they were at stands below. */
  @property({ type: Boolean }) again = false;

  /** The second way in, where there is one. */
  @state() private second: Provider = {};

  override connectedCallback(): void {
    super.connectedCallback();
    void lookAgain<Provider>('/api/session/provider').then(
      (second) => (this.second = second),
      () => undefined, // the first way stays
    );
  }

  override render(): TemplateResult {
    const invitation = INVITATION.exec(location.hash)?.[1];
    if (invitation) return this.accept(invitation);
    return html`${this.again ? nothing : this.heading(say('door.nobody'), say('door.nobody.rest'))}
      <form class="door" @submit=${this.signIn} aria-label=${say('door.signIn')}>
        ${this.again ? html`<p><b>${say('door.over')}</b> ${say('door.over.rest')}</p>` : nothing}
        <label>${say('door.name')}<input name="name" required autocomplete="username" spellcheck="false"
          .value=${this.again ? (desk.session?.name ?? '') : ''} /></label>
        <label>${say('door.password')}<input name="password" type="password" required
          autocomplete="current-password" /></label>
        <button class="act" ?disabled=${!!this.busy}>${say('door.signIn')}</button>
        ${this.refused('door')}
      </form>
      ${this.second.provider ? this.byProvider(this.second.provider) : nothing}`;
  }

  private byProvider(who: string): TemplateResult {
    const came = WAY.exec(location.hash)?.[1];
    const go = () =>
      void this.doing('way', async () => {
        const { address } = await act<{ address: string }>('POST', '/api/session/provider', { to: location.pathname });
        location.assign(address);
      });
    const told = came && say(`door.way.${came}`, { who, subject: this.second.subject ?? '' });
    return html`<div class="door">${told ? html`<p role="alert">${told}</p>` : nothing}
      <button type="button" class="act" ?disabled=${!!this.busy} @click=${go}>${say('door.provider', { who })}</button>
      ${this.refused('way')}</div>`;
  }

  private accept(secret: string): TemplateResult {
    const take = (event: SubmitEvent) => {
      event.preventDefault();
      const { name, password } = typed(event);
      void this.doing('door', async () => {
        await act<Person>('POST', `/api/invitations/${secret}`, { name, password });
        history.replaceState(null, '', location.pathname + location.search);
        await this.enter(name, password);
      });
    };
    return html`${this.heading(say('door.invited'), say('door.invited.rest'))}
      <form class="door" @submit=${take} aria-label=${say('door.take')}>
        <label>${say('door.name')}<input name="name" required maxlength="100" autocomplete="username"
          spellcheck="false" /></label>
        <label>${say('door.newPassword')}<input name="password" type="password" required
          autocomplete="new-password" aria-describedby="rule" /></label>
        <p class="note" id="rule">${say('door.rule')}</p>
        <button class="act" ?disabled=${!!this.busy}>${say('door.take')}</button>
        ${this.refused('door')}
      </form>`;
  }

  private readonly signIn = (event: SubmitEvent): void => {
    event.preventDefault();
    const { name, password } = typed(event);
    void this.doing('door', () => this.enter(name!, password!));
  };

  private async enter(name: string, password: string): Promise<void> {
    await act('POST', '/api/session', { name, password });
    await desk.who();
  }
}
