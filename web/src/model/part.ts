import { LitElement, type PropertyValues } from 'lit';
import type { Arrival } from './living';
import { scene } from './scene';

const parts = new Set<Part>();

/**
 * A part of the page. It draws into the page's own tree, so that one stylesheet and one set of hatches serve all,
 * and draws again whenever the scene changes, at most once a frame.
 */
export abstract class Part extends LitElement {
  protected readonly scene = scene;
  protected wide = 0;
  private readonly redraw = () => this.requestUpdate();
  private readonly tellArrived = (e: Event) => this.arrived((e as CustomEvent<Arrival[]>).detail);
  private watch?: ResizeObserver;
  private readonly laidOut = new Map<Element, number>();
  private atOnce = false;

  drawNow(): void {
    for (const inner of this.laidOut.keys()) this.laidOut.set(inner, inner.clientWidth);
    this.measured();
    this.requestUpdate();
    this.performUpdate();
  }

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    parts.add(this);
    scene.addEventListener('change', this.redraw);
    scene.addEventListener('arrived', this.tellArrived);
    this.watch = new ResizeObserver((all) => {
      for (const { target } of all) if (target !== this) this.remeasure(target);
      this.measured();
    });
    this.watch.observe(this);
    void document.fonts.ready.then(this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    parts.delete(this);
    scene.removeEventListener('change', this.redraw);
    scene.removeEventListener('arrived', this.tellArrived);
    this.watch?.disconnect();
  }

  /** Takes in entries of a running election, frame by frame; most parts only draw again what the scene has. */
  protected arrived(_: Arrival[]): void {}

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && !this.atOnce) await new Promise(requestAnimationFrame);
    this.atOnce = false;
    super.scheduleUpdate();
  }

  /** Only what has been drawn once knows its width: it is drawn for it at once, before anybody sees it without. */
  protected override firstUpdated(_: PropertyValues): void {
    this.atOnce = this.clientWidth > 0;
    this.measured();
  }

  /**
   * The width of a part of this one as it was laid out last. To ask the browser for it while one draws would lay out
   * the whole page once more, frame by frame.
   */
  protected wideOf(selector: string): number {
    const inner = this.querySelector(selector);
    if (!inner) return 0;
    if (!this.laidOut.has(inner)) {
      this.laidOut.set(inner, inner.clientWidth);
      this.watch?.observe(inner);
    }
    return this.laidOut.get(inner)!;
  }

  private remeasure(inner: Element): void {
    if (this.laidOut.get(inner) === inner.clientWidth) return;
    this.laidOut.set(inner, inner.clientWidth);
    this.requestUpdate();
  }

  private measured(): void {
    const wide = this.clientWidth;
    if (wide && wide !== this.wide) {
      this.wide = wide;
      this.requestUpdate();
    }
  }
}

export const narrow = () => !printing() && matchMedia('screen and (max-width: 760px)').matches;

export const printing = () => document.documentElement.classList.contains('printing');

/** Draws every part again at once, at the width that it has now: a printer does not wait for a frame. */
export function drawAll(): void {
  // Twice: a part may only then have the width that it is drawn for.
  for (let round = 0; round < 2; round++) for (const part of parts) part.drawNow();
}
