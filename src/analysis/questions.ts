import type { BodyCondition } from '../postgres/body';
import { givenBy } from '../sql/lower/given-by';
import type { Branch, Fragment } from '../sql/fragment';
import type { Question } from '../sql/question';
import type { ParsedStatement } from '../sql/parse';
import type { Answer } from './catalog-question';
import { answer } from './catalog-question';
import type { Connections } from './connections';
import type { Session } from './session';

type Plain = Extract<Question, { readonly kind: 'exists' | 'given' }>;

/** The questions of one migration. Each is answered when the migration asks it, which may be long before the branch it decides. */
export class Questions {
  private readonly open: Plain[];
  private readonly answers = new Map<Plain, Answer>();
  /** What each of them asks of the catalog; null where that cannot be told. */
  private readonly conditions: ReadonlyMap<Plain, BodyCondition | null>;

  /** Of statements that are not lowered yet: that lets go of their trees. */
  constructor(statements: readonly ParsedStatement[]) {
    const asked = new Set<Plain>();
    for (const { fragment } of statements)
      for (const { question } of fragment.branches ?? [])
        if (question !== undefined) for (const each of plain(question)) asked.add(each);
    this.open = [...asked].sort((a, b) => a.call - b.call);
    this.conditions = new Map(this.open.map((each) => [each, conditionOf(each, statements)]));
  }

  /** Answers what was asked before a fragment is sent. */
  answerBefore({ call }: Fragment, session: Session, connections: Connections): void {
    for (let [next] = this.open; next !== undefined && next.call <= call; [next] = this.open) {
      this.open.shift();
      const isSeen = connections.sees(next.connection, session);
      const condition = this.conditions.get(next) ?? null;
      this.answers.set(next, isSeen && condition !== null ? answer(session, condition) : 'unknown');
    }
  }

  /** Whether a branch runs. */
  runs({ question }: Branch): Answer {
    return this.answerOf(question);
  }

  private answerOf(question: Question | undefined): Answer {
    switch (question?.kind) {
      case undefined:
      case 'unknown':
        return 'unknown';
      case 'exists':
      case 'given':
        return this.answers.get(question) ?? 'unknown';
      case 'not':
        return opposite(this.answerOf(question.arg));
      case 'and':
        return all(question.args.map((arg) => this.answerOf(arg)));
      case 'or':
        return opposite(all(question.args.map((arg) => opposite(this.answerOf(arg)))));
    }
  }
}

function conditionOf(asked: Plain, statements: readonly ParsedStatement[]): BodyCondition | null {
  if (asked.kind === 'exists') return { kind: 'exists', negated: false, object: asked.object };
  const sent = statements.filter(({ fragment }) => fragment.call === asked.sent);
  const [query] = sent;
  return query === undefined || sent.length > 1 ? null : givenBy(query.node, asked.what, asked.parameters);
}

function plain(question: Question): readonly Plain[] {
  switch (question.kind) {
    case 'exists':
    case 'given':
      return [question];
    case 'not':
      return plain(question.arg);
    case 'and':
    case 'or':
      return question.args.flatMap(plain);
    case 'unknown':
      return [];
  }
}

function opposite(answered: Answer): Answer {
  return answered === 'unknown' ? answered : !answered;
}

function all(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes('unknown') ? 'unknown' : true;
}
