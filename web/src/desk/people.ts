import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { dayAndYear } from '../model/moments';
import { list, say } from '../words/words';
import type { Person, Provider, Role } from './answers';
import { act, look } from './asking';
import { again, chosen, passwordAgain, Screen, typed } from './screen';
import { desk, type Key } from './store';
import './tokens';

const ROLES: Role[] = ['recorder', 'reviewer', 'administrator', 'auditor'];

/** Who has an account, who is invited, and the tokens by which programs hand in. */
@customElement('a-people')
export class People extends Screen {
  @state() private people: Person[] = [];
  @state() private invited?: Person;
  /** By which people may sign in, too. */
  @state() private provider?: string;
  /** Whose roles are open to be changed, or who is about to be erased. */
  @state() private open = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing('list', () => this.fetch());
  }

  private async fetch(): Promise<void> {
    this.provider = (await look<Provider>('/api/session/provider')).provider;
    this.people = (await look<{ items: Person[] }>('/api/accounts')).items;
  }

  protected override keys(): Key[] {
    return [
      { key: 'i', says: say('people.invite'), run: () => this.focusOn('[name=name]') },
      { key: 't', says: say('tokens.new'), run: () => this.focusOn('[name=label]') },
    ];
  }

  private focusOn(field: string): void {
    this.querySelector<HTMLElement>(field)?.focus();
  }

  override render(): TemplateResult {
    const here = this.people.filter((each) => each.roles.length || each.ready);
    const waiting = here.filter((each) => !each.ready).length;
    return html`${this.heading(
      say('people.head', { n: here.length - waiting }),
      html`${waiting ? say('people.waiting', { n: waiting }) : nothing} ${say('people.rest')}`,
    )}
      <div class="c21"><section><h2>${say('people.people')} <em>${say('people.numbers')}</em></h2>
        ${this.refused('list')}
        <table><thead><tr><th>${say('people.number')}</th><th>${say('people.name')}</th><th>${say('people.may')}</th>
          <th></th></tr></thead><tbody>${this.people.map((each) => this.row(each))}</tbody></table>
        ${this.inviting()}
        <a-tokens></a-tokens></section>
      <aside>${this.pairs()}</aside></div>`;
  }

  private row(person: Person): TemplateResult {
    const { account, name, roles, ready, subject, wish } = person;
    const isOwn = account === desk.session?.account;
    const isGone = !name && !roles.length;
    const wanted = wish && say('people.wish', { who: String(wish.by), what: rolesOf(wish.roles) });
    return html`<tr><td><b>${account}</b></td>
      <td><b>${name ?? say('people.erased')}</b> ${isOwn ? say('people.you') : nothing}
        ${subject ? html`<small>${say('people.tied', { subject })}</small>` : nothing}
        ${wanted ? html`<small>${wanted}</small>` : nothing}
        ${ready || isGone ? nothing : html`<small>${say('people.unused')}</small>`}</td>
      <td>${rolesOf(roles)}</td>
      <td class="num">${
        isOwn || isGone
          ? nothing
          : html`<button type="button" class="under" aria-expanded=${this.open === account}
              aria-label=${say('people.change.of', { who: name ?? String(account) })} @click=${() => {
                this.open = this.open === account ? 0 : account;
              }}>${say('people.change')}</button>`
      }</td></tr>
      ${this.open === account ? html`<tr><td colspan="4">${this.changing(person)}</td></tr>` : nothing}`;
  }

  private changing(person: Person): TemplateResult {
    const { account, name, roles, wish } = person;
    const give = (event: SubmitEvent) => {
      event.preventDefault();
      const body = { roles: chosen(event, 'role'), ...again(event) };
      void this.doing(`roles ${account}`, async () => {
        await act('PATCH', `/api/accounts/${account}`, body);
        this.open = 0;
        await this.fetch();
      });
    };
    const erase = (event: SubmitEvent) => {
      event.preventDefault();
      if (typed(event).sure !== String(account)) return;
      void this.doing(`erase ${account}`, async () => {
        await act('POST', `/api/accounts/${account}/erase`, again(event));
        this.open = 0;
        await this.fetch();
      });
    };
    return html`<form class="line" @submit=${give} aria-label=${say('people.roles.of', { who: name ?? '' })}>
        ${roleBoxes(wish?.roles ?? roles)} ${passwordAgain('grave')}
        <button class="act">${say('people.give')}</button>
        <span class="note">${say('people.anew')}</span>${this.refused(`roles ${account}`)}</form>
      ${this.tying(person)}
      <form class="line" @submit=${erase} aria-label=${say('people.erase.of', { who: name ?? '' })}>
        <label>${say('people.sure', { n: String(account) })} <input name="sure" inputmode="numeric" autocomplete="off"
          required pattern=${account} /></label>
        ${passwordAgain()}
        <button class="act">${say('people.erase')}</button> <span class="note">${say('people.stays')}</span>
        ${this.refused(`erase ${account}`)}</form>`;
  }

  /** Whom the provider knows is tied to an account here, or no more. */
  private tying({ account, name, subject }: Person): unknown {
    if (!this.provider && !subject) return nothing;
    const place = `tie ${account}`;
    const tie = (word: string, body: Record<string, unknown>) =>
      void this.doing(place, async () => {
        await act('POST', `/api/accounts/${account}/${word}`, body);
        this.open = 0;
        await this.fetch();
      });
    const give = (event: SubmitEvent) => {
      event.preventDefault();
      tie('tie', { subject: typed(event).subject, ...again(event) });
    };
    return html`<form class="line" @submit=${give} aria-label=${say('people.tie.of', { who: name ?? '' })}>
      ${
        this.provider
          ? html`<label>${say('people.subject', { who: this.provider })} <input name="subject" required maxlength="255"
              autocomplete="off" spellcheck="false" .value=${subject ?? ''} /></label> ${passwordAgain()}
              <button class="act">${say('people.tie')}</button>`
          : nothing
      }
      ${
        subject
          ? html`<button type="button" class="under" @click=${() => tie('untie', {})}>${say('people.untie')}</button>`
          : nothing
      } ${this.refused(place)}</form>`;
  }

  private inviting(): TemplateResult {
    const invite = (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const body = { name: typed(event).name, roles: chosen(event, 'role'), ...again(event) };
      void this.doing('invite', async () => {
        this.invited = await act<Person>('POST', '/api/accounts', body);
        form.reset();
        await this.fetch();
      });
    };
    return html`<h2>${say('people.invite')} <em>${say('people.invite.rest')}</em></h2>
      <form class="line" @submit=${invite} aria-label=${say('people.invite')}>
        <label>${say('people.name')} <input name="name" required maxlength="100" autocomplete="off" /></label>
        ${roleBoxes([])} ${passwordAgain('grave')}
        <button class="act">${say('people.invite')}</button>${this.refused('invite')}</form>
      ${this.invited ? this.link(this.invited) : nothing}`;
  }

  private link({ account, name, invitation }: Person): TemplateResult {
    const end = dayAndYear(Date.now() + 7 * 24 * 3_600_000);
    return html`<p class="once" role="status">${say('people.link', { who: `${account} ${name ?? ''}`, day: end })}
      <output class="mono">${location.origin}/desk#invitation=${invitation}</output></p>`;
  }

  /** Whether two people can act now. */
  private pairs(): TemplateResult {
    const ready = this.people.filter((each) => each.ready);
    const with_ = (...roles: Role[]) =>
      ready.filter((each) => roles.some((role) => each.roles.includes(role))).map((each) => String(each.account));
    const [typists, reviewers] = [with_('recorder', 'reviewer'), with_('reviewer')];
    const isPair = reviewers.length > 0 && typists.length > 1;
    const third = typists.length > 2 && reviewers.length > 0;
    const yes = (is: boolean, who: string[]) => (is ? say('people.yes', { who: list(who) }) : say('people.no'));
    return html`<h2>${say('people.two')} <em>${say('people.two.now')}</em></h2>
      <table><tbody><tr><td>${say('people.two.propose')}</td><td class="num"><b>${yes(isPair, typists)}</b></td></tr>
      <tr><td>${say('people.two.approve')}</td><td class="num"><b>${yes(isPair, reviewers)}</b></td></tr>
      <tr><td>${say('people.two.type')}</td><td class="num"><b>${yes(typists.length > 1, typists)}</b></td></tr>
      <tr><td>${say('people.two.third')}</td><td class="num"><b>${yes(third, reviewers)}</b></td></tr></tbody></table>
      <p class="note">${say('people.keys')}</p>`;
  }
}

const rolesOf = (roles: Role[]): string => roles.map((role) => say(`role.${role}`)).join(', ') || say('people.nothing');

const roleBoxes = (given: Role[]): TemplateResult =>
  html`<fieldset><legend class="quietly">${say('people.may')}</legend>${ROLES.map(
    (role) => html`<label><input type="checkbox" name="role" value=${role} .checked=${given.includes(role)} />
      ${say(`role.${role}`)}</label>`,
  )}</fieldset>`;
