import { html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { SPEEDS, ZOOMS } from '../model/axis';
import { closingsOf, type Closing } from '../model/closings';
import type { Happening } from '../model/events';
import { brief, clock, day, given } from '../model/moments';
import { narrow, Part } from '../model/part';
import { say } from '../words/words';
import { card } from './card';
import { happened, said } from './marks';
import { window_ } from './reading';
import { impliedNote, undone } from './undone';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The moment: a line over the whole election with a mark wherever something changed stage, and the means to move
 * along it.
 */
@customElement('a-scrubber')
export class Scrubber extends Part {
  private last = 0;

  override render() {
    const { scene } = this;
    // Of a story in brief, what lies before and after the moment is not there yet.
    const event = scene.story?.brief ? undefined : scene.event;
    return html`
    <div class="ctl" role="group" aria-label=${say('moving')}>
      <button type="button" class="ic" aria-label=${say('previous')} @click=${() => scene.step(-1)}>
        <svg viewBox="0 0 16 16"><path d="M12 3 5 8l7 5zM4 3v10"></path></svg></button>
      <button type="button" class="ic" aria-label=${say(
        scene.playing ? 'pause' : 'play',
      )} @click=${() => this.toggle()}><svg viewBox="0 0 16 16"><path d=${
        scene.playing ? 'M4 3h2v10h-2zM10 3h2v10h-2z' : 'M4 2.500 13 8l-9 5.500z'
      }></path></svg></button>
      <button type="button" class="ic" aria-label=${say('next')} @click=${() => scene.step(1)}><svg viewBox="0 0 16 16">
        <path d="m4 3 7 5-7 5zM12 3v10"></path></svg></button>
    </div>
    <div class="event">
      ${
        narrow() && scene.touched && !scene.playing
          ? html`<div class="touched">${card(scene, scene.touched)}</div>`
          : html`<p>${
              event
                ? html`<b>${this.at(event)}</b><span lang=${said(scene, event.mark)}>${happened(scene, event)}</span>`
                : nothing
            }</p>`
      }
      ${this.zooms()}
      ${narrow() ? nothing : html`${undone(scene)}${impliedNote(scene)}`}
    </div>
    <div class="axis ${this.closings().length ? 'polled' : ''}">
      <input type="range" min="0" max="10000" step="1" aria-label=${say('moment')} .value=${String(this.place())}
        aria-valuetext=${`${day(scene.ms)} ${clock(scene.ms)}`} @input=${this.slide} @keydown=${this.keyed}>
      ${this.drawn()}
      ${this.legend()}
    </div>`;
  }

  private at({ ms, mark, places }: Happening): string {
    return mark.at && places.length < 2 ? given(mark.at, mark.about) : brief(ms);
  }

  /** Which part of the axis is shown, and how fast it plays. */
  private zooms() {
    const { scene } = this;
    const zooms = ZOOMS.filter((zoom) => zoom !== 'night' || scene.night);
    return html`<div class="zooms">
      <span class="spans" role="group" aria-label=${say('zoom')}>${zooms.map(
        (zoom) => html`<button type="button" class="tab" aria-pressed=${zoom === scene.zoom}
          @click=${() => scene.turn(zoom)}>${say(`span.${zoom}`)}</button>`,
      )}</span>
      <span class="spans speeds" role="group" aria-label=${say('speed')}>${SPEEDS[scene.zoom].map(
        (speed, i, all) => html`<button type="button" class="tab" aria-pressed=${speed === scene.speed}
          aria-label=${say(`speed.${speed}`)}
              @click=${() => scene.set({ speed })}>${say(`speed.${speed}`).replace(
                i < all.length - 1 ? / .*$/ : /$/,
                '',
              )}</button>`,
      )}</span></div>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scene.playing = false;
  }

  private place(): number {
    const { start, end } = window_(this.scene);
    return Math.round(((this.scene.ms - start) / (end - start)) * 10000);
  }

  private slide = (e: Event) => {
    const { start, end } = window_(this.scene);
    this.scene.go(start + (Number((e.target as HTMLInputElement).value) / 10000) * (end - start));
  };

  private keyed = (e: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowRight: () => this.scene.step(1),
      ArrowLeft: () => this.scene.step(-1),
      ArrowUp: () => this.scene.step(1),
      ArrowDown: () => this.scene.step(-1),
      PageUp: () => this.scene.go(this.scene.ms + DAY),
      PageDown: () => this.scene.go(this.scene.ms - DAY),
      Home: () => this.scene.go(this.scene.start),
      End: () => this.scene.go(this.scene.end),
    };
    if (steps[e.key]) {
      e.preventDefault();
      e.stopPropagation();
      steps[e.key]();
    }
  };

  private toggle(): void {
    const { scene } = this;
    scene.playing = !scene.playing;
    if (scene.playing) {
      if (scene.ms >= scene.end) scene.ms = scene.start;
      this.last = performance.now();
      requestAnimationFrame(this.play);
    }
    scene.go(scene.ms);
  }

  private play = (time: number) => {
    const { scene } = this;
    if (!scene.playing) return;
    const passed = Math.min(time - this.last, 100);
    this.last = time;
    if (scene.ms + passed * scene.speed >= scene.end) scene.playing = false;
    scene.go(scene.ms + passed * scene.speed);
    requestAnimationFrame(this.play);
  };

  private drawn() {
    const { scene } = this;
    const w = this.wideOf('.axis');
    if (scene.story?.brief) return nothing;
    if (!w) {
      queueMicrotask(() => this.requestUpdate());
      return svg`<svg></svg>`;
    }
    const { start, end } = window_(scene);
    const x = (ms: number) => ((ms - start) / (end - start)) * w;
    const y = 12,
      now = x(Math.min(Math.max(scene.ms, start), end));
    const here = brief(scene.ms),
      hereWide = here.length * 6.2 + 8;
    const at = Math.min(Math.max(now, hereWide / 2), w - hereWide / 2);
    const taken: [number, number][] = [[at - hereWide / 2, at + hereWide / 2]];
    const free = (from: number, to: number) => from >= -1 && to <= w + 1 && taken.every(([a, b]) => to < a || from > b);
    const labels: { text: string; x: number; anchor: string }[] = [];
    const put = (ms: number, text: string, anchor: 'start' | 'middle' | 'end') => {
      const wide = text.length * 5.9 + 12,
        p = x(ms);
      const from = anchor === 'start' ? p : anchor === 'end' ? p - wide : p - wide / 2;
      if (free(from, from + wide)) {
        taken.push([from, from + wide]);
        labels.push({ text, x: p, anchor });
      }
    };
    const long = end - start > 4 * DAY;
    put(start, long ? day(start) : scene.zoom === 'night' ? clock(start) : brief(start), 'start');
    put(end, long ? day(end) : scene.zoom === 'night' ? clock(end) : brief(end), 'end');
    for (const m of scene.marks)
      if (m.kind === 'majority' && m.ms >= start && m.ms <= end) put(m.ms, long ? day(m.ms) : clock(m.ms), 'middle');
    if (!long) for (let hour = start + 2 * HOUR; hour < end; hour += 2 * HOUR) put(hour, clock(hour), 'middle');
    const polls = this.closings().filter((c) => c.ms >= start && c.ms <= end);
    const below = y + (polls.length ? 36 : 21);
    return svg`<svg width=${w} height=${below + (narrow() ? 3 : 5)} aria-hidden="true">
      <path class="baseline" d="M0 ${y}H${w}"></path>
      ${this.polls(polls, x, y)}
      ${guard([scene.happened, start, end, w], () => this.ticks(x, y))}
      <path class="cursor" d="M${now} 0V${y}"></path><circle class="thumb" cx=${now} cy=${y} r="6.500"></circle>
      ${labels.map((l) => svg`<text x=${l.x} y=${below} text-anchor=${l.anchor}>${l.text}</text>`)}
      <text class="here" x=${at} y=${below} text-anchor="middle">${here}</text>
    </svg>`;
  }

  private legend() {
    const told = this.closings().length && !narrow() && !this.scene.story?.brief;
    return told ? html`<p class="legend">▮ ${say('axis.polls')}</p>` : nothing;
  }

  /** One for each thing that happened; they stay as they are while the moment moves between them. */
  private ticks(x: (ms: number) => number, y: number) {
    const { start, end } = window_(this.scene);
    let seen = -2;
    return this.scene.happened.map((h) => {
      if (h.ms < start || h.ms > end) return nothing;
      const p = Math.round(x(h.ms) * 2) / 2;
      const turn = h.kind === 'majority' || h.kind === 'undone';
      const several = h.places.length > 1;
      if (!turn && !several && p - seen < 1) return nothing;
      seen = p;
      const tall = turn ? 8 : several ? 10 : 5;
      const d = h.kind === 'undone' ? `M${p - 2.5} ${y - 9}l5 5m0 -5l-5 5` : `M${p} ${y - tall}V${y}`;
      return svg`<path class="tick ${several ? 'majority' : h.kind}" d=${d}></path>`;
    });
  }

  /** Poll closings are a matter of hours: the night alone shows them. */
  private closings(): Closing[] {
    const { scene } = this;
    return scene.zoom === 'night' && scene.meta ? closingsOf(scene.meta) : [];
  }

  /** Below the line, as tall as its electors: filled where the polls have closed, hollow where they are still open. */
  private polls(closings: Closing[], x: (ms: number) => number, y: number) {
    const most = Math.max(...closings.map((c) => c.electors));
    let taken = -Infinity;
    return closings.map(({ ms, electors }) => {
      const at = Math.round(x(ms));
      const tall = Math.max((electors / most) * 14, 2);
      const wide = String(electors).length * 6.2 + 5;
      const told = at + 4 > taken;
      if (told) taken = at + 4 + wide;
      return svg`<rect class="poll ${ms > this.scene.ms ? 'open' : ''}" x=${at - 1.5} y=${y + 3} width="3"
        height=${tall}></rect>${told ? svg`<text class="polls" x=${at + 4} y=${y + 12}>${electors}</text>` : nothing}`;
    });
  }
}
