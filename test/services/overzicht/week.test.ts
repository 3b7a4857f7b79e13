import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { openBesluitenregister } from '../../../services/besluiten/besluitenregister.ts';
import { react } from '../../../services/herinneringen/reactions.ts';
import { kanaalId } from '../../../services/kanalen/kanalen.ts';
import { readPersoonlijk } from '../../../services/overzicht/persoonlijk.ts';
import { isLeeg, readWeekoverzicht } from '../../../services/overzicht/week.ts';
import { addressOf, openStand, timeZone } from '../herinneringen/stand.ts';

const codes = (found: readonly { readonly afspraak: { readonly _id: string } }[]) =>
  found.map(({ afspraak }) => afspraak._id);

async function openWeek(start: string) {
  const stand = await openStand(start);
  const besluiten = openBesluitenregister({ store: stand.store, clock: stand.clock, timeZone, random: randomBytes });
  const parts = { store: stand.store, besluiten, timeZone };
  let forms = 0;
  return Object.assign(stand, {
    parts,
    read: (verbanden: readonly string[], missed = 0) =>
      readWeekoverzicht(
        { ...parts, view: stand.register.view() },
        { _id: kanaalId(addressOf('kanaal-een')), verbanden },
        stand.clock.now(),
        missed,
      ),
    async besluit(onderwerp: string, verband: string, afspraken: readonly string[] = []) {
      forms += 1;
      const outcome = await besluiten.recordBesluit({
        formId: `formulier-${forms}`,
        form: {
          onderwerp,
          datum: '2026-11-20',
          ingangsdatum: '2026-11-20',
          bestuursorgaan: 'AB',
          afspraken: afspraken.join(' '),
        },
        verband,
        knownAfspraak: (code) => stand.register.view().afspraak(code) !== undefined,
        by: { naam: 'Voorbeeld Vermeer' },
      });
      assert.equal(outcome.kind, 'recorded');
    },
  });
}

describe('the overview of a week', () => {
  it('tells what comes within two weeks, soonest first, with the last day to give notice', async () => {
    const stand = await openWeek('2026-11-23 09:00');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-07' });
    await stand.addAfspraak({ _id: 'AFS-2026-002', herijking: '2026-12-08' });
    await stand.addAfspraak({ _id: 'AFS-2026-003', einddatum: '2027-06-01', opzegtermijn: 'P6M' });
    await stand.addAfspraak({ _id: 'AFS-2026-004', rapportagedatum: '2026-11-23' });
    await stand.addAfspraak({ _id: 'AFS-2026-005', herijking: '2026-12-01', status: 'afgerond' });
    await stand.addAfspraak({ _id: 'AFS-2026-006', herijking: '2026-12-01', verband: 'v2' });
    const { komend, teLaat } = await stand.read(['v1']);
    assert.deepEqual(
      komend.map(({ afspraak, kind, datum }) => [afspraak._id, kind, datum]),
      [
        ['AFS-2026-004', 'rapportage', '2026-11-23'],
        ['AFS-2026-003', 'opzeggen', '2026-12-01'],
        ['AFS-2026-001', 'herijking', '2026-12-07'],
      ],
    );
    assert.deepEqual(teLaat, []);
  });

  it('tells of each afspraak that is late the date that passed first', async () => {
    const stand = await openWeek('2026-11-23 09:00');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-11-20', rapportagedatum: '2026-10-01' });
    await stand.addAfspraak({ _id: 'AFS-2026-002', einddatum: '2026-11-22', soort: 'evaluatie' });
    const { teLaat } = await stand.read(['v1']);
    assert.deepEqual(
      teLaat.map(({ afspraak, kind, datum }) => [afspraak._id, kind, datum]),
      [
        ['AFS-2026-001', 'rapportage', '2026-10-01'],
        ['AFS-2026-002', 'einde', '2026-11-22'],
      ],
    );
  });

  it('tells what was reported as done in the last week, once, and no longer as coming', async () => {
    const stand = await openWeek('2026-11-23 08:00');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-07', ritme: 'eenmalig' });
    stand.setTime('2026-11-23 09:00');
    await stand.round();
    const [occurrence] = await stand.all();
    const press = { button: 'klaar', by: { naam: 'Voorbeeld Zwaan' }, at: stand.clock.now() } as const;
    for (let count = 0; count < 2; count += 1)
      await react({ store: stand.store, register: stand.register, timeZone }, occurrence?._id ?? '', press);
    stand.setTime('2026-11-30 09:00');
    const now = await stand.read(['v1']);
    assert.deepEqual(codes(now.klaar), ['AFS-2026-001']);
    assert.deepEqual(now.komend, []);
    stand.setTime('2026-12-02 09:00');
    assert.deepEqual((await stand.read(['v1'])).klaar, [], 'longer than a week ago');
    assert.deepEqual(codes((await stand.read(['v1'], 1)).klaar), ['AFS-2026-001'], 'unless one was missed');
    assert.deepEqual((await stand.read(['v2'], 1)).klaar, []);
  });

  it('tells the besluiten of its verbanden that were recorded in the last week', async () => {
    const stand = await openWeek('2026-11-23 09:00');
    await stand.addAfspraak({ _id: 'AFS-2026-001', verband: 'v2', vertrouwelijkheid: 'vertrouwelijk' });
    await stand.besluit('Verlengen', 'v1');
    await stand.besluit('Van een ander', 'v2');
    await stand.besluit('Ook over iets geheims van een ander', 'v1', ['AFS-2026-001']);
    const told = async (verbanden: readonly string[]) =>
      (await stand.read(verbanden)).besluiten.map(({ onderwerp }) => onderwerp);
    assert.deepEqual(await told(['v1']), ['Verlengen']);
    assert.equal((await told(['v1', 'v2'])).length, 3);
    stand.setTime('2026-12-02 09:00');
    assert.deepEqual(await told(['v1']), []);
  });

  it('is empty when nothing comes, is late or happened', async () => {
    const stand = await openWeek('2026-11-23 09:00');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-12-07' });
    assert.equal(isLeeg(await stand.read(['v1'])), true);
    assert.equal(isLeeg(await stand.read([])), true);
  });
});

