import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { say } from '../words/words';

/** Something that a key does, and the button or link at the foot that does the same. */
export interface Key {
  key: string;
  says: string;
  run?: () => void;
  href?: string;
  download?: string;
}

/** Whether single letters are commands; whoever speaks to the page turns them off (WCAG 2.1.4). */
let letters = true;

/** The keys of a page: they are listened for while it is shown, and stand on a line at its foot. */
export class Keys implements ReactiveController {
  private help = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly all: () => readonly Key[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.pressed);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.pressed);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const isTyped = (event.target as Element).matches?.('input, select, textarea');
    if (isTyped || !letters || event.altKey || event.ctrlKey || event.metaKey) return;
    const found = event.key === '?' ? true : this.all().some((each) => each.key === event.key);
    if (found) this.host.querySelector<HTMLElement>(`.foot [data-key="${event.key}"]`)?.click();
  };

  /** The line at the foot. */
  foot(written: TemplateResult | typeof nothing, note: string | TemplateResult): TemplateResult {
    return html`<footer class="foot">${this.help ? this.helped() : nothing}<div>${written}${this.all().map((each) =>
      each.href
        ? html`<a href=${each.href} download=${each.download ?? nothing} data-key=${each.key}><kbd>${each.key}</kbd
            >${each.says}</a>`
        : html`<button type="button" data-key=${each.key} @click=${each.run}><kbd>${each.key}</kbd
            >${each.says}</button>`,
    )}<button type="button" class="help" data-key="?" aria-expanded=${this.help} @click=${() => {
      this.help = !this.help;
      this.host.requestUpdate();
    }}><kbd>?</kbd>${say('watch.keys')}</button><span class="live" role="status">${note}</span></div></footer>`;
  }

  private helped(): TemplateResult {
    return html`<p><label><input type="checkbox" .checked=${letters} @change=${(event: Event) => {
      letters = (event.target as HTMLInputElement).checked;
    }} /> ${say('watch.letters')}</label></p>`;
  }
}
