import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../model/part';
import { say } from '../words/words';
import { momentInWords } from './reading';
import { impliedNote, undone } from './undone';

/** What a sheet of paper needs and a screen does not: notes, address, moment and source. */
@customElement('a-printed')
export class Printed extends Part {
  override render() {
    const { scene } = this;
    if (!scene.telling || scene.story!.brief) return nothing;
    const { election } = scene;
    const n = scene.standing?.entries ?? scene.meta!.entries;
    return html`<div class="printed">${undone(scene)}${impliedNote(scene)}
      <p>${say('printed', { moment: momentInWords(scene) })}
        ${say('cite.entries', { election, n, all: Math.max(n, scene.meta!.entries) })}
        ${`${location.origin}/${election}?${scene.query()}`}</p></div>`;
  }
}
