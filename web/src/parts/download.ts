import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { address, fromFiles } from '../model/asking';
import { asAsked } from '../model/moments';
import { Part } from '../model/part';
import { say } from '../words/words';

/** Everything to take away, each as it is asked for. */
@customElement('a-download')
export class Download extends Part {
  override render() {
    const { scene } = this;
    const id = scene.election;
    const at = scene.ms ? asAsked(scene.ms) : undefined;
    const rows: [string, string][] = [
      ['record', address(id, 'record', { from: '0', to: String(scene.meta?.entries ?? 0) })],
      ['standing', address(id, 'standing', { at })],
      ...(fromFiles
        ? []
        : ([
            ['csv', `/api/elections/${id}/standing.csv${at ? `?at=${encodeURIComponent(at)}` : ''}`],
            ['feed', `/api/elections/${id}/feed.atom`],
            ['openapi', '/openapi'],
          ] as [string, string][])),
      ['story', address(id, 'story')],
      ['challenges', address(id, 'challenges')],
      ['law', address(id, 'law')],
      ['log', `/log/${id}/checkpoint`],
    ];
    return html`<section class="room"><h1 class="word">${say('download')}</h1>
      <table class="rows"><tbody>${rows.map(
        ([name, url]) =>
          html`<tr><td>${say(`download.${name}`)}</td><td><a class="under mono" href=${url}>${url}</a></td></tr>`,
      )}</tbody></table>
      ${
        fromFiles
          ? nothing
          : html`<p class="note">${say('download.publish', { year: String(scene.meta?.year ?? '') })}</p>`
      }</section>`;
  }
}
