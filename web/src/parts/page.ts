import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { elections, fromFiles, once } from '../model/asking';
import { asHere, dress } from '../model/dress';
import { listen } from '../model/living';
import { drawAll, Part } from '../model/part';
import type { Room } from '../model/scene';
import { say } from '../words/words';
import './alerts';
import './headline';
import './ladder';
import './masthead';
import './then';
import './uncalled';
import './ways';
import './where';
import './changes';
import './contingent';
import './official';
import './places';
import './printed';
import './stand';
import './stopped';
import './jurisdiction';
import './evidence';
import { Announcer, type Announced } from './announcer';
import { hatches } from './hatches';
import { closestFirst, isEarly } from './reading';
import { title } from './title';

// What the first view does not need comes when its room is entered.
const ROOMS: Record<string, () => Promise<unknown>> = {
  start: () => import('./start'),
  nowhere: () => import('./elections'),
  elections: () => import('./elections'),
  challenges: () => import('./challenges'),
  record: () => import('./record'),
  law: () => import('./law'),
  audit: () => import('./audit'),
  download: () => import('./download'),
  embed: () => import('./embed'),
};

/** A wall screen shows the page as it is at this width, enlarged; each place for so long. */
const SCREEN = 1280;
const EACH = 20_000;

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
    addEventListener('chosen', () => void dress().then(() => this.scene.changed()));
    addEventListener('keydown', this.keyed);
    document.addEventListener('click', this.follow);
    addEventListener('beforeprint', () => this.print(true));
    addEventListener('afterprint', () => this.print(false));
    void this.enter();
  }

  /** On paper everything is drawn again at the width of a sheet, whatever the window's. */
  private print(begins: boolean): void {
    const root = document.documentElement;
    root.classList.toggle('printing', begins);
    if (begins) root.dataset.theme = 'light';
    else void dress();
    drawAll();
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
      <a-alerts></a-alerts><a-stopped></a-stopped>
      <a-masthead role="banner" class="mast"></a-masthead>
      <main aria-busy=${this.busy()} data-entries=${scene.heard || nothing}>${
        scene.fault && !scene.telling
          ? html`<div class="fault"><p class="word">${say('fault')}</p><p>${scene.fault}</p></div>`
          : this.room()
      }</main>
      <div class="quietly" aria-live="polite" lang=${this.announced.lang || nothing}>${this.announced.text}</div>`;
  }

  private room() {
    switch (this.scene.room) {
      case 'start':
        return html`<a-start></a-start>`;
      case 'nowhere':
        return html`<div class="fault"><h1 class="word">${say('nowhere')}</h1><p>${say('nowhere.all')}</p></div>
          <a-elections></a-elections>`;
      case 'elections':
        return html`<a-elections></a-elections>`;
      case 'challenges':
        return html`<a-challenges></a-challenges>`;
      case 'record':
        return html`<a-record></a-record>`;
      case 'law':
        return html`<a-law></a-law>`;
      case 'audit':
        return html`<an-audit></an-audit>`;
      case 'download':
        return html`<a-download></a-download>`;
      default:
        return html`<a-stand></a-stand><a-headline></a-headline><a-then hidden></a-then>
        <a-contingent></a-contingent><a-ladder></a-ladder>
        ${
          this.scene.begun
            ? html`<div class="low"><div><a-where></a-where><a-ways></a-ways></div>
              <div class="middle">${this.middle()}</div>
              <div class="place"><a-jurisdiction></a-jurisdiction>${this.beside()}</div></div>
              <a-places></a-places><a-printed></a-printed><a-evidence></a-evidence>`
            : nothing
        }`;
    }
  }

  /** On the night what changed comes first; later what it means, and what changed stands below the place. */
  private middle() {
    const official = html`<a-official></a-official>`;
    if (!this.isNight()) return official;
    // What the story in brief does not tell would push down what stands below it when it comes.
    return this.scene.story!.brief ? nothing : html`<a-changes></a-changes>${official}`;
  }

  private beside() {
    return this.isNight() ? html`<a-uncalled></a-uncalled>` : html`<a-changes></a-changes>`;
  }

  private isNight(): boolean {
    return !!this.scene.telling && isEarly(this.scene);
  }

  /** Whether more is on its way than what is drawn. */
  private busy(): 'true' | 'false' {
    const { room, story, fault, stood, knownThen, since } = this.scene;
    const waits =
      (room === 'election' || room === 'embed') && !fault && (!story || story.brief || !stood || (knownThen && !since));
    return waits ? 'true' : 'false';
  }

  private walking = 0;

  /** On a wall, where nobody moves it, the page goes from place to place by itself, the closest first. */
  private walk(): void {
    const { scene } = this;
    clearInterval(this.walking);
    document.documentElement.classList.toggle('screen', scene.screen);
    const scale = scene.screen ? innerWidth / SCREEN : 1;
    document.body.style.setProperty('zoom', scale === 1 ? '' : String(scale));
    if (!scene.screen) return;
    this.walking = setInterval(() => {
      if (!scene.telling || scene.story!.brief) return;
      const ids = closestFirst(scene);
      scene.selected = ids[(ids.indexOf(scene.selected) + 1) % ids.length];
      scene.changed();
    }, EACH) as unknown as number;
  }

  /** Shows what the address names. */
  private async enter(): Promise<void> {
    const { scene } = this;
    await dress();
    const steps = location.pathname.split('/').filter(Boolean);
    const query = new URLSearchParams(location.search);
    let [election = '', room = 'election'] = steps;
    let view = '';
    if (election === 'embed') [election, view, room] = [steps[1] ?? '', steps[2] ?? 'ladder', 'embed'];
    else if (election === 'elections') [election, room] = [scene.election, 'elections'];
    // A published copy has one election, and begins with it.
    if (!election && !fromFiles) room = 'start';
    scene.room = (room in ROOMS ? room : steps.length > 1 && room !== 'election' ? 'nowhere' : 'election') as Room;
    scene.view = view;
    scene.screen = query.has('screen');
    this.walk();
    await ROOMS[scene.room]?.();
    this.ready = true;
    if (room === 'start')
      Object.assign(scene, { election: '', meta: undefined, telling: undefined, standing: undefined });
    if (scene.room !== 'election' && scene.room !== 'embed' && !steps[1]) {
      scene.changed();
      return;
    }
    if (scene.room === 'nowhere') {
      scene.changed();
      return;
    }
    election ||= document.querySelector<HTMLLinkElement>('link[data-election]')?.dataset.election ?? '';
    election ||= (await once('elections', elections).catch(() => []))[0]?.id ?? '';
    if (/^\d{4}$/.test(election)) election = `us-president-${election}`;
    const same = scene.election === election && scene.telling;
    if (same) {
      scene.read(query);
      scene.changed();
      await scene.fetchStanding();
    } else {
      await scene.open(election, query);
      if (scene.fault && scene.unknown) {
        scene.room = 'nowhere';
        scene.fault = '';
        await import('./elections');
        scene.changed();
        return;
      }
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
      /^\/(api|log|data|desk|openapi|q)(\/|$)|\.html$/.test(to.pathname) ||
      (to.hash && to.pathname === location.pathname)
    )
      return;
    e.preventDefault();
    to.hash = '';
    history.pushState(null, '', asHere(to.href));
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
