import { connectionOf } from '../../javascript/connection';
import type { Recorder } from '../../javascript/recorder';
import { sqlValue } from '../../javascript/sql-text';
import { givenRows } from '../../javascript/given-rows';
import type { ToolMethod } from '../../javascript/tool-host';
import { toolFunction, toolHost } from '../../javascript/tool-host';
import type { Value } from '../../javascript/value';
import { UNDEFINED } from '../../javascript/value';
import type { Fragment } from '../../sql/fragment';
import { knexHost } from '../knex/knex-host';
import type { Pending } from '../knex/raw';
import { bindValues } from '../knex/raw';
import { entityManager } from './entity-manager';

/** What the class `Migration` of the library gives to a migration, and what it has collected when `up` or `down` is done. */
export interface MigrationMembers {
  readonly members: readonly (readonly [string, Value])[];
  /** Sends what `addSql` was given: the runner does that when the method has ended. */
  end(): void;
}

/**
 * `addSql` collects; all else sends at once. Knex, the driver and the connection stand outside of the runner's transaction unless they
 * are given it (`ctx`).
 */
export function migrationMembers(recorder: Recorder): MigrationMembers {
  const queue: Fragment[] = [];
  const pending: Pending[] = [];
  const other = recorder.elsewhere();
  const execute = executeOn(recorder);
  const addSql: ToolMethod = ([sql = UNDEFINED], site) => {
    const before = recorder.fragments.length;
    recorder.send(sql, site);
    queue.push(...recorder.fragments.splice(before));
  };
  const knex = (): Value => knexHost(other, pending);
  const connection = (): Value =>
    toolHost(other, 'the connection', { execute: executeOn(other), getKnex: knex });
  const driver: Value = toolHost(other, 'the driver', {
    execute: executeOn(other),
    getConnection: connection,
    createEntityManager: () => manager,
  });
  const manager = entityManager(recorder, execute, {
    getConnection: connection,
    getDriver: () => driver,
    getKnex: knex,
  });
  return {
    members: [
      ['addSql', toolFunction('addSql', addSql)],
      ['execute', toolFunction('execute', execute)],
      ['getKnex', toolFunction('getKnex', knex)],
      ['getEntityManager', toolFunction('getEntityManager', () => manager)],
      ['reset', toolFunction('reset', () => undefined)],
      ['driver', driver],
      ['ctx', knexHost(recorder, pending, 'savepoint')],
    ],
    end() {
      for (const one of pending) one.send();
      recorder.fragments.push(...queue.splice(0));
    },
  };
}

/** `execute(sql, values, method, context)`: the context is the transaction, where it is given one. */
function executeOn(recorder: Recorder): ToolMethod {
  return ([sql = UNDEFINED, values, , context], site) => {
    const bound = values?.kind === 'array' && values.items.length > 0;
    const text = bound ? bindValues(sqlValue(sql, site.at, 'the SQL'), values, site) : sql;
    const by = connectionOf(context) ?? recorder;
    by.send(text, site);
    return givenRows(by, text, undefined, site).rows;
  };
}
