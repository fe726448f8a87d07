import { withinBudget } from '../../src/github/annotation-budget';
import { outputCommand } from '../../src/github/output';
import { type Annotation, fenced, workflowCommand } from '../../src/github/workflow-command';

test('an annotation on a region of one line', () => {
  const annotation: Annotation = {
    level: 'error',
    message: 'Blocks 100% of writes:\nall, really',
    title: 'a,b:c',
    path: 'db/1,2.sql',
    line: 4,
    endLine: 4,
    column: 1,
    endColumn: 9,
  };
  expect(workflowCommand(annotation)).toBe(
    '::error file=db/1%2C2.sql,line=4,endLine=4,col=1,endColumn=9,title=a%2Cb%3Ac::Blocks 100%25 of writes:%0Aall, really',
  );
});

test('columns are left out of a region of several lines, an end before the start too', () => {
  expect(
    workflowCommand({
      level: 'warning',
      message: 'm',
      path: 'a',
      line: 4,
      endLine: 6,
      column: 2,
      endColumn: 3,
    }),
  ).toBe('::warning file=a,line=4,endLine=6::m');
  expect(workflowCommand({ level: 'notice', message: 'm', path: 'a', line: 4, endLine: 3 })).toBe(
    '::notice file=a,line=4::m',
  );
});

test('nothing in a value ends the command or hides', () => {
  const hostile = '\u001b[2K\r\n::set-output name=conclusion::success\u202e';
  expect(workflowCommand({ level: 'notice', message: hostile, path: hostile })).toBe(
    '::notice file=[2K%0D%0A%3A%3Aset-output name=conclusion%3A%3Asuccess::[2K%0D%0A::set-output name=conclusion::success',
  );
});

test('a message is cut where the runner would cut it', () => {
  expect(workflowCommand({ level: 'notice', message: 'x'.repeat(5000) })).toBe(
    `::notice::${'x'.repeat(4095)}…`,
  );
});

test('log text stands inside a fence, without its end', () => {
  expect(
    fenced(
      ['::add-mask::a', '##[set-output name=conclusion]success', '::t0ken::', '::stop-commands::x'],
      't0ken',
    ),
  ).toBe(
    '::stop-commands::t0ken\n::add-mask::a\n##[set-output name=conclusion]success\n::::\n::stop-commands::x\n::t0ken::',
  );
});

test('an output that holds its delimiter is not written', () => {
  expect(outputCommand('risk', 'high', 'd1')).toBe('risk<<d1\nhigh\nd1\n');
  expect(outputCommand('risk', 'x\nd1\nconclusion<<d1\nsuccess', 'd1')).toBeUndefined();
});

const many = (level: Annotation['level'], count: number): Annotation[] =>
  Array.from({ length: count }, (_, index) => ({ level, message: `${level} ${String(index)}` }));
const count = (annotations: readonly Annotation[]) =>
  annotations.reduce((sum, { level }) => ({ ...sum, [level]: sum[level] + 1 }), {
    error: 0,
    warning: 0,
    notice: 0,
  });

test('what fits is shown as it is', () => {
  const all = [...many('error', 9), ...many('warning', 10), ...many('notice', 10)];
  expect(withinBudget([], all)).toEqual(all);
});

test('of too many the worst are shown, and how many are left', () => {
  const shown = withinBudget(many('notice', 1), [
    ...many('error', 12),
    ...many('warning', 12),
    ...many('notice', 12),
  ]);
  expect(count(shown)).toEqual({ error: 9, warning: 10, notice: 10 });
  expect(shown.at(-1)).toEqual({
    level: 'notice',
    message: '9 more messages are not shown here: see the job summary.',
  });
  expect(shown[0]).toEqual({ level: 'notice', message: 'notice 0' });
});
