import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fromFiles } from '../model/asking';
import { Part } from '../model/part';
import type { Room } from '../model/scene';
import { asHere } from '../model/dress';
import { say, speaking } from '../words/words';

/** A page of its own: what it needs none of the others does. */
const TEXT = '/check-text.html';
const WATCHES = '/watch.html';

/** What is asked anew for each moment has no file in a published copy. */
const ROOMS: Room[] = fromFiles
  ? ['challenges', 'record', 'law', 'download']
  : ['challenges', 'record', 'law', 'audit', 'download'];

@customElement('a-masthead')
export class Masthead extends Part {
  @state() private open = false;

  override render() {
    const { scene } = this;
    const at = scene.meta ? `?${scene.query()}` : '';
    const other = speaking() === 'en' ? 'es' : 'en';
    const dark = isDark();
    return html`
      <a class="mark" href=${
        fromFiles ? '/elections' : '/'
      }><svg width="17" height="20" viewBox="0 0 17 20" aria-hidden="true">
        <path d="M1.500 0v20M15.500 0v20" class="rail"></path><path d="M1 4.500h15" class="r3"></path>
          <path d="M1 10h15" class="r2"></path><path d="M1 15.500h15" class="r1"></path></svg>Ascertain</a>
      ${
        scene.meta
          ? html`<a class="which" href="/${scene.election}${at}">
              <span class="long">${say('title')}</span>
              <span class="short">${say('title.short')}</span> <b>${scene.meta.year}</b></a>`
          : nothing
      }
      <button type="button" class="quiet menu" aria-expanded=${this.open} @click=${() => {
        this.open = !this.open;
      }}>${say('menu')}</button>
      <nav class=${this.open ? 'open' : ''} aria-label=${say('sections')}><a href="/elections" aria-current=${
        scene.room === 'elections' ? 'page' : nothing
      }>${say('elections')}</a>
        ${
          scene.election && scene.room !== 'nowhere'
            ? ROOMS.map(
                (r) =>
                  html`<a href="/${scene.election}/${r}${at}" aria-current=${
                    scene.room === r ? 'page' : nothing
                  }>${say(`nav.${r}`)}</a>`,
              )
            : nothing
        }${
          fromFiles
            ? nothing
            : html`<a href=${asHere(WATCHES)} aria-current=${
                location.pathname === WATCHES ? 'page' : nothing
              }>${say('watch')}</a><a href=${asHere(TEXT)} aria-current=${
                location.pathname === TEXT ? 'page' : nothing
              }>${say('press')}</a>`
        }</nav>
      <span class="choices ${this.open ? 'open' : ''}"><button type="button" class="quiet" lang=${other} @click=${() =>
        choose('lang', other)}>${other === 'es' ? 'Español' : 'English'}</button>
        <button type="button" class="quiet" @click=${() => {
          choose('theme', dark ? 'light' : 'dark');
          this.requestUpdate();
        }}>${say(dark ? 'light' : 'dark')}</button></span>`;
  }
}

const isDark = () =>
  document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;

/** A reader's choice lives in the address and nowhere else: nothing is stored about readers. */
function choose(name: 'lang' | 'theme', value: string): void {
  const query = new URLSearchParams(location.search);
  query.set(name, value);
  history.replaceState(null, '', `${location.pathname}?${query}${location.hash}`);
  dispatchEvent(new Event('chosen'));
}
