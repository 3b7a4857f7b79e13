import assert from 'node:assert/strict';
import { type EscalationRequest, readEscalation } from '../../../services/herinneringen/escalation-request.ts';

describe('what follows the command escalatie', () => {
  const said: readonly (readonly [string, EscalationRequest | undefined])[] = [
    ['', {}],
    ['uit', { days: 0 }],
    ['aan', { days: 'default' }],
    ['na 3 werkdagen', { days: 3 }],
    ['uit voor AFS-2026-001', { days: 0, code: 'AFS-2026-001' }],
    ['na 10 dagen voor afs-2026-012.', { days: 10, code: 'AFS-2026-012' }],
    ['voor Omgevingsdienst Drenthe', { verband: 'Omgevingsdienst Drenthe' }],
    ['off for this channel', { days: 0 }],
    ['uit voor dit kanaal', { days: 0 }],
    ['na 61 werkdagen', undefined],
  ];
  for (const [argument, request] of said)
    it(`is read: ${argument === '' ? '(nothing)' : argument}`, () =>
      assert.deepEqual(readEscalation(argument), request));
});
