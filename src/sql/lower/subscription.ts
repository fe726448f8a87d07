import type { AlterSubscriptionStmt, CreateSubscriptionStmt, DropSubscriptionStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { optionRecord } from './options';

/** CREATE SUBSCRIPTION. The connection string may hold a password: it is not kept. */
export function createSubscription(node: CreateSubscriptionStmt): readonly Operation[] {
  return [
    {
      kind: 'create-subscription',
      subscription: node.subname ?? '',
      action: null,
      options: optionRecord(node.options),
      ifExists: false,
    },
  ];
}

const ACTIONS: Readonly<Record<NonNullable<AlterSubscriptionStmt['kind']>, string>> = {
  ALTER_SUBSCRIPTION_OPTIONS: 'options',
  ALTER_SUBSCRIPTION_CONNECTION: 'connection',
  ALTER_SUBSCRIPTION_SET_PUBLICATION: 'set-publication',
  ALTER_SUBSCRIPTION_ADD_PUBLICATION: 'add-publication',
  ALTER_SUBSCRIPTION_DROP_PUBLICATION: 'drop-publication',
  ALTER_SUBSCRIPTION_REFRESH: 'refresh',
  ALTER_SUBSCRIPTION_ENABLED: 'enable',
  ALTER_SUBSCRIPTION_SKIP: 'skip',
};

/** ALTER SUBSCRIPTION. */
export function alterSubscription(node: AlterSubscriptionStmt, { needs }: Lowering): readonly Operation[] {
  const written = ACTIONS[node.kind ?? 'ALTER_SUBSCRIPTION_OPTIONS'];
  const options = optionRecord(node.options);
  if (written === 'add-publication' || written === 'drop-publication')
    needs.since(14, 'ALTER SUBSCRIPTION … ADD or DROP PUBLICATION');
  if (written === 'skip') needs.since(15, 'ALTER SUBSCRIPTION … SKIP');
  const action = written === 'enable' && options['enabled'] === 'false' ? 'disable' : written;
  return [{ kind: 'alter-subscription', subscription: node.subname ?? '', action, options, ifExists: false }];
}

/** DROP SUBSCRIPTION. */
export function dropSubscription(node: DropSubscriptionStmt): readonly Operation[] {
  return [
    {
      kind: 'drop-subscription',
      subscription: node.subname ?? '',
      action: null,
      options: {},
      ifExists: node.missing_ok === true,
    },
  ];
}
