import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { clockWithSeconds } from '../model/moments';
import { Part } from '../model/part';
import { say } from '../words/words';

const SECOND = 1000;

/** Of a running election: that the page is live, and how fresh; where the server is away, since when. */
@customElement('a-freshness')
export class Freshness extends Part {
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.scene.live && this.requestUpdate(), SECOND) as unknown as number;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override render() {
    const { scene } = this;
    if (scene.lost) return html`<b class="ink" role="status">${say('lost')}</b>${this.since()}`;
    if (!scene.live) return nothing;
    const newest = scene.meta?.lastMs === undefined ? '' : clockWithSeconds(scene.meta.lastMs);
    const age = scene.heardAt ? Math.max(0, Math.round((Date.now() - scene.heardAt) / SECOND)) : undefined;
    const disc = html`<svg width="9" height="9" aria-hidden="true">
      <circle class="t-fill" cx="4.5" cy="4.5" r="4"></circle></svg>`;
    return html`<span class="fresh">${disc} <b class="ink">${say('live')}</b>
      <span>${
        age === undefined ? say('live.newest', { moment: newest }) : say('live.age', { moment: newest, n: age })
      }</span>
      ${
        scene.following
          ? nothing
          : html`<button type="button" class="under" @click=${() => scene.go(scene.end)}>${say('live.to')}</button>`
      }</span>`;
  }

  private since() {
    const { heardAt, live } = this.scene;
    if (!live || !heardAt) return nothing;
    const moment = new Date(heardAt).toLocaleTimeString([], { hourCycle: 'h23' });
    return html` <span>${say('live.since', { moment })}</span>`;
  }
}
