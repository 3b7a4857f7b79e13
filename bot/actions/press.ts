import { decode } from '../../cards/action-data.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { message, type Parts, type Reply, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';
import { pressAgenda } from './agenda.ts';
import { askAgain } from './ask.ts';
import { besluitForm, cancelBesluit, recordBesluit, showBesluit, verify } from './besluit.ts';
import { decideDelivery, deliveryReport } from './bezorging.ts';
import { pressEscalatie } from './escalatie.ts';
import { loadExample } from './example.ts';
import { help, importHelp } from './help.ts';
import { herinneringen, pressReminder } from './herinneringen.ts';
import { pressKeten } from './keten.ts';
import { koppelFromCard, koppelVerband, ontkoppelVerband } from './koppel.ts';
import { klopte, listMisses, pressMiss } from './misses.ts';
import { pressMoment } from './moments.ts';
import { pressOverzicht } from './overzicht.ts';
import { pressReces } from './reces.ts';
import { pressRegel } from './regels.ts';
import { say } from './say.ts';
import { showAfspraak, showVerband } from './show.ts';
import { handOver } from './vertrek.ts';
import {
  afspraakForm,
  applyChange,
  cancelAfspraakForm,
  cancelChange,
  newAfspraak,
  saveAfspraakForm,
  undoChange,
} from './wijzigen.ts';

/** A button of one of our cards, to what it does. */
export async function press(turn: Turn, parts: Parts, verb: unknown, data: unknown): Promise<Reply> {
  const action = decode(verb, data);
  parts.log.event('button', { kind: action.kind });
  switch (action.kind) {
    case 'vraag.pagina':
      return askAgain(turn, parts, action.reading, action.page);
    case 'vraag.keuze':
      return askAgain(turn, parts, action.reading);
    case 'vraag.tekst':
      return say(turn, parts, action.text);
    case 'vraag.klopte':
      return klopte(turn, parts, action.goed, action.reading);
    case 'misvragen.pagina':
      return listMisses(turn, parts, action.page);
    case 'misvraag.beantwoorden':
    case 'misvraag.weg':
    case 'misvraag.opslaan':
      return pressMiss(turn, parts, action);
    case 'afspraak.toon':
      return showAfspraak(turn, parts, action.code);
    case 'verband.toon':
      return showVerband(turn, parts, action.verbandId, action.page);
    case 'herinnering.gezien':
    case 'herinnering.oppakken':
    case 'herinnering.uitstellen':
    case 'herinnering.klaar':
      return pressReminder(turn, parts, action);
    case 'regel.instellen':
    case 'regel.annuleren':
    case 'regel.toon':
    case 'regel.voorbeeld':
    case 'regel.hervatten':
    case 'regel.stoppen':
    case 'regel.verplaatsen':
    case 'regel.pauzeren':
    case 'regel.nu':
    case 'ladder.instellen':
    case 'ladder.terug':
    case 'ladder.annuleren':
      return pressRegel(turn, parts, action);
    case 'overzicht.uit':
    case 'overzicht.aan':
    case 'overzicht.toon':
    case 'overzicht.persoon':
      return pressOverzicht(turn, parts, action);
    case 'keten.formulier':
    case 'keten.opslaan':
    case 'keten.terug':
      return pressKeten(turn, parts, action);
    case 'escalatie.toon':
    case 'escalatie.instellen':
    case 'escalatie.terug':
      return pressEscalatie(turn, parts, action);
    case 'moment.toon':
    case 'moment.voorbeeld':
    case 'moment.nu':
    case 'moment.verplaatsen':
    case 'moment.pauzeren':
    case 'moment.hervatten':
    case 'moment.overslaan':
      return pressMoment(turn, parts, action);
    case 'herinneringen.pagina':
      return herinneringen(turn, parts, { page: action.page });
    case 'bezorging.pagina':
      return deliveryReport(turn, parts, action.page, 'replace');
    case 'bezorging.staat_er':
    case 'bezorging.opnieuw':
      return decideDelivery(turn, parts, action);
    case 'agenda.nieuw':
    case 'agenda.intrekken':
      return pressAgenda(turn, parts, action);
    case 'reces.opslaan':
    case 'reces.weg':
    case 'reces.pagina':
      return pressReces(turn, parts, action);
    case 'eigenaar.overdragen':
      return handOver(turn, parts, action);
    case 'besluit.formulier':
      return besluitForm(turn, parts, {
        ...(action.tekst !== undefined && { tekst: action.tekst }),
        ...(action.code !== undefined && { code: action.code }),
      });
    case 'besluit.vastleggen':
      return recordBesluit(turn, parts, action.formId, action.form);
    case 'besluit.annuleren':
      return cancelBesluit(turn, parts, action.formId);
    case 'besluit.toon':
      return showBesluit(turn, parts, action.identificatie);
    case 'wijziging.doorvoeren':
      return applyChange(turn, parts, action.voorstel);
    case 'wijziging.annuleren':
      return cancelChange(turn, parts, action.voorstel);
    case 'wijziging.ongedaan':
      return undoChange(turn, parts, action.voorstel);
    case 'afspraak.formulier':
      return action.code === undefined
        ? newAfspraak(turn, parts, { text: '', filter: {} })
        : afspraakForm(turn, parts, action.code);
    case 'afspraak.annuleren':
      return cancelAfspraakForm(turn, parts, action);
    case 'afspraak.opslaan':
      return saveAfspraakForm(turn, parts, action);
    case 'welkom.voorbeeld':
      return loadExample(turn, parts);
    case 'welkom.importeren':
      return importHelp(turn);
    case 'welkom.koppelen':
      return koppelFromCard(turn, parts, action.verband);
    case 'koppel':
      return koppelVerband(turn, parts, action.verbandId);
    case 'ontkoppel':
      return ontkoppelVerband(turn, parts, action.verbandId);
    case 'help':
      return help(turn);
    case 'register.verifieer':
      return verify(turn, parts);
    case 'malformed':
      return message(
        noticeCard({ kind: 'problem', sentence: sentencesIn(botTexts, turn.language).oldCard }, turn.language),
      );
  }
}
