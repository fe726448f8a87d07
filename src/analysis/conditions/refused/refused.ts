import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { COLUMN_REFUSALS } from './columns';
import { DETAIL_REFUSALS } from './details';
import { DROP_REFUSALS } from './drops';
import { FUNCTION_REFUSALS } from './functions';
import { HEIR_REFUSALS } from './heirs';
import type { RefusalJudge } from './names';
import { NAME_REFUSALS } from './names';
import { ATTACHMENT_REFUSALS } from './attachments';
import { OBJECT_REFUSALS } from './objects';
import { PUBLICATION_REFUSALS } from './publications';
import { ROW_TYPE_REFUSALS } from './row-types';
import { TYPE_REFUSALS } from './types';

/** The judge of every claim of the refusals. */
export const REFUSED: Readonly<Record<RefusalClaim, RefusalJudge>> = {
  ...COLUMN_REFUSALS,
  ...DETAIL_REFUSALS,
  ...DROP_REFUSALS,
  ...FUNCTION_REFUSALS,
  ...HEIR_REFUSALS,
  ...NAME_REFUSALS,
  ...OBJECT_REFUSALS,
  ...ATTACHMENT_REFUSALS,
  ...PUBLICATION_REFUSALS,
  ...ROW_TYPE_REFUSALS,
  ...TYPE_REFUSALS,
};
