import { KNEX, ran, SEQUELIZE } from './judged-scripts';

const ADD = `await knex.raw('ALTER TABLE shops ADD COLUMN note text');`;
const ADDED = 'ALTER TABLE shops ADD COLUMN note text';

test.each<[string, readonly string[]]>([
  [`try { await knex.raw('SELECT 1 FROM shops'); return; } catch {}`, ['SELECT 1 FROM shops', `? ${ADDED}`]],
  [
    `try { await knex.raw('SELECT 1 FROM shops'); return; } catch (error) { throw error; }`,
    ['SELECT 1 FROM shops'],
  ],
  [`try { await knex.raw('SELECT 1 FROM shops'); } catch { return; }`, ['SELECT 1 FROM shops', `? ${ADDED}`]],
  [
    `const had = async () => { try { await knex.raw('SELECT 1 FROM shops'); return true; } catch { return false; } };
  if (await had()) return;`,
    ['SELECT 1 FROM shops', `? ${ADDED}`],
  ],
  [
    `for (const name of ['a', 'b']) {
    try { await knex.raw('ALTER TABLE shops DROP CONSTRAINT ' + name); return; } catch {}
  }`,
    ['ALTER TABLE shops DROP CONSTRAINT a', '? ALTER TABLE shops DROP CONSTRAINT b', `? ${ADDED}`],
  ],
  [`try { throw new Error('never'); } catch {}`, [ADDED]],
])('%s', async (guard, expected) => {
  expect(await ran(KNEX, [], `${guard}\n${ADD}`)).toEqual(expected);
});

test('what follows a description that may fail runs where it did', async () => {
  const up = `try { await queryInterface.describeTable('shops'); return; } catch { console.log('it is not there'); }
  await queryInterface.sequelize.query('CREATE TABLE shops (id bigint)');`;
  expect(await ran(SEQUELIZE, [], up)).toEqual(['? CREATE TABLE shops (id bigint)']);
});
