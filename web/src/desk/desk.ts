import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { clock } from '../model/moments';
import { command, letterChoice } from '../parts/letters';
import { learn, say, speak, speaking, wanted } from '../words/words';
import type { Proposal } from './answers';
import { act } from './asking';
import './attention';
import './calls';
import './door';
import './holds';
import './kept';
import { titleOf } from './naming';
import './papers';
import './people';
import './rehearse';
import { actorOf, desk, ROOMS, waitsForMe, type Key, type Room } from './store';
import './trail';
import en from './words/en.json';

/** The letter after g that leads to a room. */
const LETTERS: Record<string, Room> = {
  a: 'attention',
  k: 'kept',
  p: 'papers',
  c: 'calls',
  h: 'holds',
  o: 'people',
  t: 'trail',
  r: 'rehearse',
};

const SCREENS: Record<Room, () => TemplateResult> = {
  attention: () => html`<a-attention></a-attention>`,
  kept: () => html`<a-kept></a-kept>`,
  papers: () => html`<a-papers></a-papers>`,
  calls: () => html`<a-calls></a-calls>`,
  holds: () => html`<a-holds></a-holds>`,
  people: () => html`<a-people></a-people>`,
  trail: () => html`<a-trail></a-trail>`,
  rehearse: () => html`<a-rehearse></a-rehearse>`,
};

const MARK = svg`<path d="M1.500 0v20M15.500 0v20" class="rail"></path><path d="M1 4.500h15" class="r3"></path>
  <path d="M1 10h15" class="r2"></path><path d="M1 15.500h15" class="r1"></path>`;

