import { LitElement, type PropertyValues } from 'lit';
import { scene } from './scene';

/**
 * A part of the page. It draws into the page's own tree, so that one stylesheet and one set of hatches serve all,
 * and draws again whenever the scene changes, at most once a frame.
 */
export abstract class Part extends LitElement {
  protected readonly scene = scene;
  protected wide = 0;
  private readonly redraw = () => this.requestUpdate();
  private watch?: ResizeObserver;

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    scene.addEventListener('change', this.redraw);
    this.watch = new ResizeObserver(() => {
      this.measured();
    });
    this.watch.observe(this);
    void document.fonts.ready.then(this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    scene.removeEventListener('change', this.redraw);
    this.watch?.disconnect();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise(requestAnimationFrame);
    super.scheduleUpdate();
  }

  protected override firstUpdated(_: PropertyValues): void {
    this.measured();
  }

  private measured(): void {
    const wide = this.clientWidth;
    if (wide && wide !== this.wide) {
      this.wide = wide;
      this.requestUpdate();
    }
  }
}

export const narrow = () => matchMedia('(max-width: 760px)').matches;
