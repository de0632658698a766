import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../model/part';
import { say } from '../words/words';
import { momentInWords } from './reading';
import { title } from './title';

/** One part of the page alone, for another page's frame, with the way back to its source. */
@customElement('a-embed')
export class Embed extends Part {
  override render() {
    const { scene } = this;
    const parts: Record<string, unknown> = {
      headline: html`<a-headline></a-headline>`,
      ladder: html`<a-headline></a-headline><a-ladder></a-ladder>`,
      strips: html`<a-ladder></a-ladder>`,
      map: html`<a-where></a-where>`,
      tiles: html`<a-where></a-where>`,
      when: html`<a-official></a-official>`,
      jurisdiction: html`<a-jurisdiction></a-jurisdiction>`,
    };
    if (scene.view === 'tiles' && scene.map !== 'electors') scene.map = 'electors';
    const headed = scene.view === 'headline' || scene.view === 'ladder';
    const head =
      scene.telling && !headed ? `${title(scene).replace(/ – Ascertain$/, '')}. ${momentInWords(scene)}.` : '';
    const way = html`<a class="under" href="/${scene.election}?${scene.query()}" target="_blank"
      rel="noopener">Ascertain</a>`;
    return html`<div class="embed page">${head ? html`<p class="dateline"><b class="ink">${head}</b></p>` : nothing}
      ${parts[scene.view] ?? nothing}
      <p class="note">${way} ${scene.meta ? say('embed.source', { year: String(scene.meta.year) }) : ''}</p></div>`;
  }
}
