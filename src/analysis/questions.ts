import type { Branch, Fragment } from '../sql/fragment';
import type { Question } from '../sql/question';
import type { ParsedStatement } from '../sql/parse';
import type { Answer } from './catalog-question';
import { answer } from './catalog-question';
import type { Connections } from './connections';
import type { Session } from './session';

type Plain = Extract<Question, { readonly kind: 'exists' }>;

/** The questions of one migration. Each is answered when the migration asks it, which may be long before the branch it decides. */
export class Questions {
  private readonly open: Plain[];
  private readonly answers = new Map<Plain, Answer>();

  constructor(statements: readonly ParsedStatement[]) {
    const asked = new Set<Plain>();
    for (const { fragment } of statements)
      for (const { question } of fragment.branches ?? [])
        if (question !== undefined) for (const each of plain(question)) asked.add(each);
    this.open = [...asked].sort((a, b) => a.call - b.call);
  }

  /** Answers what was asked before a fragment is sent. */
  answerBefore({ call }: Fragment, session: Session, connections: Connections): void {
    for (let [next] = this.open; next !== undefined && next.call <= call; [next] = this.open) {
      this.open.shift();
      const isSeen = connections.sees(next.connection, session);
      const { object } = next;
      this.answers.set(
        next,
        isSeen ? answer(session, { kind: 'exists', negated: false, object }) : 'unknown',
      );
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

function plain(question: Question): readonly Plain[] {
  switch (question.kind) {
    case 'exists':
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
