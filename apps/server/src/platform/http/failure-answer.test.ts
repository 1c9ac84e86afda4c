import { failure } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { AppError, notFound } from '../errors/index.ts';
import { toFailureAnswer } from './failure-answer.ts';

describe('a failure leaves the server', () => {
  test('under the status of its code, with its sentence, link and fields', () => {
    const error = new AppError('email-taken', 'Taken.', { link: '/signin', fields: { email: 'Taken.' } });

    const answer = toFailureAnswer(error, 'r1');

    expect(answer.status).toBe(409);
    expect(answer.body).toEqual({
      code: 'email-taken',
      message: 'Taken.',
      link: '/signin',
      fields: { email: 'Taken.' },
    });
  });

  test('without cause, context and stack', () => {
    const error = new AppError('conflict', 'No.', {
      cause: new Error('secret'),
      context: { table: 'app_user' },
    });

    const answer = toFailureAnswer(error, 'r1');

    expect(JSON.stringify(answer.body)).toBe('{"code":"conflict","message":"No."}');
  });

  test.each([new Error('select * from app_user'), 'text', undefined, null, { statusCode: 200 }])(
    'as internal with the number of the request when nobody foresaw it: %j',
    (error) => {
      const answer = toFailureAnswer(error, 'r-17');

      expect(answer.status).toBe(500);
      expect(answer.isOurs).toBe(true);
      expect(answer.body.message).toContain('r-17');
      expect(JSON.stringify(answer.body)).not.toContain('select');
    },
  );

  test.each([
    ['FST_ERR_CTP_BODY_TOO_LARGE', 413],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415],
    ['FST_ERR_CTP_INVALID_JSON_BODY', 422],
    ['FST_ERR_BAD_URL', 404],
  ])('as ours when the framework says %s', (code, status) => {
    const answer = toFailureAnswer(Object.assign(new Error('framework'), { code }), 'r1');

    expect(answer.status).toBe(status);
    expect(failure.parse(answer.body).message).not.toContain('framework');
  });

  test('with the time to wait', () => {
    const limited = new AppError('too-many-requests', 'Wait.', { context: { retryAfterSeconds: 31 } });

    expect(toFailureAnswer(limited, 'r1').headers).toEqual({ 'retry-after': '31' });
    expect(toFailureAnswer(new AppError('unavailable', 'Away.'), 'r1').headers).toEqual({
      'retry-after': '5',
    });
    expect(toFailureAnswer(notFound(), 'r1').headers).toEqual({});
  });
});
