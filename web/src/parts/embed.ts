import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../model/part';
import { say } from '../words/words';

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
    return html`<div class="embed page">${
      parts[scene.view] ?? nothing
    }<p class="note"><a class="under" href="/${scene.election}?${scene.query()}" target="_blank"
      rel="noopener">Ascertain</a> ${
        scene.meta ? say('embed.source', { year: String(scene.meta.year) }) : ''
      }</p></div>`;
  }
}
