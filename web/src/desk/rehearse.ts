import { customElement } from 'lit/decorators.js';
import { say } from '../words/words';
import { Screen } from './screen';

@customElement('a-rehearse')
export class Rehearse extends Screen {
  override render() {
    return this.heading(say('room.rehearse'));
  }
}
