import { Fault } from '../services/fault.ts';
import { storeSentences } from '../services/opslag/texts.ts';

/** Why the bot did not start, as one Dutch line that says what to do. */
export function startFault(error: unknown, port: number): string {
  if (error instanceof Fault && isStoreCode(error.code))
    return `Ketenregie start niet: ${storeSentences.nl[error.code]}`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Ketenregie start niet: poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort met PORT.`;
  if (code === 'EACCES')
    return `Ketenregie start niet: poort ${port} mag dit account niet openen. Kies een poort boven 1024 met PORT.`;
  return 'Ketenregie start niet door een onverwachte fout. De laatste regel van het log zegt waar.';
}

const isStoreCode = (code: string): code is keyof typeof storeSentences.nl => code in storeSentences.nl;
