// All that is asked of the index and may take a while, by name: the same answers here and in a thread beside.
import { answerKeywords, answerMarks, answerQuery, answerSimilar } from '../search/answer.ts';
import { answerSurvey } from '../search/survey.ts';
import { findDuplicates } from './duplicates.ts';

export const answers = {
  query: answerQuery,
  survey: answerSurvey,
  marks: answerMarks,
  similar: answerSimilar,
  keywords: answerKeywords,
  duplicates: findDuplicates,
};

export type Answers = typeof answers;
export type Kind = keyof Answers;
export type InputOf<K extends Kind> = Parameters<Answers[K]>[1];
export type AnswerOf<K extends Kind> = Awaited<ReturnType<Answers[K]>>;
