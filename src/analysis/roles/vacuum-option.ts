import type { Operation } from '../../postgres/operation';

/** Whether VACUUM or ANALYZE is told to do a thing, or not to do it; options that are not written are neither. */
export function hasVacuumOption(operation: Operation, option: string, on: boolean): boolean {
  const value =
    operation.kind === 'vacuum' || operation.kind === 'analyze' ? operation.options[option] : undefined;
  return value !== undefined && /^(?:false|off|no|0)$/i.test(value) !== on;
}
