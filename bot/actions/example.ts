import { noticeCard } from '../../cards/notice-card.ts';
import { importFile } from '../../services/register/import/import-file.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { exampleFiles, exampleVerband } from '../../services/voorbeeld/example.ts';
import { message, type Parts, type Reply, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';

/** Fills an empty register with the example, so that somebody can try everything at once. Never mixes it with real afspraken. */
export async function loadExample(turn: Turn, parts: Parts): Promise<Reply> {
  const texts = sentencesIn(botTexts, turn.language);
  const isExample = turn.view.afsprakenCount > 0 || turn.view.verbanden.length > 0;
  if (isExample) return message(noticeCard({ kind: 'note', sentence: texts.exampleNotEmpty }, turn.language));
  const { verbanden, afspraken } = await fillWithExample(turn, parts);
  const verband = parts.register.names().resolveVerband(exampleVerband);
  return message(
    noticeCard(
      {
        kind: 'done',
        sentence: texts.exampleLoaded(verbanden, afspraken),
        next: [
          ...(verband.kind === 'found'
            ? [
                {
                  title: texts.bindTo(exampleVerband),
                  button: { kind: 'koppel', verbandId: verband.verband._id } as const,
                },
              ]
            : []),
          { title: texts.helpButton, button: { kind: 'help' } },
        ],
      },
      turn.language,
    ),
  );
}

/** The example through the ordinary import; used by the demo as well. */
export async function fillWithExample(
  at: Pick<Turn, 'today'>,
  parts: Pick<Parts, 'register' | 'clock' | 'timeZone'>,
): Promise<{ readonly verbanden: number; readonly afspraken: number }> {
  for (const file of exampleFiles(at.today))
    await importFile(file, { register: parts.register, clock: parts.clock, timeZone: parts.timeZone, by: 'voorbeeld' });
  const view = await parts.register.refresh();
  return { verbanden: view.verbanden.length, afspraken: view.afsprakenCount };
}
