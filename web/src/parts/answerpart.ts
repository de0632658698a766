import { state } from 'lit/decorators.js';
import { once } from '../model/asking';
import { Part } from '../model/part';

/** A part that shows one answer of the program, or the sentence by which that was refused. */
export abstract class AnswerPart extends Part {
  @state() protected refusal = '';

  /** Asks, once for a key while the page is open, and has the answer taken or the refusal shown. */
  protected learn<T>(key: string, get: () => Promise<T>, take: (answer: T) => void): void {
    once(key, get).then(take, (fault) => {
      this.refusal = (fault as Error).message;
    });
  }
}
