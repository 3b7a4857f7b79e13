import type { Sentences } from '../taal/language.ts';

/** What the edge says for each fault of the store (`Fault.code`). One sentence: what is wrong and what to do next. */
export interface StoreSentences {
  readonly 'opslag-locked': string;
  readonly 'opslag-folder': string;
  readonly 'opslag-disk': string;
  readonly 'opslag-uri': string;
  readonly 'opslag-uri-weak': string;
  readonly 'opslag-server-unsafe': string;
  readonly 'opslag-unreachable': string;
  readonly 'opslag-uncertain': string;
}

export const storeSentences: Sentences<StoreSentences> = {
  nl: {
    'opslag-locked':
      'De map met gegevens is al in gebruik door een ander Ketenregie-proces. Stop dat eerst, of kies een andere map met DATA_DIR.',
    'opslag-folder':
      'De map met gegevens is beschadigd of niet te lezen en te schrijven. Controleer de rechten op de map, zet een reservekopie terug, of kies een andere map met DATA_DIR.',
    'opslag-disk':
      'De schijf weigert te schrijven, dus er is niets zeker opgeslagen. Controleer of de schijf vol is en probeer het daarna opnieuw.',
    'opslag-uri':
      'MONGODB_URI is geen geldig adres van een MongoDB-server. Controleer hoe het is geschreven: het begint met mongodb:// of mongodb+srv://.',
    'opslag-uri-weak':
      'MONGODB_URI bevat een instelling waarmee opgeslagen gegevens verloren kunnen gaan. Haal die instelling weg; het logboek noemt de naam.',
    'opslag-server-unsafe':
      'Deze databaseserver laat twee gelijktijdige wijzigingen allebei winnen, zodat antwoorden verloren gaan. Gebruik MongoDB 6 of later, of haal MONGODB_URI weg.',
    'opslag-unreachable':
      'De database antwoordt niet. Probeer het over een paar minuten opnieuw; blijft het zo, controleer dan MONGODB_URI en de server.',
    'opslag-uncertain':
      'Het is niet zeker of dit is opgeslagen, want de verbinding met de database viel weg. Kijk eerst of het er staat voordat je het opnieuw doet.',
  },
  en: {
    'opslag-locked':
      'The data folder is already in use by another Ketenregie process. Stop that one first, or choose another folder with DATA_DIR.',
    'opslag-folder':
      'The data folder is damaged, or cannot be read and written. Check the permissions of the folder, restore a backup, or choose another folder with DATA_DIR.',
    'opslag-disk':
      'The disk refuses to write, so nothing is certain to be stored. Check whether the disk is full and then try again.',
    'opslag-uri':
      'MONGODB_URI is not a valid address of a MongoDB server. Check how it is written: it starts with mongodb:// or mongodb+srv://.',
    'opslag-uri-weak':
      'MONGODB_URI holds a setting with which stored data can be lost. Remove that setting; the log gives its name.',
    'opslag-server-unsafe':
      'This database server lets two changes at the same moment both win, so that answers are lost. Use MongoDB 6 or later, or remove MONGODB_URI.',
    'opslag-unreachable':
      'The database does not answer. Try again in a few minutes; if it stays so, check MONGODB_URI and the server.',
    'opslag-uncertain':
      'It is not certain that this was stored, because the connection to the database was lost. Look whether it is there before you do it again.',
  },
};
