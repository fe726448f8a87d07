import { nameOf, parentOf } from '../folders';
import { orderOfName } from '../order';
import { sample } from '../sample';
import type { NamedFile } from '../sql-claims';
import { sqlFolders } from '../sql-claims';
import type { Claim, Tree } from '../tool';
import type { ChangelogPlan, PlannedFile } from './changelog';
import { changelogPlans } from './changelog';
import { FORMATTED } from './changesets';

const PLACE = /(?:change|liquibase|migrat|db|database|sql|ddl|schema|release)/i;

/** What changelogs run, in their order; then folders of formatted SQL that none of them speaks of. */
export function claimLiquibase(tree: Tree): readonly Claim[] {
  const plans = changelogPlans(tree);
  const planned = new Map<string, Claim>();
  for (const plan of plans) {
    const sequence = sequenceOf(plan, plans);
    plan.files.forEach((file, place) => {
      if (!planned.has(file.path)) planned.set(file.path, plannedClaim(file, plan, sequence, place));
    });
  }
  const folders = sqlFolders(tree).filter(
    ({ folder, files }) =>
      PLACE.test(`${folder.path}/`) || files.some(({ name }) => /change|liquibase/i.test(name)),
  );
  const rest = folders.flatMap(({ files }): readonly Claim[] => {
    const others = files.filter(({ path }) => !planned.has(path));
    const paths = others.map(({ path }) => path);
    if (!sample(tree, paths, 4).some((text) => FORMATTED.test(text))) return [];
    const left = plans.find((plan) => leavesOut(plan, files));
    return others.map((file) => formattedClaim(file, left));
  });
  return [...planned.values(), ...rest];
}

/** The folder of the changelog; where several stand in one, each has a sequence of its own. */
function sequenceOf({ root }: ChangelogPlan, plans: readonly ChangelogPlan[]): string {
  const beside = plans.filter((plan) => parentOf(plan.root) === parentOf(root));
  return beside.length > 1 ? root : parentOf(root);
}

function plannedClaim(
  { path, by, direction, otherDatabases }: PlannedFile,
  { root }: ChangelogPlan,
  sequence: string,
  place: number,
): Claim {
  return {
    path,
    sequence,
    order: [place, path],
    version: null,
    direction: by === 'include' ? 'both' : direction,
    evidence: 3,
    why: by === 'include' ? `${nameOf(root)} includes it` : `a change set below ${nameOf(root)} sends it`,
    ...(otherDatabases === null ? {} : { excluded: `its change set runs on ${otherDatabases} alone` }),
  };
}

/** Whether a changelog names files of a folder one by one, so that others in it do not run. */
function leavesOut({ files, complete }: ChangelogPlan, folder: readonly NamedFile[]): boolean {
  return (
    complete && files.some(({ path, by }) => by === 'include' && folder.some((file) => file.path === path))
  );
}

function formattedClaim({ path, name, folder }: NamedFile, left: ChangelogPlan | undefined): Claim {
  return {
    path,
    sequence: folder.path,
    order: orderOfName(name),
    version: null,
    direction: 'both',
    evidence: 3,
    why: 'files of its folder are formatted SQL of Liquibase',
    ...(left === undefined ? {} : { excluded: `${nameOf(left.root)} does not include it` }),
  };
}
