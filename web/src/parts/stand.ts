import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { dayAndYear } from '../model/moments';
import { narrow, Part } from '../model/part';
import { say } from '../words/words';
import { nameOf } from './marks';

/** Of an election that is over: that it is, how it ended, and where in its course the page stands. */
@customElement('a-stand')
export class Stand extends Part {
  override render() {
    const { scene } = this;
    const ended = scene.story && !scene.live ? this.ended() : '';
    if (!ended) return scene.story?.brief && !scene.live ? this.coming() : nothing;
    const to = (ms: number, key: string) => html`<button type="button" class="under"
      ?disabled=${scene.ms === ms} @click=${() => scene.go(ms)}>${say(key)}</button>`;
    const voted = this.voted();
    return html`<p class="stand"><span>${ended} ${narrow() ? nothing : this.seen()}</span>
      <span class="ways">${to(scene.start, 'start.from')}
      ${voted === undefined ? nothing : to(voted, 'start.decided')} ${to(scene.end, 'start.to')}</span></p>`;
  }

  /** A story in brief may not tell how it ended: the place is kept, so that nothing moves when it does. */
  private coming() {
    return html`<p class="stand coming"><span>\u00a0</span>
      <span class="ways"><button type="button" class="under" disabled>${say('start.from')}</button></span></p>`;
  }

  private ended(): string {
    const { scene } = this;
    const year = String(scene.meta!.year);
    const office = scene.story!.majorities.findLast((m) => m.stage === 'in-office');
    if (office)
      return say('stand.over', { year, who: nameOf(scene, office.candidate), day: dayAndYear(office.sinceMs) });
    const declared = scene.story!.majorities.findLast((m) => m.stage === 'declared');
    return declared ? say('stand.declared', { year, who: nameOf(scene, declared.candidate) }) : '';
  }

  private voted(): number | undefined {
    return this.scene.story!.majorities.findLast((m) => m.stage === 'voted' && m.untilMs === undefined)?.sinceMs;
  }

  private seen(): string {
    const { ms, end } = this.scene;
    if (ms >= end) return say('stand.see.end');
    const moment = dayAndYear(ms);
    return say(ms === this.voted() ? 'stand.see.decided' : 'stand.see', { moment });
  }
}