/** The page of the desk: menu above, the keys and whether all is as it is now below, a screen between. */
@customElement('a-desk')
export class DeskPage extends LitElement {
  @state() private ready = false;
  @state() private menu = false;
  @state() private help = false;
  private afterG = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    desk.addEventListener('change', () => this.requestUpdate());
    desk.addEventListener('keys', () => this.requestUpdate());
    desk.addEventListener('news', (event) => {
      const other = (event as CustomEvent<Proposal>).detail;
      desk.news = say('desk.news', { who: String(actorOf(other)), what: titleOf(other), clock: clock(Date.now()) });
    });
    addEventListener('popstate', () => desk.enter());
    addEventListener('keydown', this.pressed);
    addEventListener('click', this.follow);
    void this.begin();
  }

  private async begin(): Promise<void> {
    await this.dress();
    await desk.who();
    this.ready = true;
  }

  private async dress(): Promise<void> {
    const query = new URLSearchParams(location.search);
    const theme = query.get('theme');
    if (theme) document.documentElement.dataset.theme = theme;
    await speak(wanted(query.get('lang')));
    learn(speaking() === 'es' ? (await import('./words/es.json')).default : en);
  }

  override render(): unknown {
    if (!this.ready) return nothing;
    const { session, over } = desk;
    const rehearsal = !!desk.meta?.rehearsal;
    document.documentElement.toggleAttribute('data-rehearsal', rehearsal);
    const here = say(`room.${session ? desk.room : 'door'}`);
    document.title = [...(rehearsal ? [say('desk.rehearsal')] : []), here, 'Ascertain'].join(' - ');
    return html`<a class="skip" href="#content">${say('desk.skip')}</a>
      ${
        rehearsal
          ? html`<div class="reh" role="note"><div>${say('desk.rehearsal')}
              <span>${say('desk.rehearsal.rest', { year: String(desk.meta!.year) })}</span></div></div>`
          : nothing
      }
      ${this.mast()}
      <main id="content" aria-busy="false">
        ${over ? html`<a-door again></a-door>` : nothing}
        ${session ? (desk.rooms().length ? SCREENS[desk.room]() : this.nothingYet()) : html`<a-door></a-door>`}
      </main>
      ${this.foot()}`;
  }

  private mast(): TemplateResult {
    const { session } = desk;
    const other = speaking() === 'en' ? 'es' : 'en';
    return html`<header class="mast"><a class="mark" href="/"><svg width="17"
        height="20" viewBox="0 0 17 20" aria-hidden="true">${MARK}</svg>Ascertain</a>
      ${this.which()}
      ${
        session
          ? html`<button type="button" class="quiet menu" aria-expanded=${this.menu} @click=${() => {
              this.menu = !this.menu;
            }}>${say('menu')}</button>
            <nav class=${this.menu ? 'open' : ''} aria-label=${say('sections')}>${desk
              .rooms()
              .map(
                (room) =>
                  html`<a href=${desk.address(room)} aria-current=${desk.room === room ? 'page' : nothing}>${say(
                    `room.${room}`,
                  )}${this.count(room)}</a>`,
              )}</nav>
            <span class="me ${this.menu ? 'open' : ''}"><span>${say('desk.me', {
              account: String(session.account),
              roles: session.roles.map((role) => say(`role.${role}`)).join(', '),
            })}</span>
              <button type="button" class="quiet" @click=${() => this.signOut(false)}>${say('desk.out')}</button>
              <button type="button" class="quiet" @click=${() => this.signOut(true)}>${say('desk.outAll')}</button>
            </span>`
          : nothing
      }
      <button type="button" class="quiet tongue" lang=${other} @click=${() => void this.choose('lang', other)}>${
        other === 'es' ? 'Español' : 'English'
      }</button>
</header>`;
  }

  private which(): unknown {
    const { meta, elections, election } = desk;
    if (elections.length > 1)
      return html`<label class="which"><span class="quietly">${say('desk.election')}</span>
        <select @change=${(event: Event) => {
          history.pushState(null, '', `/desk/${(event.target as HTMLSelectElement).value}${location.search}`);
          desk.enter();
        }}>${elections.map((id) => html`<option value=${id} ?selected=${id === election}>${id}</option>`)}</select>
        </label>`;
    return meta
      ? html`<a class="which" href="/${election}"><span class="long">${say('title')}</span> <b>${meta.year}</b>,
          ${say('desk.desk')}</a>`
      : nothing;
  }

  private count(room: Room): unknown {
    const mine = (isPaper: boolean) => desk.proposals.filter((p) => !!p.paper === isPaper && waitsForMe(p)).length;
    const counts: Partial<Record<Room, number>> = {
      attention: desk.alerts.filter((alert) => !alert.cleared && alert.could !== 'not change').length,
      kept: desk.kept.length,
      papers: mine(true),
      calls: mine(false),
      holds: desk.holds.length,
    };
    return counts[room] ? html` <b>${counts[room]}</b>` : nothing;
  }

  private nothingYet(): TemplateResult {
    return html`<header class="head"><div><h1>${say('desk.nothing')}
      <span class="rest">${say('desk.nothing.rest')}</span></h1></div></header>`;
  }

  private foot(): TemplateResult {
    const here = desk.keys;
    const all: Key[] = desk.session
      ? [...here, { key: 'g', says: say('desk.goTo'), run: () => (this.help = true) }, this.helpKey()]
      : here;
    return html`<footer class="foot">${this.help ? this.helped() : nothing}<div>
      ${all.map((each) => html`<button type="button" @click=${each.run}><kbd>${each.key}</kbd>${each.says}</button>`)}
      <span class="live" role="status">${this.liveness()}</span></div></footer>`;
  }

  private helpKey(): Key {
    return { key: '?', says: say('desk.keys'), run: () => (this.help = !this.help) };
  }

  private helped(): TemplateResult {
    const rooms = Object.entries(LETTERS).filter(([, room]) => desk.rooms().includes(room));
    return html`<section class="help" aria-label=${say('desk.keys')}><p>${rooms.map(
      ([letter, room]) => html`<a href=${desk.address(room)}><kbd>g ${letter}</kbd>${say(`room.${room}`)}</a>`,
    )}</p><p><kbd>j</kbd><kbd>k</kbd>${say('desk.key.move')} <kbd>Enter</kbd>${say('desk.key.open')}
      <kbd>Esc</kbd>${say('desk.key.back')}</p>
      ${letterChoice()}</section>`;
  }

  private liveness(): string {
    if (!desk.session || !desk.election || !desk.may('GET', '/proposals')) return '';
    if (!desk.live) return say('desk.lost');
    return desk.news || say('desk.live', { n: desk.meta?.entries ?? 0 });
  }

  private async signOut(everywhere: boolean): Promise<void> {
    await act('DELETE', `/api/session${everywhere ? '?everywhere=true' : ''}`).catch(() => undefined);
    desk.ended();
    history.replaceState(null, '', `/desk${location.search}`);
    await desk.who();
  }

  private async choose(name: string, value: string): Promise<void> {
    const query = new URLSearchParams(location.search);
    query.set(name, value);
    history.replaceState(null, '', `${location.pathname}?${query}${location.hash}`);
    await this.dress();
    desk.changed();
  }

  private readonly follow = (event: MouseEvent): void => {
    const link = (event.target as Element).closest?.('a');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || link.target) return;
    const to = new URL(link.href, location.href);
    if (to.origin !== location.origin || !to.pathname.startsWith('/desk') || link.hash) return;
    event.preventDefault();
    this.menu = false;
    this.help = false;
    history.pushState(null, '', to.pathname + location.search);
    desk.enter();
    scrollTo(0, 0);
    this.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !desk.session) return;
    const target = event.target as Element;
    const isField = /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
    const isTyped = isField && !target.matches('[type=checkbox],[type=radio]');
    if (event.key === 'Escape') {
      this.help = false;
      this.afterG = false;
      if (isTyped) (target as HTMLElement).blur();
      else desk.keys.find((each) => each.key === 'Esc')?.run();
      return;
    }
    if (isTyped || (event.key.length === 1 && !command(event))) return;
    const room = this.afterG ? LETTERS[event.key] : undefined;
    this.afterG = event.key === 'g';
    if (room && (ROOMS as readonly string[]).includes(room) && desk.rooms().includes(room)) {
      event.preventDefault();
      this.help = false;
      desk.go(room);
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }));
      return;
    }
    if (event.key === 'Enter' && /^(A|BUTTON)$/.test(target.tagName)) return;
    if (event.key === '?') this.help = !this.help;
    const key = desk.keys.find((each) => each.key.split(' ').includes(event.key));
    if (!key) return;
    event.preventDefault();
    key.run();
  };
}
