import type { ProbeGroup } from './probe-group';

/** Rows that views, and columns that cannot be NULL, do not take. */
export const REFUSED_WRITES: ProbeGroup = {
  setup: `CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, born date, team int);
CREATE TABLE teams (id int PRIMARY KEY, title text NOT NULL DEFAULT 'none', code text NOT NULL);
CREATE DOMAIN short AS text DEFAULT 's' NOT NULL;
CREATE TABLE tags (id serial PRIMARY KEY, label short, note text NOT NULL);
CREATE TABLE guarded (id int NOT NULL, name text NOT NULL);
CREATE TABLE after_all (id int NOT NULL, name text NOT NULL);
CREATE TABLE priced (id int, net int, label text);
CREATE TABLE numbered (id int GENERATED ALWAYS AS IDENTITY, net int);
CREATE TABLE three (a int, b int, c text);
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.name := coalesce(NEW.name, ''x''); RETURN NEW; END';
CREATE TRIGGER fill BEFORE INSERT ON guarded FOR EACH ROW EXECUTE PROCEDURE keep();
CREATE TRIGGER look AFTER INSERT ON after_all FOR EACH ROW EXECUTE PROCEDURE keep();
CREATE VIEW grouped AS SELECT team, count(*) AS n FROM people GROUP BY team;
CREATE VIEW counted AS SELECT count(*) AS n FROM people;
CREATE VIEW summed AS SELECT max(born) AS last FROM people;
CREATE VIEW distinct_names AS SELECT DISTINCT name FROM people;
CREATE VIEW limited AS SELECT id, name FROM people LIMIT 5;
CREATE VIEW joined AS SELECT p.id, t.title FROM people p JOIN teams t ON t.id = p.team;
CREATE VIEW crossed AS SELECT p.id FROM people p, teams t;
CREATE VIEW both_ids AS SELECT id FROM people UNION ALL SELECT id FROM teams;
CREATE VIEW windowed AS SELECT id, row_number() OVER (ORDER BY id) AS r FROM people;
CREATE VIEW with_cte AS WITH x AS (SELECT id FROM people) SELECT id FROM x;
CREATE VIEW valued AS VALUES (1), (2);
CREATE VIEW inner_query AS SELECT id FROM (SELECT id FROM people) s;
CREATE VIEW of_series AS SELECT g AS id FROM generate_series(1, 5) g;
CREATE VIEW spread AS SELECT id, unnest(ARRAY[1, 2]) AS u FROM people;
CREATE VIEW sorted AS SELECT id, name FROM people ORDER BY name;
CREATE VIEW partly AS SELECT id, name, upper(name) AS up, 1 AS one, id::int AS same, born FROM people;
CREATE VIEW on_grouped AS SELECT team FROM grouped;
CREATE VIEW on_partly AS SELECT id, up, name AS title FROM partly;
CREATE VIEW handled AS SELECT count(*) AS n FROM people;
CREATE TRIGGER handled_in INSTEAD OF INSERT ON handled FOR EACH ROW EXECUTE PROCEDURE keep();
CREATE VIEW ruled AS SELECT count(*) AS n FROM people;
CREATE RULE ruled_in AS ON INSERT TO ruled DO INSTEAD NOTHING;
CREATE RULE ruled_up AS ON UPDATE TO ruled WHERE OLD.n > 3 DO INSTEAD NOTHING;
INSERT INTO people SELECT g, 'n' || g, '2000-01-01', NULL FROM generate_series(1, 50) g;`,
  statements: {
    'refused-writes/update-grouped': 'UPDATE grouped SET team = 3',
    'refused-writes/insert-counted': 'INSERT INTO counted VALUES (3)',
    'refused-writes/delete-summed': 'DELETE FROM summed',
    'refused-writes/delete-distinct': "DELETE FROM distinct_names WHERE name = 'x'",
    'refused-writes/delete-limited': 'DELETE FROM limited',
    'refused-writes/insert-joined': 'INSERT INTO joined (id) VALUES (1)',
    'refused-writes/delete-crossed': 'DELETE FROM crossed',
    'refused-writes/update-union': 'UPDATE both_ids SET id = 3',
    'refused-writes/delete-windowed': 'DELETE FROM windowed',
    'refused-writes/insert-with': 'INSERT INTO with_cte VALUES (1)',
    'refused-writes/delete-values': 'DELETE FROM valued',
    'refused-writes/delete-inner': 'DELETE FROM inner_query',
    'refused-writes/update-series': 'UPDATE of_series SET id = 3',
    'refused-writes/delete-spread': 'DELETE FROM spread',
    'refused-writes/update-sorted': "UPDATE sorted SET name = 'z' WHERE id = 3",
    'refused-writes/explain-grouped': 'EXPLAIN UPDATE grouped SET team = 3',
    'refused-writes/prepare-grouped': 'PREPARE w AS DELETE FROM grouped',
    'refused-writes/merge-grouped':
      'MERGE INTO grouped g USING teams t ON t.id = g.team WHEN MATCHED THEN DELETE',
    'refused-writes/update-through': 'UPDATE on_grouped SET team = 3',
    'refused-writes/update-handled': 'UPDATE handled SET n = 3',
    'refused-writes/insert-ruled': 'INSERT INTO ruled VALUES (3)',
    'refused-writes/update-ruled': 'UPDATE ruled SET n = 3',
    'refused-writes/update-computed': "UPDATE partly SET up = 'X'",
    'refused-writes/update-constant': 'UPDATE partly SET one = 2',
    'refused-writes/update-same-type': 'UPDATE partly SET same = 1000 WHERE id = 1',
    'refused-writes/update-plain': "UPDATE partly SET name = 'x', born = NULL",
    'refused-writes/update-computed-to-default': 'UPDATE partly SET up = DEFAULT',
    'refused-writes/insert-computed': "INSERT INTO partly (id, name, up) VALUES (900, 'x', 'X')",
    'refused-writes/insert-by-place': "INSERT INTO partly VALUES (900, 'x')",
    'refused-writes/insert-by-place-computed': "INSERT INTO partly VALUES (900, 'x', 'X')",
    'refused-writes/update-computed-through': "UPDATE on_partly SET up = 'X'",
    'refused-writes/update-renamed-through': "UPDATE on_partly SET title = 'x'",
    'refused-writes/delete-partly': 'DELETE FROM partly WHERE id = 3',
    'refused-writes/lacks-value': 'INSERT INTO teams (id) VALUES (1)',
    'refused-writes/lacks-value-by-place': 'INSERT INTO people VALUES (900)',
    'refused-writes/lacks-none': "INSERT INTO teams (id, code) VALUES (1, 'x')",
    'refused-writes/null-for-value': "INSERT INTO teams (id, code) VALUES (1, 'x'), (2, NULL)",
    'refused-writes/null-for-default': "INSERT INTO teams (id, title, code) VALUES (1, NULL, 'x')",
    'refused-writes/default-for-value': 'INSERT INTO teams (id, code) VALUES (1, DEFAULT)',
    'refused-writes/nothing-for-value': 'INSERT INTO teams DEFAULT VALUES',
    'refused-writes/lacks-value-on-conflict': 'INSERT INTO teams (id) VALUES (1) ON CONFLICT DO NOTHING',
    'refused-writes/lacks-value-of-key': "INSERT INTO people (name) VALUES ('x')",
    'refused-writes/domain-has-default': "INSERT INTO tags (note) VALUES ('x')",
    'refused-writes/lacks-beside-domain': "INSERT INTO tags (label) VALUES ('x')",
    'refused-writes/trigger-fills': 'INSERT INTO guarded (id) VALUES (1)',
    'refused-writes/trigger-looks': 'INSERT INTO after_all (id) VALUES (1)',
    'refused-writes/lacks-value-explained': 'EXPLAIN INSERT INTO teams (id) VALUES (1)',
    'refused-writes/star-into-identity': 'INSERT INTO numbered SELECT * FROM priced',
    'refused-writes/null-set': 'UPDATE people SET name = NULL',
    'refused-writes/null-set-never': 'UPDATE people SET name = NULL WHERE false',
  },
};

/** All columns of another table, put into one that computes a column. */
export const REFUSED_STARS: ProbeGroup = {
  setup: `CREATE TABLE priced (id int, net int, gross int GENERATED ALWAYS AS (net * 2) STORED, label text);
CREATE TABLE two (a int, b int);
CREATE TABLE three (a int, b int, c int);
CREATE VIEW threes AS SELECT * FROM three;
INSERT INTO three SELECT g, g, g FROM generate_series(1, 50) g;`,
  statements: {
    'refused-writes/star-into-generated': 'INSERT INTO priced SELECT * FROM three',
    'refused-writes/star-before-generated': 'INSERT INTO priced SELECT * FROM two',
    'refused-writes/star-of-view': 'INSERT INTO priced SELECT * FROM threes',
    'refused-writes/star-named': 'INSERT INTO priced (id, net, label) SELECT * FROM three',
    'refused-writes/star-named-generated': 'INSERT INTO priced (id, net, gross) SELECT * FROM three',
    'refused-writes/table-into-generated': 'INSERT INTO priced TABLE three',
  },
};
