import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fromFiles } from '../model/asking';
import { given } from '../model/moments';
import { Part } from '../model/part';
import { sentence, stopsOf, type Stops } from '../model/stops';
import { say } from '../words/words';

/** While nothing comes, nothing tells of a freeze: so it is asked for, by readers not all at once. */
const AGAIN = 8_000;

/** Says when what one sees stands still, since when and why, and which entries are looked into. */
@customElement('a-stopped')
export class Stopped extends Part {
  @state() private stops: Stops = { holds: [] };
  private election = '';
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render() {
    const { scene } = this;
    if (fromFiles || !scene.live || !scene.election) return nothing;
    if (this.election !== scene.election) {
      this.election = scene.election;
      clearTimeout(this.timer);
      void this.ask();
    }
    const { freeze, holds } = this.stops;
    if (!freeze?.frozen && !holds.length) return nothing;
    return html`<section class="stopped" role="status">${
      freeze?.frozen
        ? html`<p><b>${say('stopped.frozen', { when: given(freeze.since!) })}</b> ${sentence(freeze.reason)}
            ${say('stopped.on')}</p>`
        : nothing
    }${holds.map(
      ({ entry, since, reason }) =>
        html`<p><a class="under" href="/${scene.election}/record?entry=${entry}">${say('stopped.held', {
          n: String(entry),
          when: given(since),
        })}</a> ${sentence(reason)}</p>`,
    )}</section>`;
  }

  private async ask(): Promise<void> {
    const { election } = this;
    if (!document.hidden) {
      const stops = await stopsOf(election).catch(() => this.stops);
      if (election !== this.election) return;
      this.stops = stops;
    }
    this.timer = window.setTimeout(() => void this.ask(), AGAIN * (1 + Math.random() / 2));
  }
}
