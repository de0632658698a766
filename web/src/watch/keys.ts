import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { command, letterChoice } from '../parts/letters';
import { say } from '../words/words';

/** Something that a key does, and the button or link at the foot that does the same. */
export interface Key {
  key: string;
  says: string;
  run?: () => void;
  href?: string;
  download?: string;
}

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
    const key = command(event);
    const found = key === '?' || this.all().some((each) => each.key === key);
    if (found) this.host.querySelector<HTMLElement>(`.foot [data-key="${key}"]`)?.click();
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
    return html`<p>${letterChoice()}</p>`;
  }
}
