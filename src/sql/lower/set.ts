import type {
  AlterDatabaseSetStmt,
  AlterRoleSetStmt,
  AlterSystemStmt,
  ConstraintsSetStmt,
  VariableSetStmt,
  VariableShowStmt,
} from '@pgsql/types';
import { printName } from '../../postgres/name';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { relationName, roleName } from './names';
import { valueText } from './options';

/** SET and RESET. Names of settings are not case-sensitive: they come in lower case. */
export function set(node: VariableSetStmt, { needs }: Lowering): readonly Operation[] {
  const name = (node.name ?? '').toLowerCase();
  const local = node.is_local === true;
  if (name === 'default_with_oids' && settingValue(node) === 'true') needs.until(12, 'default_with_oids');
  switch (node.kind ?? 'VAR_SET_CURRENT') {
    case 'VAR_SET_VALUE':
      return [{ kind: 'set', name, value: settingValue(node), local }];
    case 'VAR_SET_DEFAULT':
      return [{ kind: 'set', name, value: null, local }];
    case 'VAR_SET_MULTI':
      return [{ kind: 'set-transaction', session: name === 'session characteristics' }];
    case 'VAR_RESET':
      return [{ kind: 'reset', name }];
    case 'VAR_RESET_ALL':
      return [{ kind: 'reset', name: null }];
    case 'VAR_SET_CURRENT':
      return [{ kind: 'unmodelled', node: 'VariableSetStmt' }];
  }
}

/** The value of SET: several are joined by a comma and a space; null for DEFAULT. */
export function settingValue(node: VariableSetStmt): string | null {
  if (node.args === undefined) return null;
  return node.args.map((each) => valueText(each) ?? '').join(', ');
}

/** SHOW. */
export function show(node: VariableShowStmt): readonly Operation[] {
  return [{ kind: 'show', name: (node.name ?? '').toLowerCase() }];
}

/** ALTER ROLE … SET and RESET; RESET ALL has no setting. */
export function setForRole(node: AlterRoleSetStmt): readonly Operation[] {
  const name = node.role === undefined ? null : roleName(node.role);
  return [{ kind: 'set-for-later', of: 'role', name, ...setting(node.setstmt) }];
}

/** ALTER DATABASE … SET and RESET. */
export function setForDatabase(node: AlterDatabaseSetStmt): readonly Operation[] {
  return [{ kind: 'set-for-later', of: 'database', name: node.dbname ?? '', ...setting(node.setstmt) }];
}

/** ALTER SYSTEM. */
export function alterSystem(node: AlterSystemStmt): readonly Operation[] {
  return [{ kind: 'alter-system', setting: setting(node.setstmt).setting }];
}

function setting(node: VariableSetStmt | undefined): { setting: string | null; value: string | null } {
  if (node === undefined || node.kind === 'VAR_RESET_ALL') return { setting: null, value: null };
  return { setting: (node.name ?? '').toLowerCase(), value: settingValue(node) };
}

/** SET CONSTRAINTS. */
export function setConstraints(node: ConstraintsSetStmt): readonly Operation[] {
  const constraints = (node.constraints ?? []).flatMap((each) =>
    'RangeVar' in each ? [printName(relationName(each.RangeVar))] : [],
  );
  return [{ kind: 'set-constraints', constraints, deferred: node.deferred === true }];
}