describe('the overview of a person', () => {
  const owner = { naam: 'Voorbeeld Zwaan', email: 'zwaan@voorbeeld.example' };
  const inChat = { aadId: 'aad-zwaan', verbanden: [] } as const;

  async function openPersoon() {
    const stand = await openWeek('2026-11-23 08:00');
    await stand.bind('kanaal-een');
    const press = async (id: string, aadId: string | undefined) =>
      react({ store: stand.store, register: stand.register, timeZone }, id, {
        button: 'oppakken',
        by: { naam: 'Voorbeeld Zwaan', ...(aadId !== undefined && { aadId }) },
        at: stand.clock.now(),
      });
    const read = (persoon: Parameters<typeof readPersoonlijk>[1]) =>
      readPersoonlijk({ ...stand.parts, view: stand.register.view() }, persoon, stand.clock.now());
    return Object.assign(stand, { press, readPersoon: read });
  }

  it('tells what they own, and nothing vertrouwelijk, not even their own', async () => {
    const stand = await openPersoon();
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-01', eigenaar: owner });
    await stand.addAfspraak({ _id: 'AFS-2026-002', herijking: '2026-11-01', eigenaar: owner });
    await stand.addAfspraak({
      _id: 'AFS-2026-003',
      herijking: '2026-12-01',
      eigenaar: owner,
      vertrouwelijkheid: 'vertrouwelijk',
    });
    await stand.addAfspraak({ _id: 'AFS-2026-004', herijking: '2026-12-01', eigenaar: { naam: 'Ander Zwaan' } });
    const mine = await stand.readPersoon({ ...inChat, eigenaar: owner });
    assert.equal(mine.eigen, 2);
    assert.deepEqual(codes(mine.komend), ['AFS-2026-001']);
    assert.deepEqual(codes(mine.teLaat), ['AFS-2026-002']);
    assert.deepEqual(mine.onvolledig[0]?.gaten, ['einddatum']);
    const unconfirmed = await stand.readPersoon(inChat);
    assert.equal(unconfirmed.eigen + unconfirmed.komend.length + unconfirmed.teLaat.length, 0);
  });

  it('tells what they took up until it is done, moved or taken over', async () => {
    const stand = await openPersoon();
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-07' });
    stand.setTime('2026-11-23 09:00');
    await stand.round();
    const id = (await stand.all())[0]?._id ?? '';
    const taken = async (aadId: string) => (await stand.readPersoon({ aadId, verbanden: [] })).opgepakt.length;
    assert.equal(await taken('aad-zwaan'), 0);
    await stand.press(id, 'aad-zwaan');
    assert.equal(await taken('aad-zwaan'), 1);
    stand.pass(60_000);
    await stand.press(id, 'aad-vermeer');
    assert.deepEqual([await taken('aad-zwaan'), await taken('aad-vermeer')], [0, 1]);
    await stand.changeAfspraak('AFS-2026-001', { herijking: '2027-12-07' });
    assert.equal(await taken('aad-vermeer'), 0);
    await stand.changeAfspraak('AFS-2026-001', { herijking: '2026-12-07' });
    const press = { button: 'klaar', by: { naam: 'Voorbeeld Vermeer' }, at: stand.clock.now() } as const;
    await react({ store: stand.store, register: stand.register, timeZone }, id, press);
    assert.equal(await taken('aad-vermeer'), 0);
  });

  it('does not repeat outside the channel what is vertrouwelijk there', async () => {
    const stand = await openPersoon();
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-07', vertrouwelijkheid: 'vertrouwelijk' });
    stand.setTime('2026-11-23 09:00');
    await stand.round();
    await stand.press((await stand.all())[0]?._id ?? '', 'aad-zwaan');
    assert.deepEqual((await stand.readPersoon(inChat)).opgepakt, []);
  });
});
