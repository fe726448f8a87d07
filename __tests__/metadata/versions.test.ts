import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import manifest from '../../package.json';

const root = join(__dirname, '../..');

test('the tag of this version would be released', () => {
  expect(check(`v${manifest.version}`)).toBe('agrees');
});

test('another tag would be refused', () => {
  expect(check('v0.0.1')).toContain(
    `tag v0.0.1, package.json ${manifest.version}, CHANGELOG.md ${manifest.version}`,
  );
});

function check(tag: string): string {
  try {
    execFileSync(join(root, 'scripts/check-release.sh'), [tag], { encoding: 'utf8', stdio: 'pipe' });
    return 'agrees';
  } catch (error) {
    return String(error);
  }
}
