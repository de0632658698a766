import { speaking } from '../words/words';
import type { Meta } from './api';

/** The name of a state or a district in the reader's language, where the election has it. */
export function jurisdictionNameIn(meta: Meta, id: string): string | undefined {
  const found = meta.jurisdictions.find((each) => each.id === id) ?? meta.units.find((each) => each.id === id);
  return found && (speaking() === 'es' ? found.nameEs : found.name);
}
