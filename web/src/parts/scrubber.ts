import { html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { brief, clock, day, given } from '../model/moments';
import { narrow, Part } from '../model/part';
import { SPANS, SPEEDS } from '../model/scene';
import { say } from '../words/words';
import { said, told } from './marks';
import { window_ } from './reading';
import { impliedNote, undone } from './undone';

const DAY = 86_400_000;

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
      <select aria-label=${say('speed')} @change=${(e: Event) =>
        scene.set({ speed: Number((e.target as HTMLSelectElement).value) })}>
        ${SPEEDS.map((_, i) => html`<option value=${i} ?selected=${i === scene.speed}>${say(`speed.${i}`)}</option>`)}
      </select>
    </div>
    <div class="event">
      <p>${
        event
          ? html`<b>${
              event.at ? given(event.at, event.about) : brief(event.ms)
            }</b><span lang=${said(scene, event)}>${told(scene, event)}</span>`
          : nothing
      }</p>
      <span class="spans" role="group" aria-label=${say('zoom')}>${SPANS.map(
        (_, i) =>
          html`<button type="button" class="tab" aria-pressed=${i === scene.span} @click=${() =>
            scene.set({ span: i })}>${say(`span.${i}`)}</button>`,
      )}</span>
      ${narrow() ? nothing : html`${undone(scene)}${impliedNote(scene)}`}
    </div>
    <div class="axis">
      <input type="range" min="0" max="10000" step="1" aria-label=${say('moment')} .value=${String(this.place())}
        aria-valuetext=${`${day(scene.ms)} ${clock(scene.ms)}`} @input=${this.slide} @keydown=${this.keyed}>
      ${this.drawn()}
    </div>`;
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
    if (scene.ms + passed * SPEEDS[scene.speed] >= scene.end) scene.playing = false;
    scene.go(scene.ms + passed * SPEEDS[scene.speed]);
    requestAnimationFrame(this.play);
  };

  private drawn() {
    const { scene } = this;
    const axis = this.querySelector<HTMLElement>('.axis');
    const w = axis?.clientWidth ?? 0;
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
    put(start, long ? day(start) : brief(start), 'start');
    put(end, long ? day(end) : brief(end), 'end');
    for (const m of scene.marks)
      if (m.kind === 'majority' && m.ms >= start && m.ms <= end) put(m.ms, long ? day(m.ms) : clock(m.ms), 'middle');
    let seen = -2;
    return svg`<svg width=${w} height=${narrow() ? 36 : 38} aria-hidden="true">
      <path class="baseline" d="M0 ${y}H${w}"></path>
      ${scene.marks.map((m) => {
        if (m.ms < start || m.ms > end) return nothing;
        const p = Math.round(x(m.ms) * 2) / 2;
        const strong = m.kind === 'majority' || m.kind === 'undone';
        if (!strong && p - seen < 1) return nothing;
        seen = p;
        return svg`<path class="tick ${m.kind}" d=${
          m.kind === 'undone' ? `M${p - 2.5} ${y - 9}l5 5m0 -5l-5 5` : `M${p} ${y - (strong ? 8 : 5)}V${y}`
        }></path>`;
      })}
      <path class="cursor" d="M${now} 0V${y}"></path><circle class="thumb" cx=${now} cy=${y} r="6.500"></circle>
      ${labels.map((l) => svg`<text x=${l.x} y=${y + 21} text-anchor=${l.anchor}>${l.text}</text>`)}
      <text class="here" x=${at} y=${y + 21} text-anchor="middle">${here}</text>
    </svg>`;
  }
}
