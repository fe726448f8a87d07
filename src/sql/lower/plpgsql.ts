import type { BodyStatement } from '../../postgres/body';
import type { Lowering } from './lowering';

export function plpgsqlBody(source: string, lowering: Lowering): readonly BodyStatement[] {
  return [
    {
      kind: 'unread',
      reason: 'procedural-code',
      detail: 'PL/pgSQL',
      start: Math.max(0, lowering.text.indexOf(source)),
    },
  ];
}
