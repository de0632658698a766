import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { elections, once } from '../model/asking';
import { listen } from '../model/living';
import { Part } from '../model/part';
import type { Room } from '../model/scene';
import { say, speak, wanted } from '../words/words';
import './headline';
import './ladder';
import './masthead';
import './then';
import './where';
import './official';
import './jurisdiction';
import './evidence';
import { Announcer, type Announced } from './announcer';
import { hatches } from './hatches';
import { title } from './title';

// What the first view does not need comes when its room is entered.
const ROOMS: Record<string, () => Promise<unknown>> = {
  elections: () => import('./elections'),
  challenges: () => import('./challenges'),
  record: () => import('./record'),
  law: () => import('./law'),
  download: () => import('./download'),
  embed: () => import('./embed'),
};

@customElement('a-page')
export class Page extends Part {
  @state() private ready = false;
  @state() private announced: Announced = { text: '', lang: '' };
  private readonly announcer = new Announcer(this.scene, (what) => {
    this.announced = what;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', () => void this.enter());
    addEventListener('chosen', () => void this.dress().then(() => this.scene.changed()));
    addEventListener('keydown', this.keyed);
    document.addEventListener('click', this.follow);
    void this.enter();
  }

  override render() {
    const { scene } = this;
    if (!this.ready) return nothing;
    document.title = title(scene);
    const rehearsal = scene.meta?.rehearsal
      ? html`<div class="rehearsal" role="note"><p>${say('rehearsal', { year: String(scene.meta.year) })}</p></div>`
      : nothing;
    if (scene.room === 'embed')
      return html`${hatches()}${rehearsal}<main aria-busy=${this.busy()}>
        <a-embed></a-embed><a-evidence></a-evidence></main>`;
    return html`${hatches()}<a class="skip" href="#ladder">${say('skip')}</a>${rehearsal}
      <a-masthead role="banner" class="mast"></a-masthead>
      <main aria-busy=${this.busy()}>${
        scene.fault && !scene.telling
          ? html`<div class="fault"><p class="word">${say('fault')}</p><p>${scene.fault}</p></div>`
          : this.room()
      }</main>
      <div class="quietly" aria-live="polite" lang=${this.announced.lang || nothing}>${this.announced.text}</div>`;
  }

  private room() {
    switch (this.scene.room) {
      case 'elections':
        return html`<a-elections></a-elections>`;
      case 'challenges':
        return html`<a-challenges></a-challenges>`;
      case 'record':
        return html`<a-record></a-record>`;
      case 'law':
        return html`<a-law></a-law>`;
      case 'download':
        return html`<a-download></a-download>`;
      default:
        return html`<a-headline></a-headline><a-then hidden></a-then><a-ladder></a-ladder>
        ${
          this.scene.begun
            ? html`<div class="low"><a-where></a-where><a-official></a-official><a-jurisdiction></a-jurisdiction></div>
              <a-evidence></a-evidence>`
            : nothing
        }`;
    }
  }

  /** Whether more is on its way than what is drawn. */
  private busy(): 'true' | 'false' {
    const { room, story, fault, standing, knownThen, since } = this.scene;
    const waits =
      (room === 'election' || room === 'embed') &&
      !fault &&
      (!story || story.brief || !standing || (knownThen && !since));
    return waits ? 'true' : 'false';
  }

  private async dress(): Promise<void> {
    const query = new URLSearchParams(location.search);
    const theme = query.get('theme');
    if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    await speak(wanted(query.get('lang')));
  }

  /** Shows what the address names. */
  private async enter(): Promise<void> {
    const { scene } = this;
    await this.dress();
    const steps = location.pathname.split('/').filter(Boolean);
    const query = new URLSearchParams(location.search);
    let [election = '', room = 'election'] = steps;
    let view = '';
    if (election === 'embed') [election, view, room] = [steps[1] ?? '', steps[2] ?? 'ladder', 'embed'];
    else if (election === 'elections') [election, room] = [scene.election, 'elections'];
    scene.room = (room in ROOMS ? room : 'election') as Room;
    scene.view = view;
    await ROOMS[scene.room]?.();
    this.ready = true;
    if (room === 'elections') {
      scene.changed();
      return;
    }
    if (!election) {
      const link = document.querySelector<HTMLLinkElement>('link[data-election]');
      const all = link ? [] : await once('elections', elections).catch(() => []);
      election =
        link?.dataset.election ??
        (all.find((e) => e.live || e.rehearsal) ?? all.find((e) => e.year === 2020) ?? all.at(-1))?.id ??
        'us-president-2020';
    }
    if (/^\d{4}$/.test(election)) election = `us-president-${election}`;
    const same = scene.election === election && scene.telling;
    if (same) {
      scene.read(query);
      scene.changed();
      await scene.fetchStanding();
    } else {
      await scene.open(election, query);
      listen(this.announcer.hear);
    }
  }

  /** Links within the page change the view and keep what is loaded. */
  private follow = (e: MouseEvent) => {
    const link = (e.target as Element).closest?.('a');
    if (
      !link ||
      e.defaultPrevented ||
      e.button ||
      e.metaKey ||
      e.ctrlKey ||
      link.target ||
      link.hasAttribute('download')
    )
      return;
    const to = new URL(link.href, location.href);
    if (
      to.origin !== location.origin ||
      /^\/(api|log|data|openapi|q)(\/|$)/.test(to.pathname) ||
      (to.hash && to.pathname === location.pathname)
    )
      return;
    e.preventDefault();
    const here = new URLSearchParams(location.search);
    for (const kept of ['lang', 'theme'])
      if (here.has(kept) && !to.searchParams.has(kept)) to.searchParams.set(kept, here.get(kept)!);
    history.pushState(null, '', to.pathname + to.search);
    void this.enter().then(() => scrollTo(0, 0));
  };

  private keyed = (e: KeyboardEvent) => {
    const target = e.target as Element;
    if (
      e.altKey ||
      e.ctrlKey ||
      e.metaKey ||
      /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) ||
      this.scene.figure ||
      !this.scene.telling ||
      this.scene.room !== 'election'
    )
      return;
    if (e.key === 'ArrowRight') this.scene.step(1);
    else if (e.key === 'ArrowLeft') this.scene.step(-1);
  };
}
